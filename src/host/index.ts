export { isRegulated, type NumberOrigin } from '../core/gate/regulated.js';
export {
  createIdentityHost,
  type IdentityHost,
  type IdentityHostOptions,
  type IdentityPolicy,
} from './identity-host.js';
export type { InquiryRecord, InquiryStatus } from './lifecycle.js';
export type { OpenInquiry } from './open-inquiry.js';
export { PersonaError, type PersonaSettings } from './persona/persona-client.js';
export type { HostProblemCode } from './problem.js';
export { idempotentPurchases, type Purchase, type PurchaseRun, type PurchasesOptions } from './purchases.js';
export { memoryPurchases } from './stores/memory-purchases.js';
export { memoryStore } from './stores/memory-store.js';
export { type PgClient, type PgPool, type PostgresJs, postgresDatabase } from './stores/postgres-database.js';
export type { KeptPurchase, PurchaseAnswer, PurchaseStore } from './stores/purchase-store.js';
export type { SqlDatabase } from './stores/sql-database.js';
export { sqlPurchases } from './stores/sql-purchases.js';
export { MIGRATIONS as migrations } from './stores/sql-schema.js';
export { sqlStore } from './stores/sql-store.js';
export { type IdentityStore, type InquiryNews, StoreBusyError, type Ticket, type TrailEntry } from './stores/store.js';
