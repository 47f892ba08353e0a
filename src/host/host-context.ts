import type { PersonaClient, PersonaSettings } from './persona/persona-client.js';
import type { Provenance } from './provenance.js';
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
   * Which inquiries count. `own`, the default: those that this host opened, and those that you adopt. `template`: every
   * inquiry of the template in the account's name. That is needed for pages that use the element's `template` attribute
   * and have no inquiry endpoint, and it is dangerous: whoever opens your page can read the template's id and make such
   * inquiries for any account, verify one that a reviewer has declined, have a verified one declined, and use up
   * somebody's attempts.
   */
  accepts?: 'own' | 'template';
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
  /** How many of these may be about one account, default 20. */
  streamsPerAccount?: number;
  /** How many of these one signed-in user may have open, default 60. */
  streamsPerCaller?: number;
  /**
   * Who the signed-in user of a request is, to count their streams. Default: the headers `authorization` and `cookie`
   * as they are, which whoever may act for many accounts can vary.
   */
  caller?: (request: Request) => string;
  /** How many bytes a webhook may have, default 1,048,576. */
  webhookBytes?: number;
}

/** Everything the handlers share. */
export interface HostContext {
  persona: PersonaClient;
  settings: PersonaSettings;
  store: IdentityStore;
  policy: Required<IdentityPolicy>;
  standings: Standings;
  provenance: Provenance;
  /** Tells `onError`, at most once a minute: what a stranger can bring about must not fill the log. */
  complain: (error: unknown) => void;
  now: () => number;
}

/** The host's rules, each that it leaves out by its default. */
export function withDefaults({
  required = () => true,
  subject = (account) => account,
  verifies = 'approved',
  accepts = 'own',
  attempts = 3,
  pause = 0,
  tolerance = 300,
  streams = 1000,
  streamsPerAccount = 20,
  streamsPerCaller = 60,
  caller = ({ headers }) => JSON.stringify([headers.get('authorization'), headers.get('cookie')]),
  webhookBytes = 1024 * 1024,
}: IdentityPolicy): Required<IdentityPolicy> {
  return {
    required,
    subject,
    verifies,
    accepts,
    attempts,
    pause,
    tolerance,
    streams,
    streamsPerAccount,
    streamsPerCaller,
    caller,
    webhookBytes,
  };
}
