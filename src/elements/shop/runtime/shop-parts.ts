import { html, nothing, type TemplateResult } from 'lit';
import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { amountsIn, totalOf } from '../../../core/shop/prices.js';
import type { Draft, PurchaseState } from '../../../core/shop/purchase.js';
import { format, formatCount } from '../../../locales/format.js';
import type { Labels } from '../../../locales/labels.js';
import type { Mark } from '../../language.js';
import type { Comboboxes } from './comboboxes.js';
import type { Prospect } from './gated-purchase.js';
import type { LongList } from './long-list.js';
import type { PoolTray } from './pool-tray.js';
import type { ShopSearch } from './shop-search.js';

/** Everything the shop shows below its search form derives from this. */
export interface ShopView extends Prospect {
  state: PurchaseState;
  search: ShopSearch;
  list: LongList;
  comboboxes: Comboboxes;
  labels: Labels['purchase'];
  /** The words of the gate, for what both say. */
  gate: Labels['gate'];
  /** BCP 47 tag for `Intl`, that goes with the words. */
  language: string;
  /** What the words on screen say of themselves, where they are not in the page's language. */
  words: Mark | undefined;
  mode: 'single' | 'pool';
  /** The pool that is being put together. */
  tray: PoolTray;
  choose(number: AvailablePhoneNumber): void;
  review(): void;
  confirm(): void;
  again(): void;
  cancel(): void;
  replace(): void;
  back(): void;
}

export function button(
  label: string,
  act: (event: Event) => void,
  kind: 'primary' | 'secondary' | 'secondary quiet' = 'primary',
): TemplateResult {
  const part = kind === 'primary' ? 'button' : 'secondary';
  return html`<button class=${kind} part=${part} type="button" @click=${act}>${label}</button>`;
}

/** For a button that goes when it was pressed, and had the focus. */
export const andFocusHeading =
  (act: () => void) =>
  ({ currentTarget }: Event): void => {
    act();
    (currentTarget as Element).closest('.results')!.querySelector('h2')!.focus();
  };

/** How people write the number: as the carrier told, or else as in North America, if it is from there. */
export const nameOf = ({
  friendlyName,
  phoneNumber,
}: Pick<AvailablePhoneNumber, 'friendlyName' | 'phoneNumber'>): string =>
  friendlyName || phoneNumber.replace(/^\+1(...)(...)(....)$/, '($1) $2-$3');

/** The one number of an order by its name, several by their count. */
export function namesOf({ labels, language }: Pick<ShopView, 'labels' | 'language'>, { order, offers }: Draft): string {
  const [number] = order.numbers;
  return order.numbers.length > 1 || !number
    ? formatCount(labels.found, order.numbers.length, language)
    : nameOf(offers.find(({ phoneNumber }) => phoneNumber === number.phoneNumber) ?? number);
}

/** A sentence with a number, or a count of them, which stays on one line. */
export function withNumber(template: string, number: string): TemplateResult {
  const [before, ...after] = template.split('{number}');
  return html`${before}${after.map((text) => html`<bdi>${number}</bdi>${text}`)}`;
}

/** What one number costs, by the month and once; empty where the carrier has not said. */
export function priceOf(number: AvailablePhoneNumber, { labels, language }: ShopView): TemplateResult {
  const { monthly, setup } = totalOf([number]);
  const [price, once] = [amountsIn(monthly, language), amountsIn(setup, language)];
  const perMonth = price ? format(labels.perMonth, { price }) : nothing;
  const atOnce = once ? html`<small>${format(labels.setup, { price: once })}</small>` : nothing;
  return html`<span class="price">${perMonth}${atOnce}</span>`;
}

export const placeOf = (number: Pick<AvailablePhoneNumber, 'locality' | 'region'>): string =>
  [number.locality, number.region].filter(Boolean).join(', ');

export const needsAddress = ({ addressRequirements }: AvailablePhoneNumber): boolean =>
  Boolean(addressRequirements && addressRequirements !== 'none');

/** What the number can be used for, and what it needs. */
export function badges(number: AvailablePhoneNumber, labels: Labels['purchase']): TemplateResult {
  const { capabilities } = labels;
  const chips = (['voice', 'SMS', 'MMS'] as const)
    .filter((key) => number.capabilities?.[key])
    .map((key) => html`<span class="chip">${capabilities[key]}</span> `);
  const label = html`<span class="visually-hidden">${capabilities.label}: </span>`;
  return html`${chips.length > 0 ? html`<span class="capabilities">${label}${chips}</span>` : nothing}
    ${needsAddress(number) ? html`<span class="chip warn">${labels.addressNeeded}</span>` : nothing}
    ${number.bundleRequired ? html`<span class="chip warn">${labels.documentsNeeded}</span>` : nothing}`;
}

/** A country's name in that language. */
export const countryName = (country: string, language: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
