import { html, type TemplateResult } from 'lit';
import type { FlowView } from '../../records/flow-view.js';
import { countries, idTypesOf } from '../../records/id-types.js';
import type { InquiryPage } from '../inquiry-page.js';
import { errorLine, primaryButton } from './buttons.js';

/** The first screen, with what the person agrees to. */
export function startScreen(page: InquiryPage, view: FlowView): TemplateResult {
  const { words } = page;
  return html`
    <h1 tabindex="-1">${words.startHeading}</h1>
    <p>${words.startText}</p>
    <ol class="steps">${(view.strict ? words.startStepsPhone : words.startSteps).map((step) => html`<li>${step}</li>`)}</ol>
    <div class="actions">
      ${errorLine(page)}
      <p class="small">${words.consent}</p>
      ${primaryButton(page, words.begin, () => page.advance({ type: 'begin' }))}
    </div>`;
}

/** The country of the ID. */
export function choiceOfCountry(page: InquiryPage, view: FlowView): TemplateResult {
  const { words, locale } = page;
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const chosen = view.country ?? new Intl.Locale(locale).region ?? 'US';
  const sorted = countries
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  const select = () =>
    page.advance({ type: 'country', country: document.querySelector<HTMLSelectElement>('#country')?.value ?? chosen });
  return html`
    <h1 tabindex="-1">${words.countryHeading}</h1>
    <label class="field" for="country">${words.countryLabel}</label>
    <select id="country" data-test="country__select">
      ${sorted.map(({ code, name }) => html`<option value=${code} ?selected=${code === chosen}>${name}</option>`)}
    </select>
    <div class="actions">${errorLine(page)} ${primaryButton(page, words.select, select)}</div>`;
}

/** The kinds of ID the country is known for; choosing one goes on. */
export function choiceOfIdType(page: InquiryPage, view: FlowView): TemplateResult {
  const { words } = page;
  return html`
    <h1 tabindex="-1">${words.idTypeHeading}</h1>
    <p>${words.idTypeText}</p>
    ${errorLine(page)}
    <ul class="options">
      ${idTypesOf(view.country ?? '').map(
        ({ idClass }) => html`<li>
        <button class="option" id="select__option--${idClass}" aria-disabled=${page.busy} @click=${() => page.advance({ type: 'id-type', idClass })}>${words.idTypes[idClass]}</button>
      </li>`,
      )}
    </ul>`;
}
