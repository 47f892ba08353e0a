import { html, nothing, type TemplateResult } from 'lit';
import type { PurchaseState } from '../../../core/shop/purchase.js';
import { format } from '../../../locales/format.js';
import { icons } from '../../icons.js';
import { screenControls } from '../../screen-controls.styles.js';
import { identityNote, support } from './identity-note.js';
import { rowStyles } from './number-row.styles.js';
import { lines, prices, requirements } from './order-lines.js';
import { orderStyles } from './order-lines.styles.js';
import { notice, panel } from './panel.js';
import { button, type ShopView } from './shop-parts.js';
import { results } from './shop-results.js';
import { resultsStyles } from './shop-results.styles.js';
import { boughtIn, isBuying } from './shop-says.js';
import { purchaseStyles } from './shop-screens.styles.js';
import { regions } from './shop-voice.js';
import { buying, declined, waiting } from './waiting-screens.js';

/** To be adopted by the shop's shadow root when the screens are loaded. */
export const styleSheets = [screenControls, purchaseStyles, orderStyles, resultsStyles, rowStyles];

/** The list of numbers, or the screen of the purchase under way, in the language that its words are in. */
export const shopView = (view: ShopView): TemplateResult =>
  html`<div lang=${view.words?.lang ?? nothing} dir=${view.words?.dir ?? nothing}>${screen(view)}${regions}</div>`;

function screen(view: ShopView): TemplateResult {
  const { state, labels, confirm, back, again } = view;
  switch (state.status) {
    case 'browsing':
      return results(view, state);
    case 'reviewing':
      return review(view, state);
    case 'gating':
      if (isBuying(view)) return buying(view);
      return state.parked ? waiting(view, state) : panel(view, icons.shield, nothing, 'busy');
    case 'waiting':
      return waiting(view, state);
    case 'asking':
      return asking(view, state);
    case 'purchasing':
      return buying(view);
    case 'unconfirmed':
      return panel(
        view,
        icons.clock,
        button(labels.asking.check, again, 'secondary'),
        'busy',
        html`${notice(view)} ${state.slow ? support : nothing}`,
      );
    case 'purchased':
      return receipt(view, state);
    case 'failed':
      return panel(
        view,
        icons.warning,
        html`${button(labels.tryAgain, confirm)}${button(labels.review.back, back, 'secondary')}`,
        'bad',
        support,
      );
  }
}

/** Whether it is still wanted, or what became of it is to be found out. */
function asking(view: ShopView, { intent, sent }: Of<'asking'>): TemplateResult {
  const { labels, standing, confirm, back } = view;
  if (standing === 'declined' && !sent) return declined(view, intent);
  const { asking: words } = labels;
  const [yes, no] = sent ? [words.check, words.later] : [words.yes, words.no];
  return panel(
    view,
    icons.clock,
    html`${button(yes, confirm)}${button(no, back, 'secondary')}`,
    '',
    html`${lines(view, intent)}${prices(view, intent.offers)}${identityNote(view)}`,
  );
}

function review(view: ShopView, { draft }: Of<'reviewing'>): TemplateResult {
  const { labels, standing, confirm, back, check } = view;
  const { review: words, pool, waiting: ways } = labels;
  const { pool: named } = draft.order;
  const isDeclined = standing === 'declined';
  const charges = html`${named ? html`<p>${format(pool.named, { name: named.name })}</p>` : nothing}
    ${prices(view, draft.offers)}`;
  // What cannot be bought leads back first.
  const actions = isDeclined
    ? html`${button(words.back, back)}${button(ways.check, check, 'secondary')}`
    : html`${button(named ? pool.buy : words.buy, confirm)}${button(words.back, back, 'secondary')}`;
  return html`<section class="panel" part="panel">
    <h2 part="heading" tabindex="-1">${words.title}</h2>
    ${isDeclined ? identityNote(view) : nothing} ${lines(view, draft)} ${requirements(view, draft)}
    ${isDeclined ? nothing : html`${charges}${identityNote(view)}`}
    <div class="actions">${actions}</div>
  </section>`;
}

function receipt(view: ShopView, state: Of<'purchased'>): TemplateResult {
  const { labels, replace, back } = view;
  const { intent, receipt } = state;
  const isBought = boughtIn(state);
  const isComplete = receipt.numbers.every(isBought);
  const status = (phoneNumber: string) => {
    const known = isBought({ phoneNumber }) ? 'purchased' : 'failed';
    return html`<span class=${known === 'purchased' ? 'good' : 'bad'}>${labels.status[known]}</span>`;
  };
  const paid = intent.offers.filter(isBought);
  const another = button(labels.purchased.another, back, 'secondary');
  const actions = isComplete ? another : html`${button(labels.pool.replace, replace)}${another}`;
  return panel(
    view,
    icons.check,
    actions,
    'good',
    html`${lines(view, intent, status)}${paid.length > 0 ? prices(view, paid) : nothing}<slot name="next"></slot>`,
  );
}

type Of<Status extends PurchaseState['status']> = Extract<PurchaseState, { status: Status }>;
