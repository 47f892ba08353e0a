import { AtPersona, type NewsOptions } from './at-persona.js';
import { faults } from './check-faults.js';
import type { Finding } from './inspection.js';

const renewals = 3;

/**
 * Begins the account's inquiry at Persona, asks the host for another session as a page does whose own was refused, and
 * counts what that costs. Rejects with what to do when the host opens no inquiry, or Persona does not tell.
 */
export async function checkSessions(options: NewsOptions): Promise<Finding | undefined> {
  const persona = new AtPersona(options);
  const inquiryId = await persona.openedInquiry();
  await persona.simulate(inquiryId, 'start_inquiry');
  const before = await persona.sessions(inquiryId);
  for (let count = 0; count < renewals; count += 1) await persona.openInquiry({ renew: true });
  const made = (await persona.sessions(inquiryId)) - before;
  if (made <= renewals) return undefined;
  return {
    code: 'wastes_sessions',
    where: 'POST inquiry with "renew": true',
    message: `${faults.wastes_sessions} ${renewals} renewals made ${made}.`,
  };
}
