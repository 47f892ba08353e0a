import { html, nothing, type TemplateResult } from 'lit';
import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { amountsIn, totalOf } from '../../../core/shop/prices.js';
import { format } from '../../../locales/format.js';
import { icons } from '../../icons.js';
import { awayFrom } from './away-from.js';
import { badges, nameOf, placeOf, type ShopView } from './shop-parts.js';

/** One number of the list, `position` of `size`. */
export function numberRow(
  number: AvailablePhoneNumber,
  position: number,
  size: number,
  view: ShopView,
): TemplateResult {
  const { labels, language, mode, choose } = view;
  const name = nameOf(number);
  const { monthly, setup } = totalOf([number]);
  const [price, once] = [amountsIn(monthly, language), amountsIn(setup, language)];
  const setUp = once ? html`<small>${format(labels.setup, { price: once })}</small>` : nothing;
  const pressed = view.chosen.some(({ phoneNumber }) => phoneNumber === number.phoneNumber);
  const [label, text] =
    mode === 'pool' ? [labels.pool.addNumber, labels.pool.add] : [labels.chooseNumber, labels.choose];
  return html`<div class="row" part="option" role="listitem" aria-setsize=${size} aria-posinset=${position}>
    <div class="what">
      <strong dir="ltr">${name}</strong>
      <span class="place">${placeOf(number)}${awayFrom(number, view)}</span>
    </div>
    <div class="chips">${badges(number, labels)}</div>
    <span class="price">${price ? format(labels.perMonth, { price }) : nothing}${setUp}</span>
    <button
      class="secondary" part="choose" type="button" aria-label=${format(label, { number: name })}
      aria-pressed=${mode === 'pool' ? pressed : nothing} @click=${() => choose(number)}
    >${pressed ? icons.check : nothing}${text}</button>
  </div>`;
}
