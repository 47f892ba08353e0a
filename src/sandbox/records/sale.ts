import type { NumberType } from './stock-number.js';

/** Which of the local carriers. */
export type CarrierName = 'lc-phone' | 'twilio';

/** A number that was sold. */
export interface Sale {
  phoneNumber: string;
  /** Which API sold it. */
  carrier: CarrierName;
  /** Whose it is: a location of the LC Phone API, an account or subaccount of Twilio. */
  owner: string;
  /** When it was sold, in ms since 1970. */
  at: number;
  updatedAt: number;
  /** When it went back into the stock; null while it is somebody's. */
  releasedAt: number | null;
  /** Its id, `PN` and 32 digits. */
  sid: string;
  friendlyName: string;
  country: string;
  type: NumberType;
  /** The request's own id at the LC Phone API. */
  fingerprintId: string | null;
  /** The number pool it is in, by its id. */
  pool: string | null;
  addressSid: string | null;
  bundleSid: string | null;
  /** What Twilio was told about calls and messages, by the names of its answers. */
  settings: Record<string, string>;
}

/** Numbers of a location that stand for one. */
export interface NumberPool {
  id: string;
  name: string;
  locationId: string;
}

/** The first answer to a purchase, given again to its repetitions. */
export interface FirstAnswer {
  phoneNumber: string;
  body: string;
}
