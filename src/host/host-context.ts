import type { PersonaClient, PersonaSettings } from './persona/persona-client.js';
import type { Standings } from './standings.js';
import type { IdentityStore } from './stores/store.js';

/** Your rules. */
export interface IdentityPolicy {
  /**
   * False lets the account through unverified: not managed by you, or its agency is verified already. Default: always
   * required.
   */
  required?: (account: string, action: string | null) => boolean | Promise<boolean>;
  /**
   * The one whose verification counts for the account, such as the id of its agency: then whoever may act for one of
   * the agency's accounts may verify for all. Default: the account itself.
   */
  subject?: (account: string) => string | Promise<string>;
  /**
   * `completed` verifies as soon as the user is through, until somebody declines or reviews it; default `approved`,
   * when it is decided.
   */
  verifies?: 'approved' | 'completed';
  /**
   * How many failed inquiries an account may have before support has to look at it, default 3. One inquiry allows
   * several tries itself.
   */
  attempts?: number;
  /** Seconds from a failed inquiry to the next, default 0. */
  pause?: number;
  /** Seconds by which a webhook's signature may be off our clock and still be believed as it stands, default 300. */
  tolerance?: number;
  /**
   * How many pages may hear the status as server-sent events from one process, default 1000. Those beyond it read
   * instead; 0 turns streams off.
   */
  streams?: number;
}

/** Everything the handlers share. */
export interface HostContext {
  persona: PersonaClient;
  settings: PersonaSettings;
  store: IdentityStore;
  policy: Required<IdentityPolicy>;
  standings: Standings;
  now: () => number;
}

/** The host's rules, each that it leaves out by its default. */
export function withDefaults({
  required = () => true,
  subject = (account) => account,
  verifies = 'approved',
  attempts = 3,
  pause = 0,
  tolerance = 300,
  streams = 1000,
}: IdentityPolicy): Required<IdentityPolicy> {
  return { required, subject, verifies, attempts, pause, tolerance, streams };
}
