import * as z from 'zod/mini';
import type { FoundNumber, NumberType } from './carrier.js';
import { addressRequirements, e164, isoCountry } from './found-numbers.js';

// Source: Twilio's OpenAPI, github.com/twilio/twilio-oai, twilio_api_v2010 and twilio_pricing_v1. Cut to what is used.

const text = z.nullish(z.string());
const flag = z.nullish(z.boolean());
/** Documented as a number, and sent as a text. */
const degrees = z.pipe(
  z.nullish(z.union([z.string(), z.number()])),
  z.transform((value) => (value === null || value === undefined ? null : String(value))),
);

/** A page of `AvailablePhoneNumbers`; its numbers are looked at one by one. */
export const availablePage = z.object({ available_phone_numbers: z.array(z.unknown()), next_page_uri: text });

const availableNumber = z.object({
  phone_number: e164,
  friendly_name: text,
  iso_country: isoCountry,
  lata: text,
  locality: text,
  rate_center: text,
  latitude: degrees,
  longitude: degrees,
  region: text,
  postal_code: text,
  address_requirements: z.nullish(addressRequirements),
  beta: flag,
  capabilities: z.record(z.string(), z.unknown()),
});

/** An `AvailablePhoneNumber` as a number on sale of this type, still without a price. */
export const foundNumber = (numberType: NumberType) =>
  z.pipe(
    availableNumber,
    z.transform((number): FoundNumber => {
      // `sms` by its description, `SMS` in answers of many years.
      const can = new Map(Object.entries(number.capabilities).map(([name, value]) => [name.toLowerCase(), value]));
      return {
        phoneNumber: number.phone_number,
        friendlyName: number.friendly_name ?? number.phone_number,
        isoCountry: number.iso_country,
        lata: number.lata,
        locality: number.locality,
        rateCenter: number.rate_center,
        latitude: number.latitude,
        longitude: number.longitude,
        region: number.region,
        postalCode: number.postal_code,
        addressRequirements: number.address_requirements ?? 'none',
        beta: number.beta === true,
        capabilities: {
          SMS: can.get('sms') === true,
          MMS: can.get('mms') === true,
          voice: can.get('voice') === true,
        },
        numberType,
      };
    }),
  );

/** The number that was bought. */
export const boughtNumber = z.object({ phone_number: z.string(), sid: text });

/** A page of numbers that an account has. Each has to be readable: one that is not might be the one asked for. */
export const ownedPage = z.object({
  incoming_phone_numbers: z.array(z.object({ phone_number: z.string() })),
  next_page_uri: text,
});

/** The prices of a country. Amounts are documented as numbers, and sent as texts. */
export const countryPrices = z.object({
  phone_number_prices: z.nullish(
    z.array(z.object({ number_type: text, current_price: z.nullish(z.union([z.string(), z.number()])) })),
  ),
  price_unit: text,
});

const refusal = z.object({ code: z.nullish(z.number()), message: text });

/** What Twilio says to a request that it refuses. */
export function refusalOf(body: unknown): { code?: number; saying: string } {
  const { data } = refusal.safeParse(body);
  return { code: data?.code ?? undefined, saying: data?.message ?? '' };
}
