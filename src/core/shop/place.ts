import { amount, type Fitting, look, misfit, object, string, text } from '../contract/fit.js';

const placeContract = object({
  label: string,
  kind: string,
  countryCode: string,
  region: text,
  numberType: text,
  latitude: amount,
  longitude: amount,
});

/**
 * A place whose numbers may be searched for, as the places endpoint answers it: `kind` is `city`, `region`, `areaCode`,
 * `postalCode` or `numberType`.
 */
export type Place = Fitting<typeof placeContract> & { areaCodes?: string[] };

/**
 * Places in the answer of the places endpoint, best first; one that does not fit is left out.
 * @throws {LcError} `invalid_answer` when it has no list of them.
 */
export function fitPlaces(answer: unknown, source: string): Place[] {
  const { places } = (answer ?? {}) as { places?: unknown };
  if (!Array.isArray(places)) throw misfit(source, 'places', 'is not an array');
  return (places as unknown[]).flatMap((value) => {
    const { fitting, issue } = look(placeContract, value);
    if (issue) return [];
    const { areaCodes } = value as { areaCodes?: unknown };
    const codes = Array.isArray(areaCodes)
      ? areaCodes.filter((code) => /^\d{1,6}$/.test(String(code))).map(String)
      : [];
    return [{ ...fitting, areaCodes: codes }];
  });
}
