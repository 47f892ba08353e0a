import { html, nothing, type TemplateResult } from 'lit';
import type { Meaning } from '../../../core/shop/meanings.js';
import type { NumberType } from '../../../core/shop/ordered-number.js';
import { format } from '../../../locales/format.js';
import { countryName, type ShopView } from './shop-parts.js';

/** How many area codes of a place are named. */
const mostCodes = 3;

/** What the text of the search may mean, while its list is open. */
export function suggestions({ search, labels, language }: ShopView): TemplateResult | typeof nothing {
  const { box } = search;
  const { shown, active } = box;
  if (shown.length === 0) return nothing;
  // Pressing an option must leave the focus where the keys are.
  const stay = (event: Event) => event.preventDefault();
  const option = (meaning: Meaning, index: number) => {
    const [name, more] = wordsOf(meaning);
    return html`<div
      id="digits-${index}" role="option" class=${index === active ? 'active' : ''}
      aria-selected=${index === active ? 'true' : 'false'} @click=${() => box.choose(meaning)}
    ><span>${name}</span> <small>${more}</small></div>`;
  };

  function wordsOf({ kind, label, query, place, countryCode }: Meaning): [string, string] {
    const words = labels.suggestions;
    const type = query.numberTypes && labels.filters.types[query.numberTypes as NumberType];
    if (kind === 'numberType') return [type ?? label, labels.filters.type];
    const codes = place?.areaCodes?.slice(0, mostCodes).join(', ') ?? '';
    const where = countryCode === search.shownCountry ? '' : countryName(countryCode, language);
    const pattern = (['firstPart', 'anywhere', 'lastPart'] as const).find((name) => query[name]);
    const names: Record<Exclude<Meaning['kind'], 'numberType'>, string> = {
      city: label,
      region: label,
      areaCode: label,
      postalCode: label,
      digits: pattern ? format(words[pattern], { digits: label }) : label,
      word: format(words.word, { word: label, digits: query.firstPart ?? query.anywhere ?? '' }),
      text: format(words.text, { text: label }),
    };
    const told = kind === 'city' || kind === 'region' || kind === 'postalCode' ? codes : '';
    return [names[kind], [type, where || told].filter(Boolean).join(' · ')];
  }

  return html`<div
    id="digits-list" class="suggestions" role="listbox" popover="manual" aria-label=${labels.suggestions.label}
    @mousedown=${stay}
  >${shown.map(option)}</div>`;
}
