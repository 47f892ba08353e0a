import { isCalled, placesNamed } from './known-places.js';
import { type NumbersQuery, type Pattern, plain } from './numbers-query.js';
import type { Place } from './place.js';
import { isPostalCode } from './postal-regions.js';
import { isTollFreeArea, type TypeNames, typeIn } from './type-words.js';
import { asciiDigits, isTen, keypad, typedDigits } from './typed-digits.js';

/** What somebody may mean by what they typed, and the search for it. */
export interface Meaning {
  /** `text`: a name that nobody knows. `word`: letters that stand for digits. */
  kind: 'city' | 'region' | 'areaCode' | 'postalCode' | 'numberType' | 'digits' | 'word' | 'text';
  /** Where it is: perhaps another country than the one that is chosen. */
  countryCode: string;
  /** The part of the query that says it. */
  query: Partial<NumbersQuery>;
  /** The place's name, the digits, or the word. */
  label: string;
  /** What is known of the place. */
  place?: Place | undefined;
  /** It is called so, and does not only begin so. */
  isExact: boolean;
  /** The likeliest of all places, whatever the country. */
  isLikeliest?: boolean;
}

/** What was typed, and where. */
export interface Typed {
  text: string;
  /** The country that is chosen, and those on offer. */
  countryCode: string;
  offered: readonly string[];
  /** Where digits are looked for, if somebody has chosen that. */
  pattern?: Pattern | null | undefined;
  /** What the places endpoint has answered; what a page knows by itself where there is none. */
  places?: readonly Place[] | undefined;
  /** What the page calls the types of numbers. */
  typeNames?: TypeNames | undefined;
}

const kinds = ['city', 'region', 'areaCode', 'postalCode'] as const;
const types = ['local', 'tollFree', 'mobile'] as const;

/** Letters after the beginning of a number: 1-800-FLOWERS. */
const vanity = /^([+(]?[\d(][\d\s().+-]*)[\s).-]*(?=(?:[\s.-]*\p{L}){3})(\p{L}[\p{L}\d\s.-]*)$/u;
/** As many letters as can be a part of a number. */
const word = /^(?:[\s.-]*[a-z]){4,10}$/i;

/** What to ask the places endpoint for; nothing where no place can be meant. */
export function placeQuestion(text: string, typeNames?: TypeNames): string | undefined {
  const typed = asciiDigits(text).trim();
  if (/\p{L}/u.test(typed)) {
    if (vanity.test(typed) && !isPostalCode(typed)) return undefined;
    const named = typeIn(typed, typeNames);
    // Mobile, Alabama: that word alone may be the city.
    const asked = named && (named.rest || named.numberType !== 'mobile') ? named.rest : typed;
    return asked.length > 1 ? asked : undefined;
  }
  return /^\d{3}$|^\d{5}(-\d{4})?$/.test(typed) ? typed : undefined;
}

/** Everything that may be meant, the likeliest first. Nothing when nothing was typed. */
export function meaningsOf(typed: Typed): Meaning[] {
  const text = asciiDigits(typed.text).trim();
  if (!text) return [];
  if (!/\p{L}/u.test(text)) return digitMeanings({ ...typed, text });
  const [, digits, letters] = (!isPostalCode(text) && vanity.exec(text)) || [];
  const named = typeIn(text, typed.typeNames);
  if (named) return typeMeanings({ ...typed, text }, named);
  if (digits && letters) return [wordMeaning({ ...typed, text }, digits, letters)];
  return nameMeanings({ ...typed, text });
}

/** The best of them: what is called so in the country that is chosen, then elsewhere, then what only may be meant. */
export const bestOf = (meanings: readonly Meaning[], countryCode: string): Meaning | undefined => {
  const here = meanings.filter((meaning) => meaning.countryCode === countryCode);
  const called = ({ isExact }: Meaning) => isExact;
  return here.find(called) ?? meanings.find(called) ?? here[0] ?? meanings[0];
};

/** Whether so little is open that one may search without being asked: one thing is called so here, and no other. */
export function isClear(meanings: readonly Meaning[], countryCode: string): boolean {
  const here = meanings.filter((meaning) => meaning.isExact && meaning.countryCode === countryCode);
  const all = meanings.filter(({ isExact }) => isExact);
  return bestOf(meanings, countryCode)?.isExact === true && (here.length === 1 || all.length === 1);
}

/** The same name in another country that is on offer, where that is likelier to be meant. */
export const twinOf = (
  meanings: readonly Meaning[],
  { countryCode, offered }: Pick<Typed, 'countryCode' | 'offered'>,
): Meaning | undefined =>
  meanings.find(
    (meaning) =>
      meaning.isLikeliest &&
      meaning.isExact &&
      meaning.countryCode !== countryCode &&
      offered.includes(meaning.countryCode),
  );

const placesFor = ({ text, countryCode, places }: Typed): readonly Place[] => places ?? placesNamed(text, countryCode);

/** The places of an answer as meanings, those of the chosen country that are called so first. */
function placeMeanings(typed: Typed): Meaning[] {
  const { text, countryCode } = typed;
  const all = placesFor(typed);
  const found = all.flatMap((place): Meaning[] => {
    const kind = kinds.find((one) => one === place.kind);
    if (!kind) return [];
    // What the host answers first though it is called otherwise is meant: New York by NYC.
    const isAlias = place === all[0] && !plain(place.label).startsWith(plain(text));
    const isExact = /Code$/.test(kind) || isAlias || isCalled(place, text);
    // As it was typed, where that is its name: a page's own search may know it better.
    const name = kind === 'postalCode' ? text.replace(/-\d{4}$/, '').toUpperCase() : text;
    const query =
      kind === 'areaCode' ? { firstPart: place.areaCodes?.[0] ?? text } : { place: isExact ? name : place.label };
    return [
      {
        kind,
        countryCode: place.countryCode,
        query,
        label: place.label,
        place,
        isExact,
        isLikeliest: place === all[0],
      },
    ];
  });
  const rank = (one: Meaning) => (one.isExact ? 0 : 2) + Number(one.countryCode !== countryCode);
  return found.sort((one, other) => rank(one) - rank(other));
}

function typeMeanings(typed: Typed, { numberType, rest }: { numberType: string; rest: string }): Meaning[] {
  const { text, countryCode } = typed;
  const alone: Meaning = {
    kind: 'numberType',
    countryCode,
    query: { numberTypes: numberType },
    label: numberType,
    isExact: true,
  };
  // Mobile, Alabama: where there are no mobile numbers, the city is meant.
  const isCity = ({ kind, place }: Meaning) => kind === 'city' && isCalled(place!, text);
  const cities = numberType === 'mobile' && isTen(countryCode) ? placeMeanings(typed).filter(isCity) : [];
  if (!rest) return [...cities, alone];
  const others = meaningsOf({ ...typed, text: rest }).filter(({ kind }) => kind !== 'word');
  return [
    ...cities,
    ...others.map((meaning) => ({ ...meaning, query: { ...meaning.query, numberTypes: numberType } })),
  ];
}

function wordMeaning({ text, countryCode, offered }: Typed, before: string, letters: string): Meaning {
  const { digits, countryCode: where } = typedDigits(before, countryCode, offered);
  const isTollFree = isTen(where) && isTollFreeArea(digits);
  // Letters beyond a whole number may be dialled, and change nothing.
  const whole = digits + keypad(letters);
  return {
    kind: 'word',
    countryCode: where,
    query: {
      firstPart: isTen(where) ? whole.slice(0, 10) : whole.slice(0, 15),
      ...(isTollFree && { numberTypes: 'tollFree' }),
    },
    label: text,
    isExact: true,
  };
}

function nameMeanings(typed: Typed): Meaning[] {
  const { text, countryCode, places } = typed;
  const found = placeMeanings(typed);
  const named = (places ?? []).flatMap(({ kind, numberType }): Meaning[] =>
    kind === 'numberType' && types.some((type) => type === numberType)
      ? [{ kind, countryCode, query: { numberTypes: numberType! }, label: numberType!, isExact: true }]
      : [],
  );
  const unknown: Meaning = { kind: 'text', countryCode, query: { place: text }, label: text, isExact: true };
  const likely = [...named, ...found];
  const here = likely.some((meaning) => meaning.countryCode === countryCode || meaning.isExact);
  const spelled: Meaning = {
    kind: 'word',
    countryCode,
    query: { anywhere: keypad(text) },
    label: text,
    isExact: false,
  };
  const isWord = word.test(plain(text)) && !likely.some(({ isExact }) => isExact);
  return [...likely, ...(here ? [] : [unknown]), ...(isWord ? [spelled] : [])];
}

function digitMeanings(typed: Typed): Meaning[] {
  const { text, countryCode, offered, pattern } = typed;
  // What only begins a number is no matter where other digits are looked for.
  if (pattern === 'anywhere' || pattern === 'lastPart') {
    const all = text.replace(/\D/g, '').slice(0, 15);
    return all ? [{ kind: 'digits', countryCode, query: { [pattern]: all }, label: all, isExact: true }] : [];
  }
  const { digits, isStart, countryCode: where } = typedDigits(text, countryCode, offered);
  if (!digits) return [];
  const isArea = isTen(where) && digits.length >= 3;
  // Somebody who types 800 where area codes have three digits does not mean 08, which is Perth.
  const isOfHere = ({ countryCode: one }: Meaning) => one === countryCode || (isTen(one) && isTen(countryCode));
  const codes =
    digits.length === 3 || isPostalCode(text)
      ? placeMeanings({ ...typed, text: digits.length === 3 ? digits : text }).filter(isOfHere)
      : [];
  const [area] = isArea ? placesNamed(digits.slice(0, 3), where) : [];
  const country = area?.countryCode ?? where;
  const numberTypes = isTen(where) && isTollFreeArea(digits.slice(0, 3)) ? { numberTypes: 'tollFree' } : {};
  const at = (place: Pattern, isExact = false): Meaning => ({
    kind: 'digits',
    countryCode: place === 'firstPart' ? country : where,
    query: { [place]: digits, ...(place === 'firstPart' && numberTypes) },
    label: digits,
    isExact,
  });
  if (pattern) return [at(pattern, true)];
  const isFirst = isStart || digits.length <= 3 || area !== undefined || 'numberTypes' in numberTypes;
  const main = at(isFirst ? 'firstPart' : 'anywhere', codes.length === 0);
  const others = (['firstPart', 'anywhere', 'lastPart'] as const).map((place) => at(place));
  return [
    ...codes,
    main,
    ...others.filter(({ query }) => !Object.keys(main.query).some((name) => name in query)),
  ].filter(
    // An area code stands for the digits that numbers begin with.
    ({ kind, query }) => kind !== 'digits' || !query.firstPart || !codes.some((code) => code.kind === 'areaCode'),
  );
}
