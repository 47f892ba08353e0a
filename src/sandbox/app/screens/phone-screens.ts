import { html, type TemplateResult } from 'lit';
import type { FlowView } from '../../records/flow-view.js';
import type { InquiryPage } from '../inquiry-page.js';
import { fill } from '../words/index.js';
import { errorLine, primaryButton, secondaryButton } from './buttons.js';

const valueOf = (id: string): string => document.querySelector<HTMLInputElement>(id)?.value ?? '';

/** Asks for the phone number and how the code should reach it. */
export function phoneScreen(page: InquiryPage, view: FlowView): TemplateResult {
  const { words } = page;
  const send = (channel: 'sms' | 'call') => page.advance({ type: 'phone', number: valueOf('#phone'), channel });
  return html`
    <h1 tabindex="-1">${words.phoneHeading}</h1>
    <p id="phone-hint">${words.phoneText}</p>
    <label class="field" for="phone">${words.phoneLabel}</label>
    <input class="text" id="phone" type="tel" autocomplete="tel" data-test="phone__number" aria-describedby="phone-hint" .value=${view.phone?.number ?? ''}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !page.busy && send('sms')}>
    <div class="actions">
      ${errorLine(page)}
      ${primaryButton(page, words.phoneSms, () => send('sms'))}
      ${secondaryButton(page, words.phoneCall, () => send('call'))}
    </div>`;
}

/** Asks for the code, and offers another. */
export function phoneCodeScreen(page: InquiryPage, { phone, attemptsLeft }: FlowView): TemplateResult {
  const { words } = page;
  const check = () => page.advance({ type: 'phone-code', code: valueOf('#code') });
  return html`
    <h1 tabindex="-1">${words.codeHeading}</h1>
    <p>${fill(phone?.channel === 'call' ? words.codeCalled : words.codeSent, { number: phone?.number ?? '' })}</p>
    <label class="field" for="code">${words.codeLabel}</label>
    <input class="text" id="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" data-test="phone__code"
      aria-invalid=${phone?.wrong ?? false} @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !page.busy && check()}>
    <div class="actions">
      ${page.error ? errorLine(page) : html`<div role="alert">${phone?.wrong ? html`<p class="error">${fill(words.codeWrong, { n: attemptsLeft })}</p>` : ''}</div>`}
      ${primaryButton(page, words.codeCheck, check)}
      ${
        phone?.mayResend
          ? html`${secondaryButton(page, words.codeResend, () => page.advance({ type: 'resend', channel: 'sms' }))}
            ${secondaryButton(page, words.codeCallInstead, () => page.advance({ type: 'resend', channel: 'call' }))}`
          : html`<p class="small">${words.codeNoMore}</p>`
      }
    </div>`;
}
