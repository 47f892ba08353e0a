/**
 * `lc-identity-gate` where the code runs on a server without a DOM: all of it but what is seen. The classes of the
 * elements are there to be named, not to be made.
 */

export { lcPhone } from '../adapters/shop/lc-phone.js';
export { LcError } from '../core/errors.js';
export { actions } from '../core/gate/actions.js';
export { isRegulated } from '../core/regulated.js';
export { fromTwilio } from '../core/shop/from-twilio.js';
export * from '../elements/events/events.js';
export { LcPurchasedEvent } from '../elements/events/shop/purchased-event.js';
export { LcQueryChangeEvent } from '../elements/events/shop/query-change-event.js';
export { orders } from '../elements/shop/orders.js';
export { registerLabels } from '../locales/register.js';

class Unseen {
  constructor() {
    throw new Error('The elements of lc-identity-gate are made in a browser, not on a server.');
  }
}

/** The name of the element's class; making one throws. */
export class LcIdentityGate extends Unseen {}
/** The name of the element's class; making one throws. */
export class LcNumberPurchase extends Unseen {}
