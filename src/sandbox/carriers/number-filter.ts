import type { NumberType, StockNumber } from '../records/stock-number.js';
import { type Digits, numbersOf } from './stock.js';

/** Capabilities that a search asks for; `false` and nothing leave nothing out. */
export interface WantedCapabilities {
  sms?: boolean | undefined;
  mms?: boolean | undefined;
  voice?: boolean | undefined;
}

/** Whether a number can all that is wanted. */
export const canAll = ({ can }: StockNumber, { sms, mms, voice }: WantedCapabilities): boolean =>
  (!sms || can.sms) && (!mms || can.mms) && (!voice || can.voice);

/** What the LC Phone API searches by. */
export interface DigitSearch extends WantedCapabilities {
  country: string;
  types: readonly NumberType[];
  firstPart: string;
  lastPart: string;
  anywhere: string;
}

/** The first numbers of a country that a search finds, without those that are sold. */
export function firstNumbers(
  { country, types, firstPart, lastPart, anywhere, ...wanted }: DigitSearch,
  sold: { isTaken(phoneNumber: string): boolean },
  most: number,
): StockNumber[] {
  const fits = ({ national }: Digits) =>
    national.startsWith(firstPart) && national.endsWith(lastPart) && national.includes(anywhere);
  const found: StockNumber[] = [];
  for (const number of numbersOf(country, types, fits)) {
    if (found.length === most) break;
    if (canAll(number, wanted) && !sold.isTaken(number.phoneNumber)) found.push(number);
  }
  return found;
}
