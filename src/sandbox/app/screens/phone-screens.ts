import { html, type TemplateResult } from 'lit';
import type { FlowView } from '../../records/flow-view.js';
import type { PageActions } from '../page-actions.js';
import { byName, fill } from '../words/index.js';
import { errorLine, primaryButton, secondaryButton } from './buttons.js';
import { deviceCountries, proposed } from './opening-screens.js';

const typedIn = (id: string): string => document.querySelector<HTMLInputElement>(id)?.value ?? '';

/** Does what the main button does when Enter is pressed in a field. */
const onEnter = (page: PageActions, act: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Enter' && !page.busy) act();
};

/** Asks for the phone number and how the code should reach it. */
export function phoneScreen(page: PageActions, view: FlowView): TemplateResult {
  const { words } = page;
  const send = (channel: 'sms' | 'call') => {
    const country = document.querySelector<HTMLSelectElement>('#phone-country')?.value;
    void page.advance({ type: 'phone', number: typedIn('#phone'), country, channel });
  };
  return html`
    <h1 tabindex="-1">${words.phoneHeading}</h1>
    <p id="phone-hint">${words.phoneText}</p>
    ${choiceOfPhoneCountry(page, view)}
    <label class="field" for="phone">${words.phoneLabel}</label>
    <input
      class="text"
      id="phone"
      type="tel"
      autocomplete="tel"
      data-test="phone__number"
      aria-describedby=${page.error ? 'error phone-hint' : 'phone-hint'}
      aria-invalid=${String(page.error === words.phoneProblems.phone_number)}
      .value=${view.phone?.number ?? String(view.fields['phone-number']?.value ?? '')}
      @keydown=${onEnter(page, () => send('sms'))}
    >
    <div class="actions">
      ${errorLine(page)}
      ${primaryButton(page, words.phoneSms, () => send('sms'))}
      ${secondaryButton(page, words.phoneCall, () => send('call'))}
    </div>`;
}

/** The country whose number it is; a number with + and a country code goes before it. */
function choiceOfPhoneCountry({ words, locale }: PageActions, { choices }: FlowView): TemplateResult {
  const { phoneCountries = [], phoneCountry } = choices;
  const codes = phoneCountries.map(({ country }) => country);
  const chosen = proposed(codes, [phoneCountry, ...deviceCountries(), 'US']);
  const callingCode = (code: string) => phoneCountries.find(({ country }) => country === code)?.callingCode;
  return html`
    <label class="field" for="phone-country">${words.phoneCountryLabel}</label>
    <select id="phone-country" data-test="phone__country">
      ${byName(codes, locale).map(
        ({ code, name }) =>
          html`<option value=${code} ?selected=${code === chosen}>${name} (+${callingCode(code)})</option>`,
      )}
    </select>`;
}

/** Asks for the code, and offers another. */
export function phoneCodeScreen(page: PageActions, view: FlowView): TemplateResult {
  const { words } = page;
  const { phone } = view;
  const sent = phone?.channel === 'call' ? words.codeCalled : words.codeSent;
  const check = () => page.advance({ type: 'phone-code', code: typedIn('#code') });
  return html`
    <h1 tabindex="-1">${words.codeHeading}</h1>
    <p>${fill(sent, { number: phone?.number ?? '' })}</p>
    <label class="field" for="code">${words.codeLabel}</label>
    <input
      class="text"
      id="code"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength="6"
      data-test="phone__code"
      aria-describedby="error"
      aria-invalid=${phone?.problem ? 'true' : 'false'}
      @keydown=${onEnter(page, check)}
    >
    <div class="actions">
      ${page.error ? errorLine(page) : codeProblemLine(page, view)}
      ${primaryButton(page, words.codeCheck, check)}
      ${phone?.mayResend ? resendButtons(page) : html`<p class="small">${words.codeNoMore}</p>`}
    </div>`;
}

function codeProblemLine({ words }: PageActions, { phone, attemptsLeft }: FlowView): TemplateResult {
  const problems = { wrong: words.codeWrong, late: words.codeLate };
  const said = phone?.problem && problems[phone.problem];
  const last = attemptsLeft === 1 ? ` ${words.lastTry}` : '';
  return html`<div id="error" role="alert">${said ? html`<p class="error">${said}${last}</p>` : ''}</div>`;
}

function resendButtons(page: PageActions): TemplateResult {
  const { words } = page;
  const resend = (channel: 'sms' | 'call') => page.advance({ type: 'resend', channel });
  return html`
    <p class="small">${words.codeWait}</p>
    ${secondaryButton(page, words.codeResend, () => resend('sms'))}
    ${secondaryButton(page, words.codeCallInstead, () => resend('call'))}`;
}
