import { AtPersona, type NewsOptions } from './at-persona.js';
import { faults } from './check-faults.js';
import type { Finding } from './inspection.js';

/**
 * Approves the account's inquiry at Persona and watches the host's status as a page would. Nothing is found when the
 * host says "verified" in time; rejects with what to do when there is nothing to approve.
 */
export async function checkNews(options: NewsOptions): Promise<Finding | undefined> {
  const { within = 30 } = options;
  const persona = new AtPersona(options);
  await persona.approve(await persona.openedInquiry());
  const { verified, said } = await persona.isVerified(within);
  if (verified) return undefined;
  return {
    code: 'learns_late',
    where: 'GET status after the approval',
    message: `${faults.learns_late} It still said "${said}" after ${within} s.`,
  };
}
