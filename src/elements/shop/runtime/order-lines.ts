import { html, nothing, type TemplateResult } from 'lit';
import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import type { Draft } from '../../../core/shop/purchase.js';
import { icons } from '../../icons.js';
import { charges, requirementsOf } from './order-words.js';
import { badges, nameOf, placeOf, priceOf, type ShopView } from './shop-parts.js';

/** The numbers of an order with their prices, each with what `more` says of it. */
export function lines(
  view: ShopView,
  { order, offers }: Draft,
  more: (phoneNumber: string) => unknown = () => nothing,
): TemplateResult {
  return html`<ul class="order">
    ${order.numbers.map((ordered) => {
      const offer: AvailablePhoneNumber =
        offers.find(({ phoneNumber }) => phoneNumber === ordered.phoneNumber) ?? ordered;
      return html`<li>
        <strong dir="ltr">${nameOf(offer)}</strong> ${priceOf(offer, view)}
        <span class="place">${placeOf(offer)}</span> ${more(ordered.phoneNumber)}
        <div class="chips">${badges(offer, view.labels)}</div>
      </li>`;
    })}
  </ul>`;
}

/** What is charged once the numbers are bought. */
export function prices(view: ShopView, offers: readonly AvailablePhoneNumber[]): TemplateResult {
  const { sums, rest } = charges(view, offers);
  return html`<p>${sums.map((sum) => html`<strong>${sum}</strong><br />`)}${rest}</p>`;
}

/** What the numbers need, said before anything is bought. */
export function requirements(view: ShopView, draft: Draft): TemplateResult | typeof nothing {
  const texts = requirementsOf(view, draft);
  return texts.length > 0
    ? html`<ul class="needs">${texts.map((text) => html`<li>${icons.warning}${text}</li>`)}</ul>`
    : nothing;
}
