import type { PersonaClient } from './persona/persona-client.js';
import type { PersonaSettings } from './persona/persona-settings.js';
import type { Provenance } from './provenance.js';
import type { Standings } from './standings.js';
import type { IdentityStore } from './stores/store.js';

/** What somebody wants to do, by the numbers' and the carrier's word, not by the page's. */
export interface Wanted {
  /** ISO 3166-1 alpha-2 of the numbers, when they are of one country. */
  country?: string | undefined;
  /** E.164. */
  numbers?: readonly string[] | undefined;
  /** What they cost in the first month, in `currency`, where the carrier has said so. */
  amount?: number | undefined;
  /** ISO 4217. */
  currency?: string | undefined;
}

/** Your rules. */
export interface IdentityPolicy {
  /**
   * False lets the account through unverified: not managed by you, or its agency is verified already. Told what it is
   * about as far as that is known: a status request knows nothing of numbers, so say true there when one of them might
   * need it. Default: always required.
   */
  required?: (account: string, action: string | null, about: Wanted) => boolean | Promise<boolean>;
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
  /** Days for which a verification holds; then the account has to verify again. Default: for ever. */
  validFor?: number;
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
  validFor = Infinity,
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
    validFor,
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
