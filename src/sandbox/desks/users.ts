import { createHash } from 'node:crypto';
import type { Actor } from '../records/actor.js';

/** The person with that address: any address is somebody, and always the same one. */
export function userOf(email: string): Actor {
  const id = `user_${createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 24)}`;
  return { type: 'user', id };
}
