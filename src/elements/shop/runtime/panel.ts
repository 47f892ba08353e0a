import { html, nothing, type TemplateResult } from 'lit';
import { type ShopView, withNumber } from './shop-parts.js';
import { numberIn, saidBy } from './shop-says.js';

/** A screen of the purchase: what happens, and the ways on. */
export function panel(
  view: ShopView,
  icon: unknown,
  actions: unknown,
  tone = '',
  more: unknown = nothing,
): TemplateResult {
  const { title, text = '' } = saidBy(view)!;
  const number = numberIn(view);
  return html`<section class="panel" part="panel">
    <span class="badge ${tone}">${icon}</span>
    <h2 part="heading" tabindex="-1">${withNumber(title, number)}</h2>
    <p>${withNumber(text, number)}</p>
    ${more}
    <div class="actions">${actions}</div>
  </section>`;
}

/** What else the person should know, where a screen says so. */
export function notice(view: ShopView): TemplateResult | typeof nothing {
  const { note } = saidBy(view)!;
  return note ? html`<p class="notice">${note}</p>` : nothing;
}
