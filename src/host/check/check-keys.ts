import { problemAnswer } from '../contract.js';
import { AtPersona, type NewsOptions } from './at-persona.js';
import { faults } from './check-faults.js';
import type { Finding } from './inspection.js';

/** Set aside for fiction, so no host can sell them. */
const one = '+12125550100';
const other = '+12125550101';

/** Sends two orders of a verified account under one key. Nothing is found at a host that sells no numbers. */
export async function checkKeys(options: NewsOptions): Promise<Finding | undefined> {
  const persona = new AtPersona(options);
  const key = crypto.randomUUID();
  await persona.order(one, key);
  const { json, said } = await persona.order(other, key);
  const refused = problemAnswer.safeParse(json).data?.code === 'idempotency_key_reused';
  if (refused || said === '404') return undefined;
  return {
    code: 'key_for_two_orders',
    where: 'POST purchases with the key of another order',
    message: `${faults.key_for_two_orders} It answered ${said}.`,
  };
}
