import type { LcErrorCode } from '../../../core/errors.js';
import { typedOf } from '../../../core/shop/numbers-query.js';
import type { SearchState } from '../../../core/shop/search.js';
import { format, formatCount } from '../../../locales/format.js';
import type { Labels } from '../../../locales/labels.js';
import type { Said } from '../../announcer.js';
import { countryName, type ShopView } from './shop-parts.js';
import type { ShopSearch } from './shop-search.js';

/** What the words on a search depend on. */
export interface SearchView extends Pick<ShopView, 'labels' | 'language'> {
  search: Pick<ShopSearch, 'state' | 'found' | 'sells'>;
}

type Of<Status extends SearchState['status']> = Extract<SearchState, { status: Status }>;

const looking = ({ labels }: SearchView): Said => ({ title: labels.searching });

/** What is said in each status, to be seen and to be heard; one that is missing does not compile. */
const rows: { readonly [Status in SearchState['status']]: (view: SearchView, state: Of<Status>) => Said | undefined } =
  {
    idle: () => undefined,
    searching: looking,
    paging: looking,
    failed: ({ labels }, { code }) => failure(code, labels.notFound),
    abroad({ labels, language, search }, state) {
      const text = search.sells(state.countryCode) ? undefined : notSold(state.countryCode, labels, language);
      return { title: listedAs(state, labels, language), text };
    },
    found,
  };

/** What the search has come to; undefined where there is none. */
export const searchSays = (view: SearchView): Said | undefined =>
  // The row fits the state it is asked for, which the compiler cannot see through the table.
  (rows[view.search.state.status] as (view: SearchView, state: SearchState) => Said | undefined)(
    view,
    view.search.state,
  );

function found({ labels, language, search }: SearchView, state: Of<'found'>): Said {
  const { query, closeness, place, isWhole, isCut } = state;
  const count = search.found?.answer.numbers.length ?? 0;
  if (count === 0) return labels.none;
  const note = isCut ? labels.moreFailed : undefined;
  const counted = formatCount(isWhole ? labels.found : labels.atLeast, count, language);
  if (closeness !== 'exact')
    return {
      title: format(labels.closeness[closeness], { what: place?.label ?? typedOf(query) }),
      text: counted,
      note,
    };
  return { title: place ? format(labels.foundAt, { place: place.label, count: counted }) : counted, note };
}

/** Where what was typed is, if it is in another country. */
export const listedAs = (
  { label, countryCode }: { label: string; countryCode: string },
  { abroad }: Labels['purchase'],
  language: string,
): string => format(abroad.is, { place: label, country: countryName(countryCode, language) });

/** That its numbers are not on offer here. */
export const notSold = (countryCode: string, { abroad }: Labels['purchase'], language: string): string =>
  format(abroad.none, { country: countryName(countryCode, language) });

/** Why there are no numbers: trying again helps nobody who has to sign in first. */
function failure(code: LcErrorCode, words: Labels['purchase']['notFound']): Said {
  const { title, text } = code === 'unauthorized' || code === 'offline' ? words[code] : words;
  return { title, text };
}
