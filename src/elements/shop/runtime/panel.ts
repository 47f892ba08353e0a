import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../../../core/shop/purchase.js';
import type { Message } from '../../../locales/labels.js';
import { namesOf, type ShopView, withNumber } from './shop-parts.js';

/** A message that may hold more than text. */
export interface Said {
  title: unknown;
  text: unknown;
}

/** The message with the order's numbers in it, each in one piece. */
export function said({ title, text }: Message, draft: Draft, view: ShopView): Said {
  const number = namesOf(view, draft);
  return { title: withNumber(title, number), text: withNumber(text, number) };
}

/** A screen of the purchase: what happens, and the ways on. */
export function panel(
  icon: unknown,
  { title, text }: Said,
  actions: unknown,
  tone = '',
  more: unknown = nothing,
): TemplateResult {
  return html`<section class="panel" part="panel">
    <span class="badge ${tone}">${icon}</span>
    <h2 part="heading" tabindex="-1">${title}</h2>
    <p role="status">${text}</p>
    ${more}
    <div class="actions">${actions}</div>
  </section>`;
}
