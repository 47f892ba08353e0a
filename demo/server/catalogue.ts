import { type Area, areas, type NumberType } from './areas.js';

/** `AvailablePhoneNumberDto` of the public LC Phone API: what a search answers with. */
export interface AvailableNumber {
  phoneNumber: string;
  friendlyName: string;
  lata: string | null;
  locality: string | null;
  rateCenter: string | null;
  latitude: string | null;
  longitude: string | null;
  region: string | null;
  postalCode: string | null;
  isoCountry: string;
  addressRequirements: 'none' | 'any' | 'local' | 'foreign';
  beta: boolean;
  capabilities: { SMS: boolean; MMS: boolean; voice: boolean };
  /** Per month. */
  price: { number_type: string; price: number; price_unit: string };
}

/** A number of the catalogue with what the search filters by. */
export interface CatalogueNumber {
  type: NumberType;
  /** The digits without the country code. */
  national: string;
  listing: AvailableNumber;
}

const perArea = 40;
const prices: Record<NumberType, { number_type: string; price: number }> = {
  local: { number_type: 'local', price: 1.15 },
  tollFree: { number_type: 'tollFree', price: 2.15 },
  mobile: { number_type: 'mobile', price: 1.6 },
};

/** The whole stock: the same numbers at every start, all from ranges that are set aside for fiction. */
export const catalogue: readonly CatalogueNumber[] = Array.from({ length: perArea }, (_, index) => index).flatMap(
  (index) => areas.map((area) => number(area, index)),
);

const byNumber = new Map(catalogue.map((entry) => [entry.listing.phoneNumber, entry]));

/** The number's entry, or undefined when we do not have it. */
export function find(phoneNumber: string): CatalogueNumber | undefined {
  return byNumber.get(phoneNumber);
}

function number(area: Area, index: number): CatalogueNumber {
  // Spread over the area's hundred lines so that "ends with" finds something for every digit.
  const line = String((index * 37 + Number(area.prefix.slice(0, 3)) * 11) % 100).padStart(2, '0');
  const national = area.prefix + line;
  const [mms, sms] = [area.type !== 'tollFree' && index % 4 !== 3, index % 7 !== 6];
  const { country, type, locality, region, place } = area;
  return {
    type,
    national,
    listing: {
      phoneNumber: `+${area.callingCode}${national}`,
      friendlyName:
        area.callingCode === '1'
          ? national.replace(/^(\d{3})(\d{3})/, '($1) $2-')
          : `0${national.replace(area.group, '$1 $2 $3')}`,
      lata: place?.lata ?? null,
      locality,
      rateCenter: place ? (locality?.toUpperCase() ?? null) : null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      region,
      postalCode: place?.postalCode ?? null,
      isoCountry: country,
      addressRequirements: country === 'GB' && type === 'local' && index % 3 === 0 ? 'any' : 'none',
      beta: index % 19 === 18,
      capabilities: {
        SMS: sms,
        MMS: sms && mms && area.callingCode === '1',
        voice: type !== 'mobile' || index % 5 !== 4,
      },
      price: { ...prices[type], price_unit: 'USD' },
    },
  };
}
