import { html, nothing, type TemplateResult } from 'lit';
import { amountsIn, totalOf } from '../../../core/shop/prices.js';
import { format, formatCount } from '../../../locales/format.js';
import { andFocusHeading, button, type ShopView } from './shop-parts.js';

/** The pool that is being put together. */
export function tray({ chosen: offers, labels, language, review, clear }: ShopView): TemplateResult {
  const price = amountsIn(totalOf(offers).monthly, language);
  const count = html`<strong>${formatCount(labels.pool.chosen, offers.length, language)}</strong>`;
  const chosen = html`${count} ${price ? format(labels.perMonth, { price }) : nothing}`;
  return html`<div class="tray" part="tray" ?hidden=${offers.length === 0}>
    <p role="status">${offers.length > 0 ? chosen : nothing}</p>
    ${button(labels.pool.clear, andFocusHeading(clear), 'secondary')} ${button(labels.pool.review, review)}
  </div>`;
}
