import type { OneTimeLink, Session } from '../records/session.js';
import { sessionResource } from '../resources/session-resource.js';
import type { Store } from '../state/store.js';
import type { Webhooks } from './webhooks.js';

/** Where sessions stand, and who hears of their end. */
export interface Access {
  store: Store;
  webhooks: Webhooks;
}

/** Whether a session still lets its page go on. */
export const isRunning = ({ status, expiresAt }: Session, now: number): boolean =>
  status !== 'expired' && expiresAt > now;

/** Ends a session before its time, for a reason if there is one, and tells of it. The caller saves the state. */
export function endSession(
  { store, webhooks }: Access,
  session: Session,
  now: number,
  why: Pick<Session, 'finished' | 'takenBack'> = {},
): void {
  const ended: Session = { ...session, status: 'expired', endedAt: now, ...why };
  store.sessions.put(session.id, ended);
  webhooks.send('inquiry-session.expired', sessionResource(ended, now));
}

/** Ends the sessions of an inquiry that has been finished. The caller saves the state. */
export function finishSessions(access: Access, inquiryId: string, now: number): void {
  for (const session of access.store.sessions.by('inquiry', inquiryId))
    if (isRunning(session, now)) endSession(access, session, now, { finished: true });
}

/** Ends the sessions and links of an inquiry; with a new session it goes on. The caller saves the state. */
export function endAccess(access: Access, inquiryId: string, now: number): void {
  for (const session of access.store.sessions.by('inquiry', inquiryId))
    if (isRunning(session, now)) endSession(access, session, now);
  for (const link of access.store.links.by('inquiry', inquiryId)) endLink(access.store, link, now);
}

/** Lets a link lead nowhere from now on. The caller saves the state. */
export const endLink = ({ links }: Store, link: OneTimeLink, now: number): void =>
  links.put(link.code, { ...link, expiresAt: Math.min(link.expiresAt, now) });
