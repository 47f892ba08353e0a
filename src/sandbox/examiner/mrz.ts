import type { IdData } from '../records/checks.js';

/** The two lines at the foot of a passport, and whether their check digits are right. */
export interface Mrz {
  data: IdData;
  valid: boolean;
}

const twoLines = /(P[A-Z<][A-Z<]{3}[A-Z<]{39})\s+([A-Z0-9<]{44})/;

/**
 * The lines of a passport inside a text, or undefined when there are none (ICAO 9303 part 4, format TD3); `now`, in ms,
 * tells the century of a birth.
 */
export function readMrz(text: string, now: number): Mrz | undefined {
  const [, first, second] = twoLines.exec(text) ?? [];
  if (!first || !second) return undefined;
  const [lastName = '', given = ''] = first.slice(5).split('<<');
  const [firstName = '', ...middle] = given.split('<').filter(Boolean);
  const personal = second.slice(28, 42);
  // A personal number left out may have `<` for its digit.
  const personalDigit = /^<+$/.test(personal) && second[42] === '<' ? '0' : second[42];
  const valid =
    checkDigit(second.slice(0, 9)) === second[9] &&
    checkDigit(second.slice(13, 19)) === second[19] &&
    checkDigit(second.slice(21, 27)) === second[27] &&
    checkDigit(personal) === personalDigit &&
    checkDigit(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43)) === second[43];
  return {
    valid,
    data: {
      lastName: lastName.replaceAll('<', ' ').trim(),
      firstName,
      ...(middle.length && { middleName: middle.join(' ') }),
      idNumber: second.slice(0, 9).replaceAll('<', ''),
      birthdate: past(second.slice(13, 19), now),
      expirationDate: `20${dashed(second.slice(21, 27))}`,
      countryCode: first.slice(2, 5).replaceAll('<', ''),
    },
  };
}

/** The digit for a field: values of digits, letters (A is 10) and `<` (0), weighted 7, 3, 1 in turn. */
export function checkDigit(field: string): string {
  const value = (letter: string) => (letter === '<' ? 0 : Number.parseInt(letter, 36));
  return String([...field].reduce((sum, letter, place) => sum + value(letter) * [7, 3, 1][place % 3]!, 0) % 10);
}

const dashed = (digits: string): string => `${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4)}`;

/** Nobody is born in the future; the century is not written. */
function past(digits: string, now: number): string {
  const thisYear = new Date(now).getUTCFullYear() % 100;
  const century = Number(digits.slice(0, 2)) > thisYear ? '19' : '20';
  return century + dashed(digits);
}
