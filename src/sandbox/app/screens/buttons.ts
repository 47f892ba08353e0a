import { html, type TemplateResult } from 'lit';
import type { InquiryPage } from '../inquiry-page.js';

/** The one main action of a screen. While a request is under way it keeps focus and waits. */
export function primaryButton(page: InquiryPage, label: string, act: () => void, dataTest = 'button__primary'): TemplateResult {
  return html`<button class="button primary" data-test=${dataTest} aria-disabled=${page.busy} @click=${() => page.busy || act()}>${label}</button>`;
}

/** Another way on. */
export function secondaryButton(page: InquiryPage, label: string, act: () => void): TemplateResult {
  return html`<button class="button secondary" aria-disabled=${page.busy} @click=${() => page.busy || act()}>${label}</button>`;
}

/** The error of the last try, read out when it appears. */
export function errorLine(page: InquiryPage): TemplateResult {
  return html`<div role="alert">${page.error ? html`<p class="error">${page.error}</p>` : ''}</div>`;
}
