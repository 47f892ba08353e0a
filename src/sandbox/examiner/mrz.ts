import { type FieldName, parse } from 'mrz';
import type { IdData } from '../records/checks.js';

/** The machine-readable lines of an ID, and whether their check digits are right. */
export interface Mrz {
  data: IdData;
  valid: boolean;
}

/** Passports (TD3), cards with two lines (TD2) and with three (TD1), by their first characters and lengths. */
const shapes = [
  /P[A-Z<][A-Z<]{42}\s+[A-Z0-9<]{44}/,
  /[ACI][A-Z0-9<][A-Z<]{3}[A-Z0-9<]{31}\s+[A-Z0-9<]{36}/,
  /[ACI][A-Z0-9<][A-Z<]{3}[A-Z0-9<]{25}\s+[A-Z0-9<]{30}\s+[A-Z<]{30}/,
];

/**
 * The lines of a passport or card inside a text, or undefined when there are none (ICAO 9303, parts 4 to 6); `now`, in
 * ms, tells the century of a birth.
 */
export function readMrz(text: string, now: number): Mrz | undefined {
  const [lines] = shapes.flatMap((shape) => shape.exec(text)?.[0] ?? []);
  if (!lines) return undefined;
  const { details, documentNumber } = parse(lines.split(/\s+/));
  // Of fields that the library finds odd too, such as a country that is none: what they say is what stands there.
  const textOf = (name: FieldName) => details.find(({ field }) => field === name)?.value || undefined;
  const [firstName, ...middle] = textOf('firstName')?.split(' ') ?? [];
  const [birth, expiry] = [textOf('birthDate'), textOf('expirationDate')];
  return {
    valid: details.every(({ field, valid }) => valid || !field?.endsWith('CheckDigit')),
    data: {
      lastName: textOf('lastName'),
      firstName,
      ...(middle.length && { middleName: middle.join(' ') }),
      idNumber: documentNumber ?? textOf('documentNumber'),
      birthdate: birth && past(birth, now),
      expirationDate: expiry && `20${dashed(expiry)}`,
      countryCode: textOf('issuingState'),
    },
  };
}

const dashed = (digits: string): string => `${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4)}`;

/** Nobody is born in the future; the century is not written. */
function past(digits: string, now: number): string {
  const thisYear = new Date(now).getUTCFullYear() % 100;
  const century = Number(digits.slice(0, 2)) > thisYear ? '19' : '20';
  return century + dashed(digits);
}
