/**
 * The state of each first three digits of a ZIP code up to which it goes, by Publication 65 of the US Postal Service;
 * none where the post goes to the forces or far islands.
 */
const zips =
  '005NY|009PR|027MA|029RI|038NH|049ME|059VT|069CT|089NJ|099|149NY|196PA|199DE|200DC|201VA|205DC|219MD|246VA|268WV|289NC|299SC|' +
  '319GA|349FL|369AL|385TN|397MS|399GA|427KY|459OH|479IN|499MI|528IA|549WI|567MN|569DC|577SD|588ND|599MT|629IL|658MO|679KS|' +
  '693NE|714LA|729AR|732OK|733TX|749OK|799TX|816CO|831WY|838ID|847UT|865AZ|884NM|885TX|898NV|961CA|968HI|969|979OR|994WA|999AK';

/**
 * The province of each first letter of a Canadian postal code; the far north has one letter for its two territories.
 */
const provinces: Record<string, string> = {
  A: 'NL',
  B: 'NS',
  C: 'NS',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  X: 'NT',
  Y: 'NT',
};

/** Whether it is written like a postal code of the US and Puerto Rico, or of Canada. */
export const isPostalCode = (typed: string): boolean =>
  /^\d{5}(-\d{4})?$/.test(typed) || /^[a-z]\d[a-z](\s?\d[a-z]\d)?$/i.test(typed);

/** The state or province of a ZIP code, or of a Canadian postal code or its first half, in two letters. */
export function postalRegion(typed: string, countryCode: string): string | undefined {
  if (!isPostalCode(typed)) return undefined;
  if (/^\D/.test(typed)) return provinces[typed[0]!.toUpperCase()];
  if (!/^(US|PR)$/.test(countryCode)) return undefined;
  return zips
    .split('|')
    .find((line) => typed.slice(0, 3) <= line.slice(0, 3))
    ?.slice(3);
}
