export { isRegulated, type NumberOrigin } from '../core/regulated.js';
export { AdoptionError } from './adopt.js';
export {
  type Carrier,
  type CarrierCode,
  type CarrierContext,
  CarrierError,
  type FoundNumber,
  type FoundNumbers,
  type NumberSearch,
  type NumberToBuy,
  type NumberType,
  type SaleContext,
} from './carriers/carrier.js';
export { CarrierUnknownError } from './carriers/carrier-failures.js';
export type { PerAccount } from './carriers/carrier-options.js';
export { type LcPhoneCarrierOptions, lcPhoneCarrier } from './carriers/lc-phone-carrier.js';
export { type TwilioCarrierOptions, twilioCarrier } from './carriers/twilio-carrier.js';
export type { IdentityPolicy, Wanted } from './host-context.js';
export { createIdentityHost, type IdentityHost, type IdentityHostOptions } from './identity-host.js';
export type { OpenInquiry } from './open-inquiry.js';
export { type Order, type ParsedOrder, parseOrder } from './orders.js';
export { PersonaError } from './persona/persona-error.js';
export type { PersonaSettings } from './persona/persona-settings.js';
export { type HostProblemCode, problem } from './problem.js';
export { ForeignInquiryError } from './provenance.js';
export { idempotentPurchases, type Purchase, type PurchaseRun, type PurchasesOptions } from './purchases.js';
export { createHost, type Host, type HostOptions, type HostPolicy } from './shop/create-host.js';
export type { HostEvent } from './shop/news.js';
export type { OrderAnswer } from './shop/order-answers.js';
export { placesEndpoint } from './shop/places-route.js';
export type { InquiryRecord, InquiryStatus } from './stores/inquiry-record.js';
export type { NumberOutcome, OrderedNumber, OrderStatus } from './stores/kept-order.js';
export { type Held, type Hold, LeaseLostError } from './stores/lease.js';
export { memoryPurchases } from './stores/memory-purchases.js';
export { memoryStore } from './stores/memory-store.js';
export { type PgClient, type PgPool, type PostgresJs, postgresDatabase } from './stores/postgres-database.js';
export type { KeptPurchase, PurchaseAnswer, PurchaseStore } from './stores/purchase-store.js';
export type { SqlDatabase } from './stores/sql-database.js';
export { sqlPurchases } from './stores/sql-purchases.js';
export { migrations } from './stores/sql-schema.js';
export { type SqlStoreOptions, sqlStore } from './stores/sql-store.js';
export type { TurnOptions } from './stores/sql-turns.js';
export {
  type IdentityStore,
  type InquiryNews,
  StoreBusyError,
  type Ticket,
  type TrailEntry,
  type WhichAccounts,
} from './stores/store.js';
export { WebhookError } from './webhook.js';
