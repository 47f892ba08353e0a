import { areaRows, dialling } from './area-data.js';
import { type City, cityAt } from './cities.js';
import { fit, type Match, type Typed } from './match.js';
import { areaLabel, areaNames, cityLabel, countryName } from './wording.js';

interface AreaCode {
  code: string;
  countryCode: string;
  /** In two letters, in the US, Canada and Puerto Rico. */
  region?: string;
  /** The city with most of its numbers, where it is known. */
  city?: City;
  /** Whether all of the region has it. */
  isWhole: boolean;
}

const read = new Map<string, AreaCode[]>();

/** The area codes of a country. */
function areaCodesIn(countryCode: string): AreaCode[] {
  const known = read.get(countryCode);
  if (known) return known;
  const made = (areaRows[countryCode]?.split('|') ?? []).map((row): AreaCode => {
    const [, code = '', region, whole, city = ''] = /^(\d+)([A-Z]{2})?(=)?(?::(\w+))?$/.exec(row) ?? [];
    return { code, countryCode, region, city: cityAt(city), isWhole: whole !== undefined };
  });
  if (countryCode in areaRows) read.set(countryCode, made);
  return made;
}

/** Area codes of a state or province, the usual ones first. */
export const areaCodesOf = (countryCode: string, region: string): string[] =>
  areaCodesIn(countryCode).flatMap((area) => (area.region === region ? [area.code] : []));

/** Every area code of the North American plan that is some place's. */
const northAmerican = (): AreaCode[] =>
  Object.keys(areaRows)
    .filter((countryCode) => !(countryCode in dialling))
    .flatMap(areaCodesIn);

/** The country that `+44 20` begins with, and the digits after its calling code. */
function calledBy(digits: string): [countryCode: string, rest: string] | undefined {
  const found = Object.entries(dialling).find(([, how]) => digits.startsWith(how.split(' ')[0]!));
  return found && [found[0], digits.slice(found[1].split(' ')[0]!.length)];
}

/** How digits that somebody has typed fit an area code; undefined when they do not. */
function fitOf(code: string, digits: string): number | undefined {
  if (digits.startsWith(code)) return fit.exact;
  return digits && code.startsWith(digits) ? fit.beginning : undefined;
}

function toMatch({ code, countryCode, region, city, isWhole }: AreaCode, how: number): Match {
  const trunk = dialling[countryCode]?.split(' ')[1] ?? '';
  return {
    countryCode,
    fit: how,
    weight: city?.population ?? 0,
    place: (language) => {
      const area = region ? areaNames(countryCode, region, language) : countryName(countryCode, language);
      return {
        label: areaLabel(trunk + code, city && !isWhole ? cityLabel(city, language) : area, language),
        kind: 'areaCode',
        countryCode,
        ...(region && { region }),
        areaCodes: [code],
        ...(city && { latitude: city.latitude, longitude: city.longitude }),
      };
    },
  };
}

/** The area codes that what somebody has typed begins with, or that begin with it. */
export function findAreaCodes({ text, countries }: Typed): Match[] {
  if (!/^\+?[\d ]{2,}$/.test(text)) return [];
  const digits = text.replace(/\D/g, '');
  const matching = (areas: readonly AreaCode[], typed: string) =>
    areas.flatMap((area) => {
      const how = fitOf(area.code, typed);
      return how === undefined ? [] : [toMatch(area, how)];
    });
  const called = text.startsWith('+') && !digits.startsWith('1') ? calledBy(digits) : undefined;
  if (called) return matching(areaCodesIn(called[0]), called[1].replace(/^0/, ''));
  const others = countries.filter((countryCode) => countryCode in dialling);
  // No area code of the plan begins with 0 or 1: these are dialled before it.
  const national = /^0/.test(digits) || digits.length < 2 ? '' : digits.replace(/^1/, '');
  return [
    ...matching(northAmerican(), national),
    ...others.flatMap((countryCode) =>
      matching(areaCodesIn(countryCode), dialling[countryCode]?.includes(' 0') ? digits.replace(/^0/, '') : digits),
    ),
  ];
}
