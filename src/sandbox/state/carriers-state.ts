import type { Ids } from './ids.js';

/** The keys of the local carriers. */
export interface CarriersState {
  /** Key of the LC Phone API. */
  lcToken: string;
  twilioAccountSid: string;
  twilioAuthToken: string;
}

/** Keys that nobody has had. */
export const firstCarriers = (ids: Ids): CarriersState => ({
  lcToken: ids.secret('lc_sandbox'),
  twilioAccountSid: ids.sid('AC'),
  twilioAuthToken: ids.hex('twilio-token'),
});
