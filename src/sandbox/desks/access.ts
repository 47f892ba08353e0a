import type { Session } from '../records/session.js';
import type { SandboxState } from '../state/sandbox-state.js';

/** The sessions of an inquiry, oldest first. */
export function sessionsOf({ sessions }: SandboxState, inquiryId: string): Session[] {
  return Object.values(sessions).filter((session) => session.inquiryId === inquiryId);
}

/** Ends the sessions and links of an inquiry; with a new session it goes on. The caller saves the state. */
export function endAccess(state: SandboxState, inquiryId: string, now: number): void {
  for (const session of sessionsOf(state, inquiryId))
    if (session.status !== 'expired') Object.assign(session, { status: 'expired', endedAt: now });
  for (const link of Object.values(state.links))
    if (link.inquiryId === inquiryId) link.expiresAt = Math.min(link.expiresAt, now);
}
