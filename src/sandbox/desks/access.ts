import type { Session } from '../records/session.js';
import type { SandboxState } from '../state/sandbox-state.js';

/** Whether a session still lets its page go on. */
export const isRunning = ({ status, expiresAt }: Session, now: number): boolean =>
  status !== 'expired' && expiresAt > now;

/** Ends a session before its time. */
export const endSession = (session: Session, now: number): Session =>
  Object.assign(session, { status: 'expired', endedAt: now } as const);

/** The sessions of an inquiry, oldest first. */
export function sessionsOf({ sessions }: SandboxState, inquiryId: string): Session[] {
  return Object.values(sessions).filter((session) => session.inquiryId === inquiryId);
}

/** Ends the sessions of an inquiry that has been finished. The caller saves the state. */
export function finishSessions(state: SandboxState, inquiryId: string, now: number): void {
  for (const session of sessionsOf(state, inquiryId))
    if (isRunning(session, now)) endSession(session, now).finished = true;
}

/** Ends the sessions and links of an inquiry; with a new session it goes on. The caller saves the state. */
export function endAccess(state: SandboxState, inquiryId: string, now: number): void {
  for (const session of sessionsOf(state, inquiryId)) if (isRunning(session, now)) endSession(session, now);
  for (const link of Object.values(state.links))
    if (link.inquiryId === inquiryId) link.expiresAt = Math.min(link.expiresAt, now);
}
