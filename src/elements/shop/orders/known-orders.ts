import { intentStorage } from '../../../adapters/shop/intent-storage.js';
import { type AccountId, textOf } from '../../../core/account-id.js';
import { type KnownOrder, knownFrom } from '../../../core/shop/known-order.js';

export type { KnownOrder };

/** The account's orders as this browser has kept them. */
export const knownOrders = (account: AccountId): KnownOrder[] => intentStorage().list(textOf(account)).map(knownFrom);
