import { makeHost } from '../host.js';

export const host = () => (globalThis.host ??= makeHost(process.env));
