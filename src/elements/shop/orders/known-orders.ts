import { intentStorage } from '../../../adapters/shop/intent-storage.js';
import { type AccountId, textOf } from '../../../core/account-id.js';
import { type KnownOrder, knownOrdersOf } from '../../../core/shop/known-order.js';

export type { KnownOrder };

/** The account's orders as this browser has kept them, and as its host has told them to this page. */
export async function knownOrders(account: AccountId): Promise<KnownOrder[]> {
  const { answersOn } = await import('./look.js');
  return knownOrdersOf(intentStorage().list(textOf(account)), answersOn(textOf(account)));
}
