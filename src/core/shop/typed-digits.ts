import { callingCodeOf, countriesOf } from './calling-codes.js';

/** Countries whose own numbers may begin with the 0 that others dial before an area code. */
const keepsZero = /^(CG|CI|GA|IT|SM|VA)$/;

/** Whether it is one of the countries whose numbers have ten digits, three of which are the area code. */
export const isTen = (countryCode: string): boolean => /^(US|CA|PR)$/.test(countryCode);

/** Typed digits as a numbers endpoint wants them. */
export interface TypedDigits {
  /** Those of the national number. */
  digits: string;
  /** They are its beginning, because something that only stands there came before them. */
  isStart: boolean;
  /** The country whose calling code came before them, if it is another one. */
  countryCode: string;
}

/** The text with the digits of any script, Arabic ones for example, as those of ASCII. */
export const asciiDigits = (text: string): string =>
  text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    // The ten digits of a script follow each other, and nothing of their kind comes before its zero.
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(digit.codePointAt(0)! - value - 1))) value += 1;
    return String(value);
  });

/** The longest calling code in these digits and the country of it, one on offer before others. */
function callingCodeIn(digits: string, countries: readonly string[]): [code: string, country: string] | undefined {
  const country = countries.find((one) => digits.startsWith(callingCodeOf(one) ?? '-'));
  if (country) return [callingCodeOf(country)!, country];
  for (const length of [1, 2, 3]) {
    const code = digits.slice(0, length);
    const [first] = countriesOf(code);
    if (first) return [code, first];
  }
  return undefined;
}

/**
 * The national digits in what was typed, without the calling code and without what is dialled before an area code at
 * home: `020 7946`, `+44 (0)20 7946` and `44 20 7946` are all `207946`. The country counts first, then those on offer.
 */
export function typedDigits(typed: string, country: string, offered: readonly string[] = []): TypedDigits {
  const text = typed.trim();
  const digits = text.replace(/\D/g, '');
  const isAbroad = /^(\+|00|011(?=(\D*\d){4}))/.test(text);
  if (isAbroad) {
    const whole = text.startsWith('+') ? digits : digits.replace(/^(00|011)/, '');
    const [code, where] = callingCodeIn(whole, [country, ...offered]) ?? [whole, country];
    return { digits: withoutTrunk(whole.slice(code.length), where)[0], isStart: true, countryCode: where };
  }
  const code = callingCodeOf(country) ?? '-';
  const rest = digits.slice(code.length);
  // Apart from the rest, or with a number behind it that is whole without it.
  const stands =
    new RegExp(`^${code}\\D`).test(text) || (digits.startsWith(code) && rest.length >= nationalLength(code));
  const [national, hasTrunk] = withoutTrunk(stands ? rest : digits, country);
  return { digits: national.slice(0, 15), isStart: stands || hasTrunk, countryCode: country };
}

/** How many digits at least are a whole number; of the +1 plan all have ten. */
const nationalLength = (code: string): number => (code === '1' ? 10 : 9);

function withoutTrunk(digits: string, country: string): [national: string, hadTrunk: boolean] {
  const trunk = country === 'HU' ? /^06/ : /^0/;
  const isRussian = /^(RU|KZ)$/.test(country) && /^8\d{10}$/.test(digits);
  if (isRussian) return [digits.slice(1), true];
  const keeps = keepsZero.test(country) || callingCodeOf(country) === '1';
  return keeps || !trunk.test(digits) ? [digits, false] : [digits.replace(trunk, ''), true];
}

/** What the keys of a phone have for the letters of a word, without its accents: FLOWERS is 3569377. */
export const keypad = (word: string): string =>
  word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
    .replace(/[a-z]/g, (letter) => '22233344455566677778889999'[letter.charCodeAt(0) - 97]!);
