import { html, type TemplateResult } from 'lit';
import type { PageActions } from '../page-actions.js';

/**
 * The one main action of a screen. While it has to wait, for a request or as `waits` says, it keeps focus and does
 * nothing.
 */
export function primaryButton(
  page: PageActions,
  label: string,
  act: () => void,
  { dataTest = 'button__primary', waits = page.busy } = {},
): TemplateResult {
  const click = () => waits || act();
  return html`
    <button class="button primary" data-test=${dataTest} aria-disabled=${waits} @click=${click}>${label}</button>`;
}

/** Another way on. */
export function secondaryButton(page: PageActions, label: string, act: () => void): TemplateResult {
  const click = () => page.busy || act();
  return html`<button class="button secondary" aria-disabled=${page.busy} @click=${click}>${label}</button>`;
}

/** The error of the last try, read out when it appears. */
export function errorLine(page: PageActions): TemplateResult {
  return html`<div id="error" role="alert">${page.error ? html`<p class="error">${page.error}</p>` : ''}</div>`;
}
