import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SearchState } from '../controllers/search-controller.js';
import { format, formatCount, type Labels, type Message } from '../core/labels.js';
import type { AvailablePhoneNumber } from '../core/number-contracts.js';
import type { Intent, Order, PurchaseState } from '../core/purchase.js';
import { icons } from './icons.js';
import { purchaseStyles } from './purchase-screens.styles.js';
import { screenControls } from './tokens.styles.js';

/** Everything the shop shows below its search form derives from this. */
export interface PurchaseView {
  state: PurchaseState;
  search: SearchState;
  labels: Labels['purchase'];
  language: string;
  /** How many of the found numbers are shown. */
  shown: number;
  choose(number: AvailablePhoneNumber): void;
  confirm(): void;
  back(): void;
  more(): void;
  again(): void;
}

/** To be adopted by the shop's shadow root when the screens are loaded. */
export const styleSheets = [screenControls, purchaseStyles].map((style) => style.styleSheet!);

/** The list of numbers, or the screen of the purchase under way. */
export function purchaseView(view: PurchaseView): TemplateResult {
  const { state, labels, confirm, back } = view;
  switch (state.status) {
    case 'browsing':
      return results(view);
    case 'reviewing':
      return review(view, state.order, state.notice && labels.notice[state.notice]);
    case 'gating':
      return state.parked ? panel(icons.person, said(labels.parked, state.intent, view), button(labels.parked.cancel, back, 'secondary')) : panel(icons.shield, labels.gating, nothing, 'busy');
    case 'purchasing':
      return panel(icons.phone, said(labels.purchasing, state.intent, view), nothing, 'busy');
    case 'unconfirmed':
      return panel(icons.clock, said(labels.unconfirmed, state.intent, view), nothing, 'busy');
    case 'purchased': {
      const complete = state.receipt.numbers.every((number) => number.status === 'purchased');
      return panel(icons.check, complete ? said(labels.purchased, state.intent, view) : labels.partly, button(labels.purchased.another, back, 'secondary'), 'good', receipt(view, state));
    }
    case 'failed':
      return panel(icons.warning, labels.failed[state.code] ?? labels.failed.other, html`${button(labels.tryAgain, confirm)}${button(labels.review.back, back, 'secondary')}`, 'bad', html`<slot name="support"></slot>`);
  }
}

const button = (label: string, act: () => void, kind: 'primary' | 'secondary' = 'primary'): TemplateResult =>
  html`<button class=${kind} part=${kind === 'primary' ? 'button' : 'secondary'} type="button" @click=${act}>${label}</button>`;

/** The message with the order's number in it. */
const said = ({ title, text }: Message, { order }: Intent, { search }: PurchaseView): Message => {
  const number = order.numbers.map(({ phoneNumber }) => nameOf(phoneNumber, search)).join(', ');
  return { title: format(title, { number }), text: format(text, { number }) };
};

/** How people write the number, if the search told so. */
const nameOf = (phoneNumber: string, search: SearchState): string =>
  (search.status === 'found' && search.answer.numbers.find((number) => number.phoneNumber === phoneNumber)?.friendlyName) || phoneNumber;

const placeOf = (number: Pick<AvailablePhoneNumber, 'locality' | 'region'>): string => [number.locality, number.region].filter(Boolean).join(', ');

function priceOf({ price }: AvailablePhoneNumber, language: string): string | undefined {
  if (typeof price?.price !== 'number') return undefined;
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency: price.price_unit ?? 'USD' }).format(price.price);
  } catch {
    return undefined; // not a currency: better no price than a wrong one
  }
}

function panel(icon: unknown, { title, text }: Message, actions: unknown, tone = '', more: unknown = nothing): TemplateResult {
  return html`<section class="panel" part="panel">
    <span class="badge ${tone}">${icon}</span>
    <h2 part="heading" tabindex="-1">${title}</h2>
    <p role="status">${text}</p>
    ${more}
    <div class="actions">${actions}</div>
  </section>`;
}

function review(view: PurchaseView, order: Order, notice: string | undefined): TemplateResult {
  const { labels, language, search, confirm, back } = view;
  const found = search.status === 'found' ? search.answer.numbers : [];
  const lines = order.numbers.map((ordered) => ({ ordered, number: found.find(({ phoneNumber }) => phoneNumber === ordered.phoneNumber) }));
  const price = lines.length === 1 && lines[0]?.number ? priceOf(lines[0].number, language) : undefined;
  return html`<section class="panel start" part="panel">
    <h2 part="heading" tabindex="-1">${labels.review.title}</h2>
    ${notice ? html`<p class="notice" role="alert">${notice}</p>` : nothing}
    <ul class="order">
      ${lines.map(({ ordered, number }) => html`<li><strong dir="ltr">${number?.friendlyName || ordered.phoneNumber}</strong><span>${placeOf(ordered)}</span>${number ? capabilities(number, labels) : nothing}</li>`)}
    </ul>
    <p><strong>${price ? format(labels.review.price, { price }) : labels.review.noPrice}</strong><br />${labels.review.text}</p>
    <p class="small">${labels.review.once}</p>
    <div class="actions">${button(labels.review.buy, confirm)}${button(labels.review.back, back, 'secondary')}</div>
  </section>`;
}

function receipt({ labels, search }: PurchaseView, { receipt }: Extract<PurchaseState, { status: 'purchased' }>): TemplateResult {
  return html`<ul class="order">
      ${receipt.numbers.map(({ phoneNumber, status }) => html`<li><strong dir="ltr">${nameOf(phoneNumber, search)}</strong><span class=${status === 'purchased' ? 'good' : 'bad'}>${labels.status[status]}</span></li>`)}
    </ul>
    <slot name="next"></slot>`;
}

const capabilities = ({ capabilities: can }: AvailablePhoneNumber, labels: Labels['purchase']): TemplateResult =>
  html`<span class="capabilities"><span class="visually-hidden">${labels.capabilities.label}: </span>${(['voice', 'SMS', 'MMS'] as const)
    .filter((key) => can?.[key])
    .map((key) => html`<span class="chip">${labels.capabilities[key]}</span> `)}</span>`;

function results(view: PurchaseView): TemplateResult {
  const { state, search, labels, language, shown } = view;
  const notice = state.status === 'browsing' && state.notice;
  const text = notice ? format(labels.notice[notice.code] ?? labels.failed.other.text, { number: nameOf(notice.phoneNumber, search) }) : nothing;
  const count = search.status === 'found' ? search.answer.numbers.length : 0;
  const status = search.status === 'searching' ? labels.searching : search.status === 'found' ? formatCount(labels.found, count, language) : '';
  return html`<section class="results">
    <h2 class="visually-hidden" part="heading" tabindex="-1">${labels.heading}</h2>
    ${notice ? html`<p class="notice" role="alert">${text}</p>` : nothing}
    <p class="count" role="status">${status}</p>
    ${search.status === 'searching' ? skeleton() : nothing}
    ${search.status === 'failed' ? html`<div class="empty">${icons.warning}<strong>${labels.notFound.title}</strong><p>${labels.notFound.text}</p>${button(labels.tryAgain, view.again, 'secondary')}</div>` : nothing}
    ${search.status === 'found' && count === 0 ? html`<div class="empty">${icons.phone}<strong>${labels.none.title}</strong><p>${labels.none.text}</p></div>` : nothing}
    ${search.status === 'found' && count > 0
      ? html`<ul class="list" part="list">
          ${repeat(search.answer.numbers.slice(0, shown), (number) => number.phoneNumber, (number) => option(number, view))}
        </ul>`
      : nothing}
    ${count > shown ? button(labels.more, view.more, 'secondary') : nothing}
  </section>`;
}

function option(number: AvailablePhoneNumber, { labels, language, choose }: PurchaseView): TemplateResult {
  const name = number.friendlyName || number.phoneNumber;
  const price = priceOf(number, language);
  return html`<li part="option">
    <div class="what">
      <strong dir="ltr">${name}</strong>
      <span class="place">${placeOf(number)}</span>
    </div>
    <div class="chips">${capabilities(number, labels)}${number.addressRequirements && number.addressRequirements !== 'none' ? html`<span class="chip warn">${labels.addressNeeded}</span>` : nothing}</div>
    <span class="price">${price ? format(labels.perMonth, { price }) : nothing}</span>
    <button class="secondary" part="choose" type="button" aria-label=${format(labels.chooseNumber, { number: name })} @click=${() => choose(number)}>${labels.choose}</button>
  </li>`;
}

const skeleton = (): TemplateResult => html`<ul class="list" aria-hidden="true">
  ${[0, 1, 2, 3].map(() => html`<li><div class="bone"></div><div class="bone"></div></li>`)}
</ul>`;
