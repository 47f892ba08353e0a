import { html, nothing, type TemplateResult } from 'lit';
import type { Draft, PurchaseState } from '../../../core/shop/purchase.js';
import { icons } from '../../icons.js';
import { support } from './identity-note.js';
import { lines, prices } from './order-lines.js';
import { notice, panel } from './panel.js';
import { button, type ShopView } from './shop-parts.js';
import { isUnfinished } from './shop-says.js';

type Waiting = Extract<PurchaseState, { status: 'waiting' | 'gating' }>;

/** It is being bought; after a while, in a place that was kept for it, that this takes long. */
export const buying = (view: ShopView, actions: unknown = nothing, more: unknown = nothing): TemplateResult =>
  panel(
    view,
    icons.phone,
    actions,
    'busy',
    html`<p class="late"><span>${view.labels.purchasing.slow}</span></p>${more}`,
  );

/** The order cannot be bought, whatever happens here. */
export const declined = (
  view: ShopView,
  order: Draft,
  actions: unknown = leave(view),
  more: unknown = lines(view, order),
): TemplateResult => panel(view, icons.warning, actions, 'bad', html`${support}${more}`);

const leave = ({ labels, back, check }: ShopView) =>
  html`${button(labels.purchased.another, back)}${button(labels.waiting.check, check, 'secondary')}`;

/** An order that waits for the approval: kept by the host, which needs nobody here, or by this page. */
export function waiting(view: ShopView, state: Waiting): TemplateResult {
  const { labels, gate, standing, back, again, check, cancel } = view;
  const { intent } = state;
  const held = state.status === 'waiting' ? state : undefined;
  const { waiting: words, parked, purchased } = labels;
  const isDeclined = standing === 'declined';
  const isToDo = !held?.isBuying && isUnfinished(view);
  // Always in the same places: the buttons stay the same nodes, and keep the focus. Once it is being bought there is
  // nothing to cancel; what only this page keeps goes when it is left.
  const mayCancel = !held?.isBuying && (held || !isDeclined);
  const ways = html`${isToDo ? button(gate.intro.begin, again) : nothing}
    ${held || isDeclined ? button(purchased.another, back, isToDo ? 'secondary' : 'primary') : nothing}
    ${isToDo ? nothing : button(words.check, isDeclined ? check : again, 'secondary')}
    ${mayCancel ? button(parked.cancel, held ? cancel : back, 'secondary quiet') : nothing}`;
  const order = html`${notice(view)}${lines(view, intent)}`;
  if (held?.isBuying) return buying(view, ways, order);
  if (isDeclined) return declined(view, intent, ways, order);
  const { offers } = intent;
  return panel(
    view,
    icons.clock,
    ways,
    '',
    html`${order}${offers.some(({ price }) => price) ? prices(view, offers) : nothing}`,
  );
}
