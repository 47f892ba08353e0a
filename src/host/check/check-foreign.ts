import { AtPersona, type NewsOptions, personaApi } from './at-persona.js';
import { faults } from './check-faults.js';
import type { Finding } from './inspection.js';

/** How long the host may fall for it, in seconds: as long as a host takes that asks Persona by itself. */
const watches = 5;

/**
 * Makes an inquiry in the account's name past the host, as anybody with the template's id can from a browser, has it
 * approved, and sees whether the host believes it. At a local Persona only: the real one takes such inquiries from a
 * browser alone. Rejects with what to do when the host opens no inquiry of its own.
 */
export async function checkForeign(options: NewsOptions): Promise<Finding | undefined> {
  const { origin, hostname } = new URL(options.apiUrl ?? personaApi);
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return undefined;
  const persona = new AtPersona(options);
  const own = await persona.openedInquiry();
  const { json } = await persona.post(`${origin}/flow/open`, { ...(await persona.subjectOf(own)), fields: {} });
  const foreign = (json as { view?: { inquiryId?: string } } | undefined)?.view?.inquiryId;
  // It takes none from browsers, which is the other way to be safe.
  if (!foreign) return undefined;
  await persona.approve(foreign);
  const { verified } = await persona.isVerified(Math.min(watches, options.within ?? watches));
  const where = 'GET status after somebody else’s inquiry';
  if (verified) return { code: 'believes_foreign', where, message: faults.believes_foreign };
  // Verified or not, it has moved the account when its own inquiry is no longer opened.
  if ((await persona.openInquiry()) === own) return undefined;
  return { code: 'believes_foreign', where: 'POST inquiry after somebody else’s', message: faults.believes_foreign };
}
