import type { Account } from './api.js';

/** What the demo's accounts are called, in every language. */
export const names: Record<Account['kind'], string> = {
  new: 'Bluebird Bakery',
  verified: 'Harvest Foods',
  review: 'Kite Studio',
  declined: 'Lowell Freight',
  exempt: 'Oak Agency',
};

/** What the account of that id is called; the id says its kind, also when the account is gone. */
export const nameOf = (id: string): string => names[id.split('_')[1] as Account['kind']] ?? id;
