import { type City, cityAt } from './cities.js';
import { fit, type Match, type Typed } from './match.js';
import { canadianRows, zipRows } from './postal-data.js';
import { cityLabel } from './wording.js';

/** The city of a row of codes of one length, each followed by its city in three characters. */
function cityIn(rows: string, code: string): City | undefined {
  const step = code.length + 3;
  for (let at = 0; at < rows.length; at += step)
    if (rows.startsWith(code, at)) return cityAt(rows.slice(at + code.length, at + step));
  return undefined;
}

const toMatch = (code: string, city: City | undefined): Match[] =>
  city
    ? [
        {
          countryCode: city.countryCode,
          fit: fit.exact,
          weight: Infinity,
          place: (language) => ({
            label: `${code} · ${cityLabel(city, language)}`,
            kind: 'postalCode',
            countryCode: city.countryCode,
            region: city.region,
            areaCodes: [...city.areaCodes],
            latitude: city.latitude,
            longitude: city.longitude,
          }),
        },
      ]
    : [];

/** The ZIP code, with four more digits or without, or the Canadian postal code of which the first half is there. */
export function findPostalCodes({ text }: Typed): Match[] {
  const [, zip] = /^(\d{5})( \d{0,4})?$/.exec(text) ?? [];
  if (zip) {
    const group = zipRows.split('|').find((one) => one.startsWith(zip.slice(0, 3)));
    return toMatch(zip, cityIn(group?.slice(3) ?? '', zip.slice(3)));
  }
  const [, half] = /^([a-z]\d[a-z]) ?(\d([a-z]\d?)?)?$/.exec(text) ?? [];
  return half ? toMatch(half.toUpperCase(), cityIn(canadianRows, half.toUpperCase())) : [];
}
