/**
 * The public surface of `lc-identity-gate`. Importing it registers nothing; `lc-identity-gate/define` does.
 */

export { type LcPhoneOptions, lcPhone } from './adapters/lc-phone.js';
export { type Action, actions } from './core/actions.js';
export { LcError, type LcErrorCode } from './core/errors.js';
export { fromTwilio } from './core/from-twilio.js';
export type { GateStatus } from './core/gate.js';
export type { Labels, PartialLabels } from './core/labels.js';
export type { AvailablePhoneNumber, NumbersAnswer, PurchaseAnswer } from './core/number-contracts.js';
export type { NumbersQuery } from './core/numbers-query.js';
export type { Order, OrderedNumber, PurchaseStatus, Receipt } from './core/purchase.js';
export { isRegulated, type NumberOrigin } from './core/regulated.js';
export * from './elements/events.js';
export { LcIdentityGate } from './elements/identity-gate.js';
export { LcNumberPurchase } from './elements/number-purchase.js';
export { LcQueryChangeEvent } from './elements/query-change-event.js';
export type { EnsureVerifiedOptions, Verification } from './elements/verification.js';
