import './define.js';
import type { LcPhoneOptions, lcPhone as lcPhoneOf } from './adapters/shop/lc-phone.js';
import type { fromTwilio as fromTwilioOf } from './core/shop/from-twilio.js';

export { isRegulated } from './core/regulated.js';
export { orders } from './elements/shop/orders.js';
export { registerLabels } from './locales/register.js';

const helpers = () => import('./drop-in-helpers.js');

/** As the package's `lcPhone`; its code is loaded at the first search. */
export const lcPhone = (options: LcPhoneOptions): ReturnType<typeof lcPhoneOf> => ({
  search: async (...asked) => (await helpers()).lcPhone(options).search(...asked),
  purchase: async (order) => (await helpers()).lcPhone(options).purchase(order),
});

/** As the package's `fromTwilio`, but a promise: its code is loaded at the first call. */
export const fromTwilio = async (...given: Parameters<typeof fromTwilioOf>): Promise<ReturnType<typeof fromTwilioOf>> =>
  (await helpers()).fromTwilio(...given);
