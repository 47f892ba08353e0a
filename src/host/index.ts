export { isRegulated, type NumberOrigin } from '../core/regulated.js';
export {
  createIdentityHost,
  type IdentityHost,
  type IdentityHostOptions,
  type IdentityPolicy,
} from './identity-host.js';
export type { InquiryRecord, InquiryStatus } from './lifecycle.js';
export { memoryPurchases } from './memory-purchases.js';
export { memoryStore } from './memory-store.js';
export type { OpenInquiry } from './open-inquiry.js';
export { PersonaError, type PersonaSettings } from './persona-client.js';
export { type PgClient, type PgPool, type PostgresJs, postgresDatabase } from './postgres-database.js';
export type { HostProblemCode } from './problem.js';
export type { KeptPurchase, PurchaseAnswer, PurchaseStore } from './purchase-store.js';
export { idempotentPurchases, type Purchase, type PurchaseRun, type PurchasesOptions } from './purchases.js';
export type { SqlDatabase } from './sql-database.js';
export { sqlPurchases } from './sql-purchases.js';
export { MIGRATIONS as migrations } from './sql-schema.js';
export { sqlStore } from './sql-store.js';
export { type IdentityStore, type InquiryNews, StoreBusyError, type Ticket, type TrailEntry } from './store.js';
