import { makeIdentity } from '../identity.js';

let made;

export const identity = () => (made ??= makeIdentity(process.env));
