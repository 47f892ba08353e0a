/** The types of numbers on sale, in the words of the LC Phone API. */
export type NumberType = 'local' | 'tollFree' | 'mobile';

/** Which address its user must have at the carrier: none, any, one in the number's country, one elsewhere. */
export type AddressRequirement = 'none' | 'any' | 'local' | 'foreign';

/** A number that the local carriers have, sold or not. */
export interface StockNumber {
  /** E.164. */
  phoneNumber: string;
  /** As people of its country write it. */
  friendlyName: string;
  /** The digits without the country's calling code. */
  national: string;
  type: NumberType;
  /** ISO 3166-1 alpha-2. */
  country: string;
  locality: string | null;
  /** State or province. */
  region: string | null;
  rateCenter: string | null;
  lata: string | null;
  latitude: string | null;
  longitude: string | null;
  postalCode: string | null;
  address: AddressRequirement;
  /** Whether the country's regulator wants documents, which a buyer hands in as a bundle. */
  bundle: boolean;
  beta: boolean;
  can: { sms: boolean; mms: boolean; voice: boolean };
}
