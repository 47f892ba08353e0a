import { html, type TemplateResult } from 'lit';
import type { InquiryPage } from '../inquiry-page.js';

/** The one main action of a screen. While it has to wait, for a request or as `waits` says, it keeps focus and does nothing. */
export function primaryButton(
  page: InquiryPage,
  label: string,
  act: () => void,
  { dataTest = 'button__primary', waits = page.busy } = {},
): TemplateResult {
  return html`<button class="button primary" data-test=${dataTest} aria-disabled=${waits} @click=${() => waits || act()}>${label}</button>`;
}

/** Another way on. */
export function secondaryButton(page: InquiryPage, label: string, act: () => void): TemplateResult {
  return html`<button class="button secondary" aria-disabled=${page.busy} @click=${() => page.busy || act()}>${label}</button>`;
}

/** The error of the last try, read out when it appears. */
export function errorLine(page: InquiryPage): TemplateResult {
  return html`<div role="alert">${page.error ? html`<p class="error">${page.error}</p>` : ''}</div>`;
}
