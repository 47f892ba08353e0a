import { type Carrier, lcPhoneCarrier, twilioCarrier } from '../../src/host/index.js';
import type { LocalCarriers } from '../../src/sandbox/index.js';

/** A carrier's own keys; without them its local stand-in is used. */
export interface CarrierKeys {
  /** Which of the two, LC Phone by default. */
  carrier?: 'lc-phone' | 'twilio' | undefined;
  lcPhone?: { token: string; location: string } | undefined;
  twilio?: { accountSid: string; authToken: string } | undefined;
}

/** Whether there are keys for the chosen carrier. */
export const hasKeys = ({ carrier, lcPhone, twilio }: CarrierKeys): boolean =>
  (carrier === 'twilio' ? twilio : lcPhone) !== undefined;

/** Where the demo buys: the real carrier when there are keys for it, else the local one. */
export function carrierOf({ carrier, lcPhone, twilio }: CarrierKeys, local: LocalCarriers | undefined): Carrier {
  if (carrier === 'twilio') return twilioCarrier(twilio ?? (local as LocalCarriers).twilio);
  // Each account of the demo is a location of its own.
  return lcPhoneCarrier(lcPhone ?? { ...(local as LocalCarriers).lcPhone, location: (account) => account ?? 'demo' });
}
