import { html, nothing, type TemplateResult } from 'lit';
import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { format } from '../../../locales/format.js';
import { icons } from '../../icons.js';
import { awayFrom } from './away-from.js';
import { badges, nameOf, placeOf, priceOf, type ShopView } from './shop-parts.js';

/** One number of the list, `position` of `size`. */
export function numberRow(
  number: AvailablePhoneNumber,
  position: number,
  size: number,
  view: ShopView,
): TemplateResult {
  const { labels, mode, tray, choose } = view;
  const name = nameOf(number);
  const isAdded = mode === 'pool' && tray.has(number.phoneNumber);
  const { pool } = labels;
  const [text, label] = isAdded ? [pool.added, pool.addedNumber] : [pool.add, pool.addNumber];
  const [shown, read] = mode === 'pool' ? [text, label] : [labels.choose, labels.chooseNumber];
  return html`<div class="row" part="option" role="listitem" aria-setsize=${size} aria-posinset=${position}>
    <div class="what">
      <strong dir="ltr">${name}</strong>
      <span class="place">${placeOf(number)}${awayFrom(number, view)}</span>
    </div>
    <div class="chips">${badges(number, labels)}</div>
    ${priceOf(number, view)}
    <button
      class="secondary" part="choose" type="button" aria-label=${format(read, { number: name })}
      aria-pressed=${mode === 'pool' ? isAdded : nothing} @click=${() => choose(number)}
    >${isAdded ? icons.check : nothing}${shown}</button>
  </div>`;
}
