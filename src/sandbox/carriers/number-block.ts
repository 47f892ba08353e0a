import type { AddressRequirement, NumberType, StockNumber } from '../records/stock-number.js';
import type { Place } from './places.js';

/** Numbers that begin alike, at most a hundred, from a range that is never given to anybody. */
export interface NumberBlock {
  country: string;
  callingCode: string;
  type: NumberType;
  /** National digits that all have. */
  prefix: string;
  /** The digits after the prefix; 00 to 99 when left out. */
  endings?: readonly string[];
  /** How its country groups the digits. */
  group: RegExp;
  /** What is dialled before a national number, in countries that write it. */
  trunk: string;
  locality: string | null;
  region: string | null;
  place?: Place | undefined;
  address: AddressRequirement;
  bundle: boolean;
  /** Which of them the address is asked for; all when left out. */
  needsAddress?: (index: number) => boolean;
}

/** How many numbers a block has. */
export const sizeOf = ({ endings }: NumberBlock): number => endings?.length ?? 100;

/** The number at a place of the block, counted from 0: the same at every start. */
export function numberAt(block: NumberBlock, index: number): StockNumber {
  const { country, callingCode, type, locality, region, place } = block;
  const national = nationalAt(block, index);
  const american = callingCode === '1';
  const sms = index % 7 !== 6;
  return {
    phoneNumber: `+${callingCode}${national}`,
    friendlyName: friendly(block, national),
    national,
    type,
    country,
    locality,
    region,
    rateCenter: american ? (locality?.toUpperCase() ?? null) : null,
    lata: place?.lata ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    postalCode: place?.postalCode ?? null,
    address: block.needsAddress?.(index) === false ? 'none' : block.address,
    bundle: block.bundle,
    beta: index % 19 === 18,
    can: {
      sms,
      mms: sms && american && type !== 'tollFree' && index % 4 !== 3,
      voice: type !== 'mobile' || index % 5 !== 4,
    },
  };
}

/** The place of a number in its block; -1 when it is none of them. */
export function placeIn(block: NumberBlock, national: string): number {
  if (!national.startsWith(block.prefix)) return -1;
  const ending = national.slice(block.prefix.length);
  if (block.endings) return block.endings.indexOf(ending);
  if (!/^\d\d$/.test(ending)) return -1;
  return ((Number(ending) - shiftOf(block) + 100) * 73) % 100;
}

/** The digits of the number at a place of the block. */
export function nationalAt({ prefix, endings, ...block }: NumberBlock, index: number): string {
  // In this order every last digit comes early: 37 steps on each time, and 73 undoes it (37 × 73 = 27 × 100 + 1).
  const line = (index * 37 + shiftOf({ prefix, ...block })) % 100;
  return prefix + (endings?.[index] ?? String(line).padStart(2, '0'));
}

/** Where a block begins among its hundred lines, so that neighbours differ in their last digits. */
const shiftOf = ({ prefix }: Pick<NumberBlock, 'prefix'>): number => (Number(prefix.slice(0, 3)) * 11) % 100;

function friendly({ callingCode, group, trunk }: NumberBlock, national: string): string {
  if (callingCode === '1') return national.replace(/^(\d{3})(\d{3})/, '($1) $2-');
  const [, ...parts] = group.exec(national) ?? [];
  return trunk + parts.join(' ');
}
