/**
 * The public surface of `lc-identity-gate`. Importing it registers nothing; `lc-identity-gate/define` does.
 */

export { type LcPhoneOptions, lcPhone } from './adapters/shop/lc-phone.js';
export { LcError, type LcErrorCode } from './core/errors.js';
export { type Action, actions } from './core/gate/actions.js';
export type { GateStatus } from './core/gate/gate.js';
export { isRegulated, type NumberOrigin } from './core/regulated.js';
export { fromTwilio } from './core/shop/from-twilio.js';
export type { KnownOrder } from './core/shop/known-order.js';
export type { AvailablePhoneNumber, NumbersAnswer, PurchaseAnswer } from './core/shop/number-contracts.js';
export type { NumbersQuery } from './core/shop/numbers-query.js';
export type { ConfirmedOrder, Order, OrderedNumber, PurchaseStatus, Receipt } from './core/shop/purchase.js';
export * from './elements/events/events.js';
export { LcPurchasedEvent } from './elements/events/shop/purchased-event.js';
export { LcQueryChangeEvent } from './elements/events/shop/query-change-event.js';
export { LcIdentityGate } from './elements/gate/identity-gate.js';
export type { EnsureVerifiedOptions, Verification } from './elements/gate/verification.js';
export { LcNumberPurchase } from './elements/shop/number-purchase.js';
export { orders } from './elements/shop/orders.js';
export type { PurchaseFunction, SearchFunction } from './elements/shop/shop-element.js';
export type { Labels, OwnLabels, PartialLabels } from './locales/labels.js';
export { type LabelsLoader, registerLabels } from './locales/register.js';
