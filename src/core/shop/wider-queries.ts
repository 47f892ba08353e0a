import { areasNear, placeOfArea } from './known-places.js';
import type { NumbersQuery } from './numbers-query.js';
import { toQuery } from './numbers-query.js';
import type { Place } from './place.js';
import { isTen } from './typed-digits.js';

/**
 * How what is shown fits what was asked for: exactly; but for the ticked capabilities; with the digits elsewhere in the
 * number; in the same area code; near by distance; in the same state or province; elsewhere in the country; toll-free;
 * or the place is not known at all, and these are of the whole country.
 */
export type Closeness =
  | 'exact'
  | 'unfiltered'
  | 'within'
  | 'areaCode'
  | 'near'
  | 'region'
  | 'elsewhere'
  | 'tollFree'
  | 'unknown';

/** A search to make when another one finds nothing, and how its numbers fit. */
export interface WiderQuery {
  query: NumbersQuery;
  closeness: Closeness;
}

/** How many other area codes a search without results tries. */
const mostOthers = 2;

/**
 * Wider searches to make when this one finds nothing, the closest first. `place`: what the query's place is, if known.
 */
export function widerQueries(query: NumbersQuery, place?: Place): WiderQuery[] {
  const { countryCode, numberTypes, firstPart = '', sort, place: name } = query;
  const { smsEnabled: _sms, mmsEnabled: _mms, voiceEnabled: _voice, page: _page, ...unfiltered } = query;
  const country: NumbersQuery = { countryCode, ...(numberTypes && { numberTypes }), ...(sort && { sort }) };
  const hasAreas = isTen(countryCode);
  const area = hasAreas && firstPart.length >= 3 ? firstPart.slice(0, 3) : '';
  const isWhole = hasAreas && firstPart.length === 10;
  const steps: WiderQuery[] = [{ query: unfiltered, closeness: 'unfiltered' }];
  // A place's own area codes, or an area code as such, are better than the same digits somewhere in a number.
  if (firstPart && (firstPart.length > 3 || !placeOfArea(area)))
    steps.push({ query: { ...country, anywhere: isWhole ? firstPart.slice(3) : firstPart }, closeness: 'within' });
  if (firstPart.length > 3 && area) steps.push({ query: { ...country, firstPart: area }, closeness: 'areaCode' });
  const areas = place?.areaCodes ?? (area ? [area] : []);
  if (hasAreas && !/^(areaCode|digits)$/.test(place?.kind ?? ''))
    for (const other of areasNear(areas).slice(0, mostOthers))
      steps.push({ query: { ...country, firstPart: other }, closeness: 'region' });
  steps.push({ query: country, closeness: name && !place ? 'unknown' : 'elsewhere' });
  steps.push({ query: { ...country, numberTypes: 'tollFree' }, closeness: 'tollFree' });
  const seen = new Set([JSON.stringify(toQuery({ ...query }, countryCode))]);
  return steps.flatMap(({ query: wider, closeness }) => {
    const checked = toQuery({ ...wider }, countryCode);
    const text = JSON.stringify(checked);
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ query: checked, closeness }];
  });
}
