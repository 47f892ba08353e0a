/** A place, or a kind of number, to search for numbers by. */
export interface Place {
  /** As it is shown, in the language asked for: `Chicago, IL`. */
  label: string;
  kind: 'city' | 'region' | 'areaCode' | 'postalCode' | 'numberType';
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  /** State or province in two letters, in the US, Canada and Puerto Rico. */
  region?: string;
  /** The usual one first, without what is dialled before it; left out where none are known. */
  areaCodes?: string[];
  /** Of the kind `numberType` only. */
  numberType?: 'local' | 'tollFree' | 'mobile';
  /** In degrees. */
  latitude?: number;
  longitude?: number;
}
