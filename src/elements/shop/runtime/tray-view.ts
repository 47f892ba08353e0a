import { html, nothing, type TemplateResult } from 'lit';
import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { amountsIn, totalOf } from '../../../core/shop/prices.js';
import { format, formatCount } from '../../../locales/format.js';
import { icons } from '../../icons.js';
import { button, nameOf, placeOf, priceOf, type ShopView } from './shop-parts.js';

/** The pool that is being put together: how many, what they cost, and, opened, each of them. */
export function trayView(view: ShopView): TemplateResult {
  const { tray, labels, language, review } = view;
  const { offers, removed, isOpen } = tray;
  const { pool } = labels;
  const count = html`<strong>${formatCount(pool.chosen, offers.length, language)}</strong>`;
  const sum = html`${count} ${costOf(view)}`;
  const gone = html`${formatCount(pool.removed, removed, language)}
    ${button(
      pool.undo,
      andFocus('.open', () => tray.undo()),
      'secondary',
    )}`;
  const remove = andFocus('.undo .secondary', () => tray.remove(offers.map(({ phoneNumber }) => phoneNumber)));
  return html`<div class="tray" part="tray" ?hidden=${offers.length === 0 && removed === 0}>
    ${isOpen ? html`<ul class="order">${offers.map((offer, at) => row(offer, at, view))}</ul>` : nothing}
    <p class="undo" ?hidden=${removed === 0}>${removed > 0 ? gone : nothing}</p>
    <div class="sum" ?hidden=${offers.length === 0}>
      <p>
        <button class="open" type="button" aria-expanded=${isOpen} @click=${() => tray.open(!isOpen)}>
          ${offers.length > 0 ? sum : nothing}
        </button>
      </p>
      ${button(pool.clear, remove, 'secondary')} ${button(pool.review, review)}
    </div>
  </div>`;
}

/** What the pool costs by the month; empty where no carrier has said. */
export function costOf({ tray, labels, language }: ShopView): string {
  const price = amountsIn(totalOf(tray.offers).monthly, language);
  return price ? format(labels.perMonth, { price }) : '';
}

function row(offer: AvailablePhoneNumber, at: number, view: ShopView): TemplateResult {
  const { tray, labels } = view;
  const name = nameOf(offer);
  // The focus stays where it is: on the number that has moved up, else on the one before.
  const remove = andFocus(`.order :is(li:nth-child(${at + 1}), li:last-child) button, .undo .secondary`, () =>
    tray.remove([offer.phoneNumber]),
  );
  return html`<li>
    <strong dir="ltr">${name}</strong> ${priceOf(offer, view)} <span class="place">${placeOf(offer)}</span>
    <button
      class="remove" part="secondary" type="button" aria-label=${format(labels.pool.remove, { number: name })}
      @click=${remove}
    >${icons.close}</button>
  </li>`;
}

/**
 * For a button that goes when it was pressed: the first of the list that stands there afterwards has the focus then.
 */
const andFocus =
  (selector: string, act: () => void) =>
  async ({ currentTarget }: Event): Promise<void> => {
    const root = (currentTarget as Element).getRootNode() as ShadowRoot;
    act();
    await (root.host as Element & { updateComplete?: Promise<unknown> }).updateComplete;
    root.querySelector<HTMLElement>(`.results :is(${selector})`)?.focus();
  };
