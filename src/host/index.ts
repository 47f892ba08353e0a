export { isRegulated, type NumberOrigin } from '../core/regulated.js';
export { createIdentityHost, type IdentityHost, type IdentityHostOptions, type IdentityPolicy } from './identity-host.js';
export type { InquiryRecord, InquiryStatus } from './lifecycle.js';
export type { OpenInquiry } from './open-inquiry.js';
export { PersonaError, type PersonaSettings } from './persona-client.js';
export type { HostProblemCode } from './problem.js';
export { sqlStore, type SqlDatabase } from './sql-store.js';
export { StoreBusyError, type IdentityStore, type InquiryNews, type Ticket } from './store.js';
