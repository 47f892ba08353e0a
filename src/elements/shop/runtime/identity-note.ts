import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../icons.js';
import { isListed, needsOf, sentenceOf } from './order-words.js';
import type { ShopView } from './shop-parts.js';

/** What stands between the buyer and their order: nothing for those of whom nothing is asked. */
export function identityNote(view: ShopView): TemplateResult | typeof nothing {
  const { said, standing } = view;
  if (said.length === 0) return nothing;
  const sentences = said.map(
    (saying) => html`<p>${sentenceOf(view, saying)}</p>${isListed(saying) ? needs(view) : nothing}`,
  );
  if (standing === 'declined') return html`<div class="notice">${sentences}</div>${support}`;
  return html`<div class="identity">${sentences}</div>`;
}

/** How to reach the support, in the page's words. */
export const support = html`<slot name="support"></slot>`;

const needs = (view: ShopView): TemplateResult =>
  html`<ul class="needs">
    ${needsOf(view).map(
      ({ name, text, done }) =>
        html`<li class=${done ? 'done' : ''}>${icons[done ? 'check' : name]}<span>${text}</span></li>`,
    )}
  </ul>`;
