import type { IdData } from '../records/checks.js';

// Element ids of the AAMVA DL/ID card design standard, section D.12.5; older cards write the first names under DCT.
const elements: Record<string, keyof IdData> = {
  DCS: 'lastName',
  DAC: 'firstName',
  DCT: 'firstName',
  DAD: 'middleName',
  DAQ: 'idNumber',
  DAG: 'street',
  DAI: 'city',
  DAJ: 'subdivision',
  DAK: 'postalCode',
  DCG: 'countryCode',
};

// A record separator follows the "@" on most cards; other white space depends on the printer.
const recordSeparator = '\u001e';
const header = /^@\n?\r?\n?(ANSI |AAMVA)/;

/** What the barcode of a North American licence says, or undefined for a text of another kind. */
export function readAamva(text: string): IdData | undefined {
  if (!header.test(text.replace(recordSeparator, ''))) return undefined;
  const values = new Map(
    [...text.matchAll(/(?:^|\n|\r|DL|ID)(D[A-Z]{2})([^\n\r]*)/g)].map(([, key, value]) => [key!, value!.trim()]),
  );
  const data: IdData = {};
  for (const [key, name] of Object.entries(elements)) {
    const value = values.get(key);
    if (value && value !== 'NONE' && value !== 'unavl') data[name] ??= value;
  }
  const canadian = data.countryCode === 'CAN';
  data.birthdate = dateOf(values.get('DBB'), canadian);
  data.expirationDate = dateOf(values.get('DBA'), canadian);
  return data;
}

/** Cards of the US write MMDDCCYY, those of Canada CCYYMMDD. */
function dateOf(digits: string | undefined, canadian: boolean): string | undefined {
  if (!digits || !/^\d{8}$/.test(digits)) return undefined;
  const [year, month, day] = canadian
    ? [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
    : [digits.slice(4), digits.slice(0, 2), digits.slice(2, 4)];
  return `${year}-${month}-${day}`;
}
