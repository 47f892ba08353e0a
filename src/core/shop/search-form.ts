import { meaningsOf } from './meanings.js';
import { type NumbersQuery, type Pattern, toQuery, typedOf } from './numbers-query.js';

/** What narrows a search beside the fields of the form. */
export type Filters = Pick<NumbersQuery, 'numberTypes' | 'smsEnabled' | 'mmsEnabled' | 'voiceEnabled' | 'sort'> & {
  pattern?: Pattern | undefined;
};

/** How the form stands when a query is shown in it: what is typed there, and what narrows it. */
export function formOf(query: NumbersQuery): { typed: string; filters: Filters } {
  const { countryCode, numberTypes, smsEnabled, mmsEnabled, voiceEnabled, sort } = query;
  const typed = typedOf(query);
  const [meant] = meaningsOf({ text: typed, countryCode, offered: [] });
  const given = (['firstPart', 'anywhere', 'lastPart'] as const).find((name) => query[name]);
  // Digits that are looked for there anyway need no choice of where.
  const pattern = given && !meant?.query[given] ? given : undefined;
  return { typed, filters: { numberTypes, smsEnabled, mmsEnabled, voiceEnabled, sort, pattern } };
}

/** Whether a query wants what another one has found, in an order of its own. */
export const isSorted = (query: NumbersQuery, before: NumbersQuery): boolean =>
  Boolean(query.sort) &&
  JSON.stringify(query) === JSON.stringify(toQuery({ ...before, sort: query.sort }, query.countryCode));
