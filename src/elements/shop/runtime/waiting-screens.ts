import { html, nothing, type TemplateResult } from 'lit';
import type { Draft, PurchaseState } from '../../../core/shop/purchase.js';
import type { Standing } from '../../../core/shop/standing.js';
import { format } from '../../../locales/format.js';
import { icons } from '../../icons.js';
import { support } from './identity-note.js';
import { moment } from './moments.js';
import { lines, prices } from './order-lines.js';
import { panel, said } from './panel.js';
import { button, namesOf, type ShopView, withNumber } from './shop-parts.js';

type Waiting = Extract<PurchaseState, { status: 'waiting' | 'gating' }>;

/** It is being bought; after a while, in a place that was kept for it, that this takes long. */
export function buying(
  view: ShopView,
  order: Draft,
  actions: unknown = nothing,
  more: unknown = nothing,
): TemplateResult {
  const { purchasing } = view.labels;
  const late = html`<p class="late" role="status"><span>${purchasing.slow}</span></p>`;
  return panel(icons.phone, said(purchasing, order, view), actions, 'busy', html`${late}${more}`);
}

/** The order cannot be bought, whatever happens here. */
export function declined(
  view: ShopView,
  order: Draft,
  actions: unknown = leave(view),
  more: unknown = lines(view, order),
): TemplateResult {
  const { failed, identity } = view.labels;
  const message = { title: failed.other.title, text: identity.declined };
  return panel(icons.warning, message, actions, 'bad', html`${support}${more}`);
}

const leave = ({ labels, back, check }: ShopView) =>
  html`${button(labels.purchased.another, back)}${button(labels.waiting.check, check, 'secondary')}`;

/** What the person has to do themselves before anything is approved. */
const unfinished: readonly Standing[] = ['asked', 'begun', 'failed'];

/** An order that waits for the approval: kept by the host, which needs nobody here, or by this page. */
export function waiting(view: ShopView, state: Waiting): TemplateResult {
  const { labels, gate, standing, back, again, check, cancel } = view;
  const { intent } = state;
  const held = state.status === 'waiting' ? state : undefined;
  const { waiting: words, parked, purchased } = labels;
  const isBuying = held?.isBuying;
  const isDeclined = standing === 'declined';
  const isUnfinished = !isBuying && unfinished.includes(standing);
  // Always in the same places: the buttons stay the same nodes, and keep the focus. Once it is being bought there is
  // nothing to cancel; what only this page keeps goes when it is left.
  const ways = html`${isUnfinished ? button(gate.intro.begin, again) : nothing}
    ${held || isDeclined ? button(purchased.another, back, isUnfinished ? 'secondary' : 'primary') : nothing}
    ${isUnfinished ? nothing : button(words.check, isDeclined ? check : again, 'secondary')}
    ${isBuying || (isDeclined && !held) ? nothing : button(parked.cancel, held ? cancel : back, 'secondary quiet')}`;
  const stuck = held?.isStuck ? html`<p class="notice" role="alert">${words.stuck}</p>` : nothing;
  const order = html`${stuck}${lines(view, intent)}`;
  if (isBuying) return buying(view, intent, ways, order);
  if (isDeclined) return declined(view, intent, ways, order);
  const { offers } = intent;
  const title = standing === 'reviewed' && !held ? parked.title : words.title;
  return panel(
    icons.clock,
    { title, text: awaited(view, state) },
    ways,
    '',
    html`${order}${offers.some(({ price }) => price) ? prices(view, offers) : nothing}`,
  );
}

/** What it waits for, and how long. */
function awaited(view: ShopView, state: Waiting): unknown {
  const { labels, language, standing, retryAt } = view;
  const { waiting: words, identity, parked } = labels;
  const held = state.status === 'waiting' ? state.held : undefined;
  const number = namesOf(view, state.intent);
  const until = held?.finishBy ? ` ${format(words.until, { date: moment(held.finishBy, language) })}` : '';
  if (unfinished.includes(standing)) return html`${withNumber(words.unfinished, number)}${until}`;
  if (standing === 'paused') return html`${format(identity.paused, { time: moment(retryAt!, language) })}${until}`;
  if (standing === 'free') return withNumber(words.approved, number);
  const seen = standing === 'checked' || standing === 'reviewed' ? `${identity[standing]} ` : '';
  return html`${withNumber(seen + (held ? words.text : parked.text), number)}${until}`;
}
