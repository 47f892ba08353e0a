import { findAreaCodes } from './area-codes.js';
import { findCities } from './city-search.js';
import { fit, type Match, type Typed } from './match.js';
import { findRegions } from './named-areas.js';
import type { Place } from './place.js';
import { plain } from './plain.js';
import { findPostalCodes } from './postal-codes.js';
import { findTypes } from './type-words.js';
import { languageOf } from './wording.js';

/** What is asked of {@link findPlaces}. */
export interface PlacesQuestion {
  /** What somebody has typed; nothing is found for fewer than two characters. */
  q: string;
  /** The countries that numbers are wanted in, ISO 3166-1 alpha-2; default US, CA and PR. */
  countries?: readonly string[];
  /**
   * Of the labels: `en`, `es` or `fr`, or a longer tag; English for any other. What is understood does not depend on
   * it.
   */
  language?: string;
}

/** How many places an answer has at most, and how many of these are in countries that were not asked for. */
const [most, mostAbroad] = [8, 3];
/** A town of fewer people, in hundreds, is not meant where something that many times as large is called so. */
const [town, overshadowing] = [500, 10];
/** What makes a place abroad worth a line that was only begun to be typed: letters, and people in hundreds. */
const [fewestLetters, fewestPeople] = [4, 1000];

const inOrder = (one: Match, other: Match): number => one.fit - other.fit || other.weight - one.weight || 0;

/**
 * The places that may be meant by what somebody has typed, the likeliest first, at most eight: cities, states and
 * provinces by their names in English, Spanish and French, nicknames and abbreviations, `City, ST`, area codes, ZIP and
 * Canadian postal codes, and kinds of numbers such as `toll free`. Those in the countries asked for come first; up to
 * three elsewhere follow them when they fit well. A small town that shares its name with a place ten times as large is
 * found with its state: `Toronto, OH`. What nobody knows is an empty list.
 */
export function findPlaces({ q, countries = ['US', 'CA', 'PR'], language }: PlacesQuestion): Place[] {
  const typed: Typed = { raw: q, text: plain(q), countries: countries.map((code) => code.toUpperCase()) };
  if (typed.text.length < 2) return [];
  const isAsked = ({ countryCode }: Match) => typed.countries.includes(countryCode);
  const codes = findPostalCodes(typed);
  const matches =
    codes.length > 0
      ? codes
      : [
          ...[findTypes, findAreaCodes, findRegions].flatMap((find) => find(typed)),
          ...meant(findCities(typed), isAsked),
        ];
  const asked = matches.filter(isAsked).sort(inOrder);
  const abroad = matches
    .filter((match) => !isAsked(match) && isWorth(match, typed))
    .sort(inOrder)
    .slice(0, mostAbroad);
  const shown = [...asked.slice(0, most - abroad.length), ...abroad];
  return shown.map(({ place }) => place(languageOf(language)));
}

const isExact = ({ fit: how }: Match): boolean => how === fit.exact;

/** Without the small towns that are called like a city in the countries that are asked for. */
function meant(cities: readonly Match[], isAsked: (match: Match) => boolean): Match[] {
  const largest = Math.max(...cities.filter((city) => isAsked(city) && isExact(city)).map(({ weight }) => weight));
  return cities.filter(
    (city) => !isAsked(city) || !isExact(city) || city.weight >= Math.min(town, largest / overshadowing),
  );
}

const isWorth = ({ fit: how, weight }: Match, { text }: Typed): boolean =>
  how === fit.exact || (how === fit.beginning && text.length >= fewestLetters && weight >= fewestPeople);
