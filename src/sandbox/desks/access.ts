import type { OneTimeLink, Session } from '../records/session.js';
import type { Store } from '../state/store.js';

/** Whether a session still lets its page go on. */
export const isRunning = ({ status, expiresAt }: Session, now: number): boolean =>
  status !== 'expired' && expiresAt > now;

/** Ends a session before its time, for a reason if there is one. The caller saves the state. */
export const endSession = (
  { sessions }: Store,
  session: Session,
  now: number,
  why: Pick<Session, 'finished' | 'takenBack'> = {},
): void => sessions.put(session.id, { ...session, status: 'expired', endedAt: now, ...why });

/** Ends the sessions of an inquiry that has been finished. The caller saves the state. */
export function finishSessions(store: Store, inquiryId: string, now: number): void {
  for (const session of store.sessions.by('inquiry', inquiryId))
    if (isRunning(session, now)) endSession(store, session, now, { finished: true });
}

/** Ends the sessions and links of an inquiry; with a new session it goes on. The caller saves the state. */
export function endAccess(store: Store, inquiryId: string, now: number): void {
  for (const session of store.sessions.by('inquiry', inquiryId))
    if (isRunning(session, now)) endSession(store, session, now);
  for (const link of store.links.by('inquiry', inquiryId)) endLink(store, link, now);
}

/** Lets a link lead nowhere from now on. The caller saves the state. */
export const endLink = ({ links }: Store, link: OneTimeLink, now: number): void =>
  links.put(link.code, { ...link, expiresAt: Math.min(link.expiresAt, now) });
