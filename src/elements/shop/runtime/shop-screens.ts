import { html, nothing, type TemplateResult } from 'lit';
import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { amountsIn, totalOf } from '../../../core/shop/prices.js';
import type { Draft, PurchaseState } from '../../../core/shop/purchase.js';
import { format, formatCount } from '../../../locales/format.js';
import type { Message } from '../../../locales/labels.js';
import { icons } from '../../icons.js';
import { screenControls } from '../../screen-controls.styles.js';
import { rowStyles } from './number-row.styles.js';
import { badges, button, nameOf, namesOf, needsAddress, placeOf, type ShopView } from './shop-parts.js';
import { results } from './shop-results.js';
import { resultsStyles } from './shop-results.styles.js';
import { purchaseStyles } from './shop-screens.styles.js';

/** To be adopted by the shop's shadow root when the screens are loaded. */
export const styleSheets = [screenControls, purchaseStyles, resultsStyles, rowStyles];

/** The list of numbers, or the screen of the purchase under way, in the language that its words are in. */
export const shopView = (view: ShopView): TemplateResult =>
  html`<div lang=${view.words?.lang ?? nothing} dir=${view.words?.dir ?? nothing}>${screen(view)}</div>`;

function screen(view: ShopView): TemplateResult {
  const { state, labels, confirm, back, again } = view;
  switch (state.status) {
    case 'browsing':
      return results(view, state);
    case 'reviewing':
      return review(view, state);
    case 'gating':
      if (!state.parked) return panel(icons.shield, labels.gating, nothing, 'busy');
      return panel(
        icons.person,
        said(labels.parked, state.intent, view),
        html`${button(labels.waiting.check, again)}${button(labels.parked.cancel, back, 'secondary')}`,
      );
    case 'waiting':
      return waiting(view, state);
    case 'asking': {
      const { asking } = labels;
      const [message, yes, no] = state.sent
        ? [asking.sent, asking.check, asking.later]
        : [asking, asking.yes, asking.no];
      return panel(
        icons.clock,
        said(message, state.intent, view),
        html`${button(yes, confirm)}${button(no, back, 'secondary')}`,
        '',
        html`${lines(view, state.intent)}${prices(view, state.intent.offers)}`,
      );
    }
    case 'purchasing':
      return panel(icons.phone, said(labels.purchasing, state.intent, view), nothing, 'busy');
    case 'unconfirmed': {
      const why = state.code && labels.unconfirmed.why[state.code];
      const { title, text, slow } = labels.unconfirmed;
      return panel(
        icons.clock,
        said({ title, text: state.slow ? `${text} ${slow}` : text }, state.intent, view),
        button(labels.asking.check, again, 'secondary'),
        'busy',
        html`${why ? html`<p class="notice" role="alert">${why}</p>` : nothing}
        ${state.slow ? html`<slot name="support"></slot>` : nothing}`,
      );
    }
    case 'purchased':
      return receipt(view, state);
    case 'failed':
      return panel(
        icons.warning,
        labels.failed[state.code] ?? labels.failed.other,
        html`${button(labels.tryAgain, confirm)}${button(labels.review.back, back, 'secondary')}`,
        'bad',
        html`<slot name="support"></slot>`,
      );
  }
}

/** A message whose heading may hold more than text. */
interface Said {
  title: unknown;
  text: string;
}

/** The message with the order's numbers in it, in the heading in one piece. */
function said({ title, text }: Message, draft: Draft, view: ShopView): Said {
  const number = namesOf(view, draft);
  const [before, ...after] = title.split('{number}');
  return {
    title: after.length > 0 ? html`${before}<bdi>${number}</bdi>${after.join(number)}` : title,
    text: format(text, { number }),
  };
}

function panel(
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

/** The numbers of an order, each with what `more` says of it. */
function lines(
  { labels }: ShopView,
  { order, offers }: Draft,
  more: (phoneNumber: string) => unknown = () => nothing,
): TemplateResult {
  return html`<ul class="order">
    ${order.numbers.map((ordered) => {
      const offer: AvailablePhoneNumber =
        offers.find(({ phoneNumber }) => phoneNumber === ordered.phoneNumber) ?? ordered;
      const place = placeOf(offer) ? html`<span>${placeOf(offer)}</span>` : nothing;
      const name = html`<strong dir="ltr">${nameOf(offer)}</strong>`;
      return html`<li>${name}${place}${badges(offer, labels)}${more(ordered.phoneNumber)}</li>`;
    })}
  </ul>`;
}

/** What will be, or was, charged. */
function prices({ labels, language }: ShopView, offers: readonly AvailablePhoneNumber[]): TemplateResult {
  const { monthly, setup, unpriced } = totalOf(offers);
  const [price, once] = [amountsIn(monthly, language), amountsIn(setup, language)];
  const line = (text: string) => html`<strong>${text}</strong><br />`;
  return html`<p>
    ${price ? line(format(labels.review.price, { price })) : nothing}
    ${once ? line(format(labels.review.setup, { price: once })) : nothing}
    ${!price || unpriced ? html`${labels.review.noPrice} ` : nothing}${labels.review.text}
  </p>`;
}

/** An order that the host keeps: it needs nobody here, who may go on with something else. */
function waiting(view: ShopView, { intent, held, isBuying, isStuck }: Extract<PurchaseState, { status: 'waiting' }>) {
  const { offers } = intent;
  const { labels, language, isDeclined, back, again, cancel } = view;
  const words = labels.waiting;
  const date = held.finishBy && moment(held.finishBy, language);
  const { title, text } = said(isBuying ? labels.purchasing : words, intent, view);
  const until = date && !isBuying ? `${text} ${format(words.until, { date })}` : text;
  const declined = { title: labels.failed.other.title, text: labels.notice.declined ?? '' };
  // Once it is being bought there is nothing to cancel; the other buttons stay the same nodes, and keep the focus.
  return panel(
    isBuying ? icons.phone : icons.clock,
    isDeclined && !isBuying ? declined : { title, text: until },
    html`${button(labels.purchased.another, back)}${button(words.check, again, 'secondary')}
    ${isBuying ? nothing : button(labels.parked.cancel, cancel, 'secondary')}`,
    isBuying ? 'busy' : '',
    html`${isStuck ? html`<p class="notice" role="alert">${words.stuck}</p>` : nothing}${lines(view, intent)}
    ${isBuying || isDeclined || !offers.some(({ price }) => price) ? nothing : prices(view, offers)}`,
  );
}

const moment = (time: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));

/** As many whole minutes, hours or days as so many seconds are: no more than is so. */
function duration(seconds: number, language: string): string {
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const [unit, length] = units.find(([, each]) => seconds >= 2 * each) ?? units[2];
  const value = Math.max(1, Math.floor(seconds / length));
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

function review(view: ShopView, { draft, notice }: Extract<PurchaseState, { status: 'reviewing' }>): TemplateResult {
  const { labels, confirm, back } = view;
  const { pool } = draft.order;
  const why = notice && labels.notice[notice];
  const { review: words } = labels;
  const confirmed = button(pool ? labels.pool.buy : words.buy, confirm);
  const actions =
    notice === 'declined'
      ? html`${button(words.back, back)}${button(labels.tryAgain, confirm, 'secondary')}`
      : html`${confirmed}${button(words.back, back, 'secondary')}`;
  return html`<section class="panel start" part="panel">
    <h2 part="heading" tabindex="-1">${labels.review.title}</h2>
    ${why ? html`<p class="notice" role="alert">${why}</p>` : nothing}
    ${lines(view, draft)} ${requirements(view, draft)}
    ${pool ? html`<p>${format(labels.pool.named, { name: pool.name })}</p>` : nothing} ${prices(view, draft.offers)}
    ${view.asks ? html`<p class="small">${labels.review.once}</p>` : nothing}
    ${view.finish ? html`<p class="small">${format(words.finish, { time: duration(view.finish, view.language) })}</p>` : nothing}
    <div class="actions">${actions}</div>
  </section>`;
}

/** What the numbers need, each thing once a country, said before anything is bought. */
function requirements({ labels, language }: ShopView, { order, offers }: Draft): TemplateResult | typeof nothing {
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

function receipt(
  view: ShopView,
  { intent, receipt: { numbers } }: Extract<PurchaseState, { status: 'purchased' }>,
): TemplateResult {
  const { labels, language, replace, back } = view;
  const bought = numbers.filter(({ status }) => status === 'purchased');
  const isComplete = bought.length === numbers.length;
  const count = formatCount(labels.pool.purchased, bought.length, language);
  const message =
    isComplete && numbers.length === 1
      ? said(labels.purchased, intent, view)
      : { title: count, text: isComplete ? labels.purchased.text : labels.pool.partly };
  const status = (phoneNumber: string) => {
    const known = numbers.find((number) => number.phoneNumber === phoneNumber)?.status ?? 'failed';
    return html`<span class=${known === 'purchased' ? 'good' : 'bad'}>${labels.status[known]}</span>`;
  };
  const paid = intent.offers.filter(({ phoneNumber }) => bought.some((number) => number.phoneNumber === phoneNumber));
  const another = button(labels.purchased.another, back, 'secondary');
  const actions = isComplete ? another : html`${button(labels.pool.replace, replace)}${another}`;
  return panel(
    icons.check,
    message,
    actions,
    'good',
    html`${lines(view, intent, status)}${paid.length > 0 ? prices(view, paid) : nothing}<slot name="next"></slot>`,
  );
}
