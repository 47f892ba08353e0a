import { html, nothing, type TemplateResult } from 'lit';
import type { LcErrorCode } from '../../../core/errors.js';
import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { typedOf } from '../../../core/shop/numbers-query.js';
import type { PurchaseState } from '../../../core/shop/purchase.js';
import { format, formatCount } from '../../../locales/format.js';
import type { Message } from '../../../locales/labels.js';
import { icons } from '../../icons.js';
import { numberRow } from './number-row.js';
import { filters } from './shop-filters.js';
import { andFocusHeading, button, countryName, namesOf, type ShopView, withNumber } from './shop-parts.js';
import { suggestions } from './suggestions.js';
import { trayView } from './tray-view.js';

/** What was found, what narrows it, and the pool that is being put together. */
export function results(view: ShopView, state: Extract<PurchaseState, { status: 'browsing' }>): TemplateResult {
  const { search, labels, language } = view;
  const found = search.state;
  const { notice, replacing } = state;
  const text =
    notice && withNumber(labels.notice[notice.code] ?? labels.failed.other.text, namesOf(view, notice.draft));
  const answer = search.found?.answer;
  const count = answer?.numbers.length ?? 0;
  const [status, look] = outcome(view, count);
  const missing = replacing ? formatCount(labels.pool.missing, replacing.count, language) : '';
  const retry = button(
    labels.tryAgain,
    andFocusHeading(() => search.retry()),
    'secondary',
  );
  return html`<section class="results">
    <h2 class="visually-hidden" part="heading" tabindex="-1">${labels.heading}</h2>
    ${text ? html`<p class="notice ${notice.code === 'number_unavailable' ? '' : 'plain'}" role="alert">${text}</p>` : nothing}
    ${missing ? html`<p class="notice" role="status">${missing}</p>` : nothing}
    ${suggestions(view)}
    <div class="head">
      ${found.status === 'idle' ? nothing : filters(view)}
      <p id="found" class=${look} role="status">${status}</p>
    </div>
    ${elsewhere(view)}
    ${found.status === 'searching' && !answer ? skeleton() : nothing}
    ${found.status === 'failed' ? empty(icons.warning, failure(found, labels), retry) : nothing}
    ${found.status === 'found' && count === 0 ? empty(icons.phone, labels.none) : nothing}
    ${answer && count > 0 ? list(answer.numbers, view) : nothing}
    ${found.status === 'found' && found.isCut ? html`<p class="notice" role="alert">${labels.moreFailed}</p>` : nothing}
    ${search.pages.hasMore ? button(labels.more, () => search.pages.more(), 'secondary') : nothing}
    ${view.mode === 'pool' ? trayView(view) : nothing}
  </section>`;
}

/**
 * What the search has come to, for those who see it and those who hear it, and how it looks; what stands below in large
 * letters is only heard.
 */
function outcome({ search, labels, language }: ShopView, count: number): [string, string] {
  const { state } = search;
  if (state.status === 'failed') return [failure(state, labels).title, 'visually-hidden'];
  if (state.status === 'idle') return ['', 'count'];
  if (state.status === 'searching' || state.status === 'paging') return [labels.searching, 'count'];
  if (state.status === 'abroad') return [abroadOf(state, labels, language), 'notice plain'];
  if (count === 0) return [labels.none.title, 'visually-hidden'];
  const { query, closeness, place, isWhole } = state;
  const what = place?.label ?? typedOf(query);
  if (closeness !== 'exact') return [format(labels.closeness[closeness], { what }), 'notice plain'];
  const counted = formatCount(isWhole ? labels.found : labels.atLeast, count, language);
  return [place ? format(labels.foundAt, { place: place.label, count: counted }) : counted, 'count'];
}

/** Where what was typed is, if it is in another country. */
const abroadOf = (
  { label, countryCode }: { label: string; countryCode: string },
  { abroad }: ShopView['labels'],
  language: string,
): string => format(abroad.is, { place: label, country: countryName(countryCode, language) });

/** The way to what is called so in another country. */
function elsewhere({ search, labels, language }: ShopView): TemplateResult | typeof nothing {
  const { state, twin } = search;
  const to = state.status === 'abroad' ? state : twin;
  if (!to) return nothing;
  const country = countryName(to.countryCode, language);
  const said = to === state ? '' : abroadOf(to, labels, language);
  if (!search.sells(to.countryCode)) return html`<p class="small">${format(labels.abroad.none, { country })}</p>`;
  const there = button(
    format(labels.abroad.search, { country }),
    () => void search.goThere(to.countryCode),
    'secondary',
  );
  return html`<p class="elsewhere">${said} ${there}</p>`;
}

/** Why there are no numbers: trying again helps nobody who has to sign in first. */
const failure = ({ code }: { code: LcErrorCode }, { notFound }: ShopView['labels']): Message =>
  code === 'unauthorized' || code === 'offline' ? notFound[code] : notFound;

/** Nothing to show, and what to do about it. What the letters below say has been heard above. */
const empty = (icon: unknown, { title, text }: Message, action: unknown = nothing): TemplateResult =>
  html`<div class="empty">${icon}<strong aria-hidden="true">${title}</strong><p>${text}</p>${action}</div>`;

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
  return html`<div class="list ${blocks.length > 1 ? 'long' : ''}" part="list" role="list" aria-labelledby="found" ?inert=${isOld}>
    ${blocks.map(block)}
  </div>`;
}

function skeleton(): TemplateResult {
  const row = html`<div class="row"><div class="bone"></div><div class="bone"></div></div>`;
  return html`<div class="list" aria-hidden="true">${row}${row}${row}${row}</div>`;
}
