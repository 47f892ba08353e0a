import { makeIdentity } from '../identity.js';

export const identity = () => (globalThis.identity ??= makeIdentity(process.env));
