import { html, nothing, type TemplateResult } from 'lit';
import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import type { PurchaseState } from '../../../core/shop/purchase.js';
import type { SearchState } from '../../../core/shop/search.js';
import { format } from '../../../locales/format.js';
import type { Said } from '../../announcer.js';
import { icons } from '../../icons.js';
import { numberRow } from './number-row.js';
import { listedAs, notSold, searchSays } from './search-says.js';
import { filters } from './shop-filters.js';
import { andFocusHeading, button, countryName, type ShopView, withNumber } from './shop-parts.js';
import { numberIn, saidBy } from './shop-says.js';
import { suggestions } from './suggestions.js';
import { trayView } from './tray-view.js';

/** What was found, what narrows it, and the pool that is being put together. */
export function results(view: ShopView, state: Extract<PurchaseState, { status: 'browsing' }>): TemplateResult {
  const { search, labels } = view;
  const found = search.state;
  const answer = search.found?.answer;
  const count = answer?.numbers.length ?? 0;
  const come = searchSays(view);
  const [status, look] = outcome(found, come, count === 0);
  const number = numberIn(view);
  const why = saidBy(view);
  // What is no more than news of a number stands out from what is to be chosen.
  const plain = state.notice && state.notice.code !== 'number_unavailable' ? 'plain' : '';
  const retry = button(
    labels.tryAgain,
    andFocusHeading(() => search.retry()),
    'secondary',
  );
  return html`<section class="results">
    <h2 class="visually-hidden" part="heading" tabindex="-1">${labels.heading}</h2>
    ${why ? html`<p class="notice ${plain}">${withNumber(why.title, number)}</p>` : nothing}
    ${why?.text ? html`<p class="notice">${why.text}</p>` : nothing}
    ${suggestions(view)}
    <div class="head">
      ${found.status === 'idle' ? nothing : filters(view)}
      <p id="found" class=${look}>${status}</p>
    </div>
    ${elsewhere(view)}
    ${found.status === 'searching' && !answer ? skeleton() : nothing}
    ${found.status === 'failed' ? empty(icons.warning, come!, retry) : nothing}
    ${found.status === 'found' && count === 0 ? empty(icons.phone, come!) : nothing}
    ${answer && count > 0 ? list(answer.numbers, view) : nothing}
    ${found.status === 'found' && found.isCut ? html`<p class="notice">${labels.moreFailed}</p>` : nothing}
    ${search.pages.hasMore ? button(labels.more, () => search.pages.more(), 'secondary') : nothing}
    ${view.mode === 'pool' ? trayView(view) : nothing}
  </section>`;
}

/** What the search has come to in one line, and how it looks; what stands below in large letters is not said twice. */
function outcome({ status }: SearchState, said: Said | undefined, isEmpty: boolean): [string, string] {
  if (!said || status === 'failed' || (status === 'found' && isEmpty)) return ['', 'count'];
  // What comes close only says so; its count is heard.
  const isRemark = status === 'abroad' || (status === 'found' && said.text);
  return [said.title, isRemark ? 'notice plain' : 'count'];
}

/** The way to what is called so in another country. */
function elsewhere({ search, labels, language }: ShopView): TemplateResult | typeof nothing {
  const { state, twin } = search;
  const to = state.status === 'abroad' ? state : twin;
  if (!to) return nothing;
  const country = countryName(to.countryCode, language);
  const said = to === state ? '' : listedAs(to, labels, language);
  if (!search.sells(to.countryCode)) return html`<p class="small">${notSold(to.countryCode, labels, language)}</p>`;
  const there = button(
    format(labels.abroad.search, { country }),
    () => void search.goThere(to.countryCode),
    'secondary',
  );
  return html`<p class="elsewhere">${said} ${there}</p>`;
}

/** Nothing to show, and what to do about it. */
const empty = (icon: unknown, { title, text }: Said, action: unknown = nothing): TemplateResult =>
  html`<div class="empty">${icon}<strong>${title}</strong><p>${text}</p>${action}</div>`;

function list(numbers: readonly AvailablePhoneNumber[], view: ShopView): TemplateResult {
  const rows = numbers.slice(0, view.search.pages.shown);
  const blocks = view.list.blocks(rows);
  const block = ({ rows: numbers, from, isNear, height }: (typeof blocks)[number]) => {
    const options = isNear
      ? numbers.map((number, index) => numberRow(number, from + index + 1, rows.length, view))
      : nothing;
    // Set as a property: a style attribute would need 'unsafe-inline' in the page's policy.
    return html`<div role="presentation" .style=${isNear ? '' : `block-size: ${height}px`}>${options}</div>`;
  };
  // The list of the last search stays until the next is there, but nobody buys from it by mistake.
  const isOld = view.search.state.status === 'searching';
  const style = blocks.length > 1 ? 'list long' : 'list';
  return html`<div class=${style} part="list" role="list" aria-labelledby="found" ?inert=${isOld}>
    ${blocks.map(block)}
  </div>`;
}

function skeleton(): TemplateResult {
  const row = html`<div class="row"><div class="bone"></div><div class="bone"></div></div>`;
  return html`<div class="list" aria-hidden="true">${row}${row}${row}${row}</div>`;
}
