import { html, nothing, type TemplateResult } from 'lit';
import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { amountsIn, totalOf } from '../../../core/shop/prices.js';
import type { Draft } from '../../../core/shop/purchase.js';
import { format } from '../../../locales/format.js';
import { icons } from '../../icons.js';
import { badges, nameOf, needsAddress, placeOf, priceOf, type ShopView } from './shop-parts.js';

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
export function prices({ labels, language }: ShopView, offers: readonly AvailablePhoneNumber[]): TemplateResult {
  const { monthly, setup, unpriced } = totalOf(offers);
  const [price, once] = [amountsIn(monthly, language), amountsIn(setup, language)];
  const { review: words } = labels;
  const line = (text: string) => html`<strong>${text}</strong><br />`;
  const unknown = price ? words.others : words.noPrice;
  return html`<p>
    ${price ? line(format(words.price, { price })) : nothing}${once ? line(format(words.setup, { price: once })) : nothing}
    ${!price || unpriced ? html`${unknown} ` : nothing}${words.text}
  </p>`;
}

/** What the numbers need, each thing once a country, said before anything is bought. */
export function requirements(
  { labels, language }: ShopView,
  { order, offers }: Draft,
): TemplateResult | typeof nothing {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const texts = offers.flatMap((offer) => {
    const code =
      offer.isoCountry ?? order.numbers.find(({ phoneNumber }) => phoneNumber === offer.phoneNumber)?.countryCode ?? '';
    const country = /^[A-Z]{2}$/.test(code) ? names.of(code) : code;
    const needs = [
      needsAddress(offer) && (labels.requirements[offer.addressRequirements as 'any'] ?? labels.requirements.any),
      offer.bundleRequired && labels.requirements.bundle,
    ];
    return needs.flatMap((text) => (text ? [format(text, { country: country ?? code })] : []));
  });
  return texts.length > 0
    ? html`<ul class="needs">${[...new Set(texts)].map((text) => html`<li>${icons.warning}${text}</li>`)}</ul>`
    : nothing;
}
