import { html, nothing, type TemplateResult } from 'lit';
import { format, formatCount } from '../../core/format.js';
import type { AvailablePhoneNumber } from '../../core/shop/number-contracts.js';
import { amountsIn, totalOf } from '../../core/shop/prices.js';
import type { PurchaseState } from '../../core/shop/purchase.js';
import { icons } from '../icons.js';
import { badges, button, nameOf, namesOf, placeOf, type ShopView } from './shop-parts.js';

/** What was found, what narrows it, and the pool that is being put together. */
export function results(view: ShopView, state: Extract<PurchaseState, { status: 'browsing' }>): TemplateResult {
  const { search, labels, language } = view;
  const found = search.state;
  const { notice, replacing } = state;
  const text =
    notice && format(labels.notice[notice.code] ?? labels.failed.other.text, { number: namesOf(view, notice.draft) });
  const answer = search.found?.answer;
  const count = answer?.numbers.length ?? 0;
  const [status, look] = outcome(view, count);
  return html`<section class="results">
    <h2 class="visually-hidden" part="heading" tabindex="-1">${labels.heading}</h2>
    ${text ? html`<p class="notice" role="alert">${text}</p>` : nothing}
    ${replacing ? html`<p class="notice" role="status">${formatCount(labels.pool.missing, replacing.count, language)}</p>` : nothing}
    ${found.status === 'idle' ? nothing : filters(view)}
    <p class=${look} role="status">${status}</p>
    ${found.status === 'searching' && !answer ? skeleton() : nothing}
    ${found.status === 'failed' ? html`<div class="empty">${icons.warning}<strong aria-hidden="true">${labels.notFound.title}</strong><p>${labels.notFound.text}</p>${button(labels.tryAgain, ({ currentTarget }) => (search.retry(), focusHeading(currentTarget)), 'secondary')}</div>` : nothing}
    ${found.status === 'found' && count === 0 ? html`<div class="empty">${icons.phone}<strong aria-hidden="true">${labels.none.title}</strong><p>${labels.none.text}</p></div>` : nothing}
    ${answer && count > 0 ? list(answer.numbers, view) : nothing}
    ${found.status === 'found' && found.paging === 'failed' ? html`<p class="notice" role="alert">${labels.moreFailed}</p>` : nothing}
    ${search.hasMore ? button(labels.more, () => search.more(), 'secondary') : nothing}
    ${view.mode === 'pool' ? tray(view) : nothing}
  </section>`;
}

/** What the search has come to, for those who see it and those who hear it, and how it looks; what stands below in large letters is only heard. */
function outcome({ search, labels, language }: ShopView, count: number): [string, string] {
  const { state } = search;
  if (state.status === 'failed') return [labels.notFound.title, 'visually-hidden'];
  if (state.status === 'idle') return ['', 'count'];
  if (state.status === 'searching' || state.paging === 'loading') return [labels.searching, 'count'];
  if (count === 0) return [labels.none.title, 'visually-hidden'];
  return state.isNear ? [labels.near, 'notice plain'] : [formatCount(labels.found, count, language), 'count'];
}

/** The button that had the focus is about to go. */
const focusHeading = (button: EventTarget | null): void =>
  (button as Element).closest('.results')!.querySelector('h2')!.focus();

function filters({ labels, search, comboboxes }: ShopView): TemplateResult {
  const words = labels.filters;
  const choice = (name: 'numberTypes' | 'pattern' | 'sort', label: string, options: Record<string, string>) =>
    comboboxes.field({
      name,
      label,
      value: search.filters[name] ?? 'any',
      options: Object.entries(options),
      choose: (value) => search.narrow({ [name]: value === 'any' ? undefined : value }),
    });
  const capability = (name: 'voiceEnabled' | 'smsEnabled' | 'mmsEnabled', text: string) => html`<label class="toggle">
    <input type="checkbox" name=${name} .checked=${Boolean(search.filters[name])} @change=${({ target }: Event) => search.narrow({ [name]: (target as HTMLInputElement).checked ? 'true' : undefined })} />${text}
  </label>`;
  return html`<fieldset class="filters" part="filters">
    <legend class="visually-hidden">${words.label}</legend>
    ${choice('numberTypes', words.type, words.types)} ${choice('pattern', words.pattern, words.patterns)} ${choice('sort', words.sort, words.sorts)}
    <div class="toggles" role="group" aria-label=${labels.capabilities.label}>
      ${capability('voiceEnabled', labels.capabilities.voice)} ${capability('smsEnabled', labels.capabilities.SMS)} ${capability('mmsEnabled', labels.capabilities.MMS)}
    </div>
  </fieldset>`;
}

function list(numbers: readonly AvailablePhoneNumber[], view: ShopView): TemplateResult {
  const rows = numbers.slice(0, view.search.shown);
  const blocks = view.list.blocks(rows);
  // The list of the last search stays until the next is there, but nobody buys from it by mistake.
  return html`<div class="list ${blocks.length > 1 ? 'long' : ''}" part="list" role="list" ?inert=${view.search.state.status === 'searching'}>
    ${blocks.map(
      // Set as a property: a style attribute would need 'unsafe-inline' in the page's policy.
      ({
        rows: block,
        from,
        isNear,
        height,
      }) => html`<div role="presentation" .style=${isNear ? '' : `block-size: ${height}px`}>
        ${isNear ? block.map((number, index) => option(number, from + index + 1, rows.length, view)) : nothing}
      </div>`,
    )}
  </div>`;
}

function option(number: AvailablePhoneNumber, position: number, size: number, view: ShopView): TemplateResult {
  const { labels, language, mode, choose } = view;
  const name = nameOf(number);
  const { monthly, setup } = totalOf([number]);
  const [price, once] = [amountsIn(monthly, language), amountsIn(setup, language)];
  const pressed = view.chosen.some(({ phoneNumber }) => phoneNumber === number.phoneNumber);
  const [label, text] =
    mode === 'pool' ? [labels.pool.addNumber, labels.pool.add] : [labels.chooseNumber, labels.choose];
  return html`<div class="row" part="option" role="listitem" aria-setsize=${size} aria-posinset=${position}>
    <div class="what">
      <strong dir="ltr">${name}</strong>
      <span class="place">${placeOf(number)}</span>
    </div>
    <div class="chips">${badges(number, labels)}</div>
    <span class="price">${price ? format(labels.perMonth, { price }) : nothing}${once ? html`<small>${format(labels.setup, { price: once })}</small>` : nothing}</span>
    <button class="secondary" part="choose" type="button" aria-label=${format(label, { number: name })} aria-pressed=${mode === 'pool' ? pressed : nothing} @click=${() => choose(number)}>${pressed ? icons.check : nothing}${text}</button>
  </div>`;
}

function tray({ chosen: offers, labels, language, review, clear }: ShopView): TemplateResult {
  const price = amountsIn(totalOf(offers).monthly, language);
  return html`<div class="tray" part="tray" ?hidden=${offers.length === 0}>
    <p role="status">${offers.length > 0 ? html`<strong>${formatCount(labels.pool.chosen, offers.length, language)}</strong> ${price ? format(labels.perMonth, { price }) : nothing}` : nothing}</p>
    ${button(labels.pool.clear, ({ currentTarget }) => (clear(), focusHeading(currentTarget)), 'secondary')} ${button(labels.pool.review, review)}
  </div>`;
}

const skeleton = (): TemplateResult =>
  html`<div class="list" aria-hidden="true">${[0, 1, 2, 3].map(() => html`<div class="row"><div class="bone"></div><div class="bone"></div></div>`)}</div>`;
