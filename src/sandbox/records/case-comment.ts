import type { Actor } from './actor.js';

/** What somebody has written on a case. */
export interface CaseComment {
  id: string;
  message: string;
  at: number;
  commenter: Actor;
}
