import { html, type TemplateResult } from 'lit';
import type { FlowView } from '../../records/flow-view.js';
import { countries, type IdClass, idTypesOf } from '../../records/id-types.js';
import type { PageActions } from '../page-actions.js';
import { errorLine, primaryButton } from './buttons.js';

/** The first screen, with what the person agrees to. */
export function startScreen(page: PageActions, view: FlowView): TemplateResult {
  const { words } = page;
  const steps = view.strict ? words.startStepsPhone : words.startSteps;
  return html`
    <h1 tabindex="-1">${words.startHeading}</h1>
    <p>${words.startText}</p>
    <ol class="steps">${steps.map((step) => html`<li>${step}</li>`)}</ol>
    <div class="actions">
      ${errorLine(page)}
      <p class="small">${words.consent}</p>
      ${primaryButton(page, words.begin, () => page.advance({ type: 'begin' }))}
    </div>`;
}

/** The country of the ID. */
export function choiceOfCountry(page: PageActions, view: FlowView): TemplateResult {
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
export function choiceOfIdType(page: PageActions, view: FlowView): TemplateResult {
  const { words } = page;
  const options = idTypesOf(view.country ?? '').map(({ idClass }) => idTypeOption(page, idClass));
  return html`
    <h1 tabindex="-1">${words.idTypeHeading}</h1>
    <p>${words.idTypeText}</p>
    ${errorLine(page)}
    <ul class="options">${options}</ul>`;
}

function idTypeOption(page: PageActions, idClass: IdClass): TemplateResult {
  const choose = () => page.advance({ type: 'id-type', idClass });
  return html`
    <li>
      <button class="option" id="select__option--${idClass}" aria-disabled=${page.busy} @click=${choose}>
        ${page.words.idTypes[idClass]}
      </button>
    </li>`;
}
