import type { NumberType, StockNumber } from '../records/stock-number.js';
import { canAll } from './number-filter.js';
import { patternOf } from './number-pattern.js';
import { type Digits, findNumber, numbersOf } from './stock.js';

/** A search with a value that Twilio cannot use. */
export class TwilioSearchError extends Error {
  override name = 'TwilioSearchError';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

type Query = Readonly<Record<string, string>>;
type Rule = (number: StockNumber) => boolean;

/** The numbers that a search of `AvailablePhoneNumbers` finds, sold or not, in the order they are shown. */
export function* twilioNumbers(country: string, type: NumberType, query: Query): Generator<StockNumber> {
  const rules = [placeRule(query), distanceRule(query), requirementRule(query)];
  for (const number of numbersOf(country, [type], digitRule(query)))
    if (rules.every((fits) => fits(number))) yield number;
}

const isTrue = (text: string | undefined): boolean => text?.toLowerCase() === 'true';

function digitRule({ AreaCode, Contains }: Query): (digits: Digits) => boolean {
  if (AreaCode && !/^\d{3}$/.test(AreaCode)) throw new TwilioSearchError(21451, `Invalid area code ${AreaCode}`);
  const pattern = Contains ? patternOf(Contains) : undefined;
  if (Contains && !pattern) throw new TwilioSearchError(20001, `Invalid pattern provided for Contains: ${Contains}`);
  return ({ block: { callingCode }, national }) =>
    (!AreaCode || (callingCode === '1' && national.startsWith(AreaCode))) &&
    (!pattern || pattern.test(pattern.source.startsWith('^') ? `+${callingCode}${national}` : national));
}

const places = {
  InRegion: 'region',
  InLocality: 'locality',
  InPostalCode: 'postalCode',
  InRateCenter: 'rateCenter',
  InLata: 'lata',
} as const;

/** For comparing names: without accents, in lower case. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

function placeRule(query: Query): Rule {
  const wanted = Object.entries(places).flatMap(([name, key]) => {
    const text = query[name];
    if (!text) return [];
    // A phone number stands for the place it is in.
    const value = /^[+ ]?\d{8,}$/.test(text) ? findNumber(`+${text.replaceAll(/\D/g, '')}`)?.[key] : text;
    return [{ key, value: plain(value ?? '') }];
  });
  return (number) => wanted.every(({ key, value }) => value !== '' && plain(number[key] ?? '') === value);
}

interface Point {
  latitude: number;
  longitude: number;
}

const pointOf = ({ latitude, longitude }: Pick<StockNumber, 'latitude' | 'longitude'>): Point | undefined =>
  latitude !== null && longitude !== null ? { latitude: Number(latitude), longitude: Number(longitude) } : undefined;

/** Near a number are those of its area code, and those within the distance where both places are known. */
function distanceRule({ NearNumber, NearLatLong, Distance }: Query): Rule {
  if (!NearNumber && !NearLatLong) return () => true;
  const miles = Math.min(500, Number(Distance) || 25);
  const digits = NearNumber?.replaceAll(/\D/g, '') ?? '';
  const neighbour = findNumber(`+${digits}`);
  const [latitude = Number.NaN, longitude = Number.NaN] = (NearLatLong ?? '').split(',').map(Number);
  if (NearLatLong && Number.isNaN(latitude + longitude))
    throw new TwilioSearchError(20001, `Invalid NearLatLong ${NearLatLong}`);
  const area = digits.startsWith('1') ? digits.slice(1, 4) : undefined;
  const centre = NearLatLong ? { latitude, longitude } : neighbour && pointOf(neighbour);
  return (number) => {
    const point = pointOf(number);
    const isClose = centre !== undefined && point !== undefined && milesBetween(centre, point) <= miles;
    return isClose || (area !== undefined && number.national.startsWith(area));
  };
}

function milesBetween(one: Point, other: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const across = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  const chord = half(one.latitude, other.latitude) + across * half(one.longitude, other.longitude);
  return 2 * 3959 * Math.asin(Math.sqrt(chord));
}

function requirementRule(query: Query): Rule {
  const wanted = { sms: isTrue(query.SmsEnabled), mms: isTrue(query.MmsEnabled), voice: isTrue(query.VoiceEnabled) };
  return (number) =>
    canAll(number, wanted) &&
    // No number of ours takes faxes.
    !isTrue(query.FaxEnabled) &&
    !(query.Beta?.toLowerCase() === 'false' && number.beta) &&
    !(isTrue(query.ExcludeAllAddressRequired) && number.address !== 'none') &&
    !(isTrue(query.ExcludeLocalAddressRequired) && number.address === 'local') &&
    !(isTrue(query.ExcludeForeignAddressRequired) && number.address === 'foreign');
}
