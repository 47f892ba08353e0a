import { statusAnswer } from '../contract.js';
import { lookAgainMs, pause } from './check-options.js';
import { misfit } from './fit-answer.js';
import type { Answer } from './host-line.js';
import { isLocal } from './persona-line.js';
import { deliverSigned } from './signed-events.js';
import { NotAsked } from './verdict.js';
import type { Visit } from './visit.js';

/** What a page has seen that waited for something. */
export interface Watched {
  seen: boolean;
  /** After how many milliseconds. */
  took: number;
  /** The last status, in the host's words. */
  said: string;
  /** What did not fit the contract, for which a page would not have seen anything. */
  misfit?: string | undefined;
}

interface Said {
  verified?: unknown;
  status?: unknown;
}

/** Reads the status as a waiting page does until it says so, or does not fit, or so many milliseconds are over. */
export async function watch(
  look: () => Promise<Answer>,
  isThere: (said: Said) => boolean,
  within: number,
): Promise<Watched> {
  const begun = Date.now();
  for (;;) {
    const answer = await look();
    const words = (answer.json ?? {}) as Said;
    const watched = { took: Date.now() - begun, said: String(words.status ?? 'nothing') };
    const misfits = misfit(statusAnswer, answer);
    if (misfits !== undefined) return { ...watched, seen: false, misfit: misfits };
    if (isThere(words)) return { ...watched, seen: true };
    if (Date.now() - begun >= within) return { ...watched, seen: false };
    await pause(lookAgainMs);
  }
}

export const isVerified = ({ verified }: Said): boolean => verified === true;

/** What became of the account's inquiry when the person was through. */
export interface Completion {
  /** The host said "verified" while Persona had not decided. */
  tooEarly: boolean;
  watched: Watched;
}

/** Has the person go through the account's inquiry, without a decision. */
export function complete(visit: Visit): Promise<Completion> {
  return visit.once('completion', async () => {
    await visit.unverified();
    const { inquiryId } = await visit.inquiry();
    // Refused now, to be sent again afterwards.
    await visit.refused().catch(() => undefined);
    const { persona } = visit;
    if (isLocal(visit.options.approve ?? {})) await persona.play('review', inquiryId);
    await persona.begin(inquiryId);
    await persona.simulate(inquiryId, 'complete');
    const isThrough = (said: Said) => isVerified(said) || ['completed', 'needs_review'].includes(String(said.status));
    const watched = await watch(() => visit.status(), isThrough, 5 * visit.patience);
    const verified = await visit.isVerified();
    const { attributes } = await persona.inquiry(inquiryId);
    return { watched, tooEarly: verified && attributes?.status !== 'approved' };
  });
}

/** How the host learned of the approval. */
export interface Approved {
  watched: Watched;
  /** With a secret: what the webhook answered to the approval. */
  delivered?: number;
}

/** Approves the account's inquiry at Persona and watches the status as a page would. */
export function approve(visit: Visit): Promise<Approved> {
  return visit.once('approval', async () => {
    const { tooEarly } = await complete(visit);
    if (tooEarly) throw new NotAsked('the account was verified before it was approved');
    const { inquiryId } = await visit.inquiry();
    const { persona, options } = visit;
    const { attributes } = await persona.inquiry(inquiryId);
    // What remembers the status remembers this one.
    await visit.status();
    if (attributes?.status !== 'approved') await persona.simulate(inquiryId, 'approve');
    const delivered = options.webhookSecret ? await tellApproval(visit, inquiryId) : undefined;
    const within = (options.approve?.within ?? 30) * 1000;
    return { delivered, watched: await watch(() => visit.status(), isVerified, within) };
  });
}

/** Tells the host of the approval as Persona does. */
async function tellApproval(visit: Visit, inquiryId: string): Promise<number> {
  const at = new Date((await visit.persona.inquiry(inquiryId)).attributes?.['decisioned-at'] ?? Date.now());
  const news = { name: 'inquiry.approved', inquiryId, account: visit.account, at };
  return (await deliverSigned(visit.host, visit.secret, news)).status;
}

/** Throws {@link NotAsked} unless the account was approved and the host says so. */
export async function verified(visit: Visit): Promise<void> {
  const { watched } = await approve(visit);
  if (!watched.seen) throw new NotAsked('the host does not say that the account is verified');
}
