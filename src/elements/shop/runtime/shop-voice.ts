import { html, type TemplateResult } from 'lit';
import { formatCount } from '../../../locales/format.js';
import { Announcer, type Said, spoken } from '../../announcer.js';
import { searchSays } from './search-says.js';
import type { ShopView } from './shop-parts.js';
import { heardOf, isBuying } from './shop-says.js';
import { costOf } from './tray-view.js';

/**
 * How long something is under way before that is said, in milliseconds: most searches, and ways through the gate, are
 * over sooner than it could be heard.
 */
const underWayAfter = 700;

/** When it is said that a purchase takes long, in milliseconds: with `.late`. */
const lateAfter = 8000;

/** Where the voices write: in regions that stand there before anything is said. */
export const regions: TemplateResult = html`<p class="visually-hidden heard" role="status"></p>
  <p class="visually-hidden heard" role="status"></p>
  <p class="visually-hidden heard" role="status"></p>`;

/**
 * Tells those who do not see the shop what comes up in it by itself: its screen, what a search has come to or that a
 * purchase takes long, and what the pool holds. Each has a region of its own, so that none takes another's words away.
 */
export class ShopVoice {
  readonly #screen = new Announcer();
  readonly #below = new Announcer();
  readonly #pool = new Announcer();

  /** To be called after every update. `isTitleHeard`: the focus has just moved to the heading. */
  tell(view: ShopView, root: ParentNode, isTitleHeard: boolean): void {
    const { state, search, labels } = view;
    const isBrowsing = state.status === 'browsing';
    const [screen = null, below = null, pool = null] = root.querySelectorAll('.heard');
    // The gate's own dialog comes over this, or lets the order pass.
    const isPassing = state.status === 'gating' && !state.parked && !isBuying(view);
    this.#screen.tell(heardOf(view), screen, isTitleHeard, isPassing ? underWayAfter : undefined);
    if (isBrowsing) {
      const isUnderWay = search.state.status === 'searching' || search.state.status === 'paging';
      this.#below.tell(
        search.isAsked ? searchSays(view) : undefined,
        below,
        false,
        isUnderWay ? underWayAfter : undefined,
      );
    } else this.#below.tell(isBuying(view) ? { title: labels.purchasing.slow } : undefined, below, false, lateAfter);
    this.#pool.tell(isBrowsing ? poolSays(view) : undefined, pool);
  }
}

/** What was taken out of the pool, and what is in it. */
function poolSays(view: ShopView): Said | undefined {
  const { tray, labels, language } = view;
  const { offers, removed } = tray;
  const title = spoken([
    removed > 0 ? formatCount(labels.pool.removed, removed, language) : '',
    offers.length > 0
      ? [formatCount(labels.pool.chosen, offers.length, language), costOf(view)].filter(Boolean).join(', ')
      : '',
  ]);
  return title ? { title } : undefined;
}
