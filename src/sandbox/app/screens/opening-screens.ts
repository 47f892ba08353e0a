import { html, type TemplateResult } from 'lit';
import type { FlowView } from '../../records/flow-view.js';
import type { IdClass } from '../../records/id-types.js';
import type { PageActions } from '../page-actions.js';
import { byName, fill, minutes } from '../words/index.js';
import { errorLine, primaryButton } from './buttons.js';

/** What comes, where the template begins with it. */
export function startScreen(page: PageActions, view: FlowView): TemplateResult {
  const { words } = page;
  const steps = [...view.steps.map((part) => words.startSteps[part]), words.startResult];
  const time = minutes(view.steps.length, page.locale);
  return html`
    <h1 tabindex="-1">${words.startHeading}</h1>
    ${view.steps.includes('id') ? html`<p>${fill(words.startText, { time })}</p>` : ''}
    <ol class="steps">${steps.map((step) => html`<li>${step}</li>`)}</ol>
    <div class="actions">
      ${errorLine(page)}
      ${primaryButton(page, words.begin, () => page.advance({ type: 'begin' }))}
    </div>`;
}

/** The country of the ID. */
export function choiceOfCountry(page: PageActions, view: FlowView): TemplateResult {
  const { words, locale } = page;
  const sorted = byName(view.choices.countries ?? [], locale);
  const chosen = proposed(view.choices.countries ?? [], [view.country, ...deviceCountries(), 'US']);
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

/** The first of the wishes that there is to choose, or the first of all. */
export function proposed(codes: string[], wishes: (string | null | undefined)[]): string {
  return wishes.find((wish) => wish && codes.includes(wish)) ?? codes[0] ?? '';
}

/**
 * The countries that the device's languages name. The language of the page says nothing of where its reader is: Persona
 * has one code, `es-MX`, for the Spanish of all of America.
 */
export const deviceCountries = (): (string | undefined)[] =>
  navigator.languages.map((tag) => new Intl.Locale(tag).region);

/** The kinds of ID the country is known for; choosing one goes on. */
export function choiceOfIdType(page: PageActions, view: FlowView): TemplateResult {
  const { words } = page;
  const options = view.choices.idTypes?.map((idClass) => idTypeOption(page, idClass));
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
