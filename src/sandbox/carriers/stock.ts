import type { NumberType, StockNumber } from '../records/stock-number.js';
import { allAreaCodes } from './area-codes.js';
import { foreignBlocks } from './foreign-blocks.js';
import { type NumberBlock, nationalAt, numberAt, placeIn, sizeOf } from './number-block.js';
import { placeOf } from './places.js';

const tollFree = ['800', '833', '844', '855', '866', '877', '888'];

const american = { callingCode: '1', group: /^$/, trunk: '', address: 'none', bundle: false } as const;

// In every area code of the +1 plan, 555-0100 to 555-0199 are set aside for fiction.
const americanBlocks: readonly NumberBlock[] = allAreaCodes().map(({ code, country, region, locality }) => ({
  ...american,
  country,
  type: 'local',
  prefix: `${code}55501`,
  // Puerto Rico is a region to the carriers too.
  region: country === 'PR' ? 'PR' : region,
  locality: placeOf(code)?.locality ?? locality,
  place: placeOf(code),
}));

// The same toll-free numbers are sold in both countries.
const tollFreeBlocks = ['US', 'CA'].flatMap((country) =>
  tollFree.map(
    (code): NumberBlock => ({
      ...american,
      country,
      type: 'tollFree',
      prefix: `${code}55501`,
      locality: null,
      region: null,
    }),
  ),
);

const isWellKnown = ({ place }: NumberBlock): boolean => place?.isMain ?? false;
const isPlaceless = ({ type }: NumberBlock): boolean => type !== 'local';

const every: readonly NumberBlock[] = [...americanBlocks, ...tollFreeBlocks, ...foreignBlocks];

/** Every block: first the well-known places, then what is in no place, so that a search without filters has both. */
const blocks: readonly NumberBlock[] = [
  ...every.filter(isWellKnown),
  ...every.filter(isPlaceless),
  ...every.filter((block) => !isWellKnown(block) && !isPlaceless(block)),
];

/** Whether the carriers have numbers of that type in a country. */
export const isSold = (country: string, type: NumberType): boolean =>
  blocks.some((block) => block.country === country && block.type === type);

/** Whether the carriers have numbers in a country. */
export const isServed = (country: string): boolean => blocks.some((block) => block.country === country);

/** The types of numbers that a country has. */
export const typesIn = (country: string): NumberType[] =>
  (['local', 'tollFree', 'mobile'] as const).filter((type) => isSold(country, type));

/** What digits say before the rest of a number is made. */
export interface Digits {
  block: NumberBlock;
  national: string;
}

/**
 * The numbers of a country, of some types, in the order they are shown: one of every block, then the next of each.
 * `fits` looks at the digits alone, so that a search makes no number that it leaves out.
 */
export function* numbersOf(
  country: string,
  types: readonly NumberType[],
  fits: (digits: Digits) => boolean,
): Generator<StockNumber> {
  const own = blocks.filter((block) => block.country === country && types.includes(block.type));
  const longest = Math.max(0, ...own.map(sizeOf));
  for (let index = 0; index < longest; index += 1)
    for (const block of own)
      if (index < sizeOf(block) && fits({ block, national: nationalAt(block, index) })) yield numberAt(block, index);
}

/** Blocks by what their numbers begin with; of toll-free numbers, which two countries sell, the first country's. */
const byPrefix = new Map(
  blocks.toReversed().map((block): [string, NumberBlock] => [`+${block.callingCode}${block.prefix}`, block]),
);

/** The number in the stock, sold or not; undefined when the carriers never had it. */
export function findNumber(phoneNumber: string): StockNumber | undefined {
  for (let length = phoneNumber.length - 1; length > 2; length -= 1) {
    const block = byPrefix.get(phoneNumber.slice(0, length));
    const index = block ? placeIn(block, phoneNumber.slice(block.callingCode.length + 1)) : -1;
    if (block && index >= 0) return numberAt(block, index);
  }
  return undefined;
}
