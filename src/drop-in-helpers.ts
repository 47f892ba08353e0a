/** What the drop-in exports and loads when it is called. */
export { lcPhone } from './adapters/shop/lc-phone.js';
export { fromTwilio } from './core/shop/from-twilio.js';
