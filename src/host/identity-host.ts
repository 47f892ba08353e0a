import type { StatusAnswer } from './contract.js';
import { askAgainAfter, type Standing, standing } from './lifecycle.js';
import { openInquiry } from './open-inquiry.js';
import { PersonaClient, PersonaError, type PersonaSettings } from './persona/persona-client.js';
import { json, problem, Refusal } from './problem.js';
import { accountFromBody, accountFromQuery } from './requests.js';
import { StatusStreams } from './status-streams.js';
import { type IdentityStore, StoreBusyError } from './stores/store.js';
import { receiveEvent } from './webhook.js';

/** What `createIdentityHost` needs from you. */
export interface IdentityHostOptions {
  /** How to reach Persona; checked at once, a missing or damaged key throws a `TypeError` that does not show it. */
  persona: PersonaSettings;
  /** Usually `sqlStore(db)`. */
  store: IdentityStore;
  /**
   * Whether the signed-in user of this request may act for the account. Called before anything else is done for the account.
   * False is answered with 401 when the request has neither a cookie nor an `Authorization` header, else with 403.
   */
  authorize: (request: Request, account: string) => boolean | Promise<boolean>;
  /** Your rules; each has a default. */
  policy?: IdentityPolicy;
  /** Told about every failure of Persona, the store, or your own functions, for your log. Errors of Persona and the store hold no secret and no personal data. */
  onError?: (error: unknown) => void;
  /** The clock, milliseconds; default `Date.now`. */
  now?: () => number;
}

/** Your rules. */
export interface IdentityPolicy {
  /** False lets the account through unverified: not managed by you, or its agency is verified already. Default: always required. */
  required?: (account: string, action: string | null) => boolean | Promise<boolean>;
  /**
   * The one whose verification counts for the account, such as the id of its agency: then whoever may act for one of the agency's
   * accounts may verify for all. Default: the account itself.
   */
  subject?: (account: string) => string | Promise<string>;
  /** `completed` verifies as soon as the user is through, until somebody declines or reviews it; default `approved`, when it is decided. */
  verifies?: 'approved' | 'completed';
  /** How many failed inquiries an account may have before support has to look at it, default 3. One inquiry allows several tries itself. */
  attempts?: number;
  /** Seconds from a failed inquiry to the next, default 0. */
  pause?: number;
  /** Seconds by which a webhook's signature may be off our clock and still be believed as it stands, default 300. */
  tolerance?: number;
  /** How many pages may hear the status as server-sent events from one process, default 1000. Those beyond it read instead; 0 turns streams off. */
  streams?: number;
}

/** The server half: handlers from web-standard `Request` to `Response` that never throw. */
export interface IdentityHost {
  /**
   * `GET ?account=…&action=…`: whether the account is verified. Asked for as `text/event-stream` it tells every change as a
   * server-sent event with the same JSON, and ends after five minutes.
   */
  status(request: Request): Promise<Response>;
  /** `POST {account, action}`: creates the account's inquiry or resumes it. */
  inquiry(request: Request): Promise<Response>;
  /** `POST` by Persona: takes in what happened to an inquiry. */
  webhook(request: Request): Promise<Response>;
  /** All three, by the last part of the path: `…/status`, `…/inquiry`, `…/webhook`. */
  fetch(request: Request): Promise<Response>;
  /** For your own routes: null when the account may do it, else a 403 problem `verification_required` to answer with. Rejects when the store cannot be read; do not sell then. */
  requireVerified(account: string, action?: string | null): Promise<Response | null>;
  /**
   * For your own tools, when a person wants their data deleted: makes Persona redact all inquiries of the account, for good, and
   * drops what could open them. With a `subject` in your policy, give that one. That it was verified stays known, without the person. Rejects with `PersonaError`;
   * call it again then.
   */
  redact(account: string): Promise<void>;
}

/** Everything the handlers share. */
export interface HostContext {
  persona: PersonaClient;
  settings: PersonaSettings;
  store: IdentityStore;
  policy: Required<IdentityPolicy>;
  now: () => number;
  /** Asks Persona for the account's inquiries and keeps the answer. */
  sync(account: string): Promise<void>;
  standing(account: string): Promise<Standing>;
}

const PromptRetry = { 'Retry-After': '5' };

/** Makes the server half of the gate. Several processes may serve the same store. */
export function createIdentityHost({
  persona: settings,
  store,
  authorize,
  policy = {},
  onError = () => {},
  now = Date.now,
}: IdentityHostOptions): IdentityHost {
  const {
    required = () => true,
    subject = (account) => account,
    verifies = 'approved',
    attempts = 3,
    pause = 0,
    tolerance = 300,
    streams: mostStreams = 1000,
  } = policy;
  const context: HostContext = {
    persona: new PersonaClient(settings, now),
    settings,
    store,
    policy: { required, subject, verifies, attempts, pause, tolerance, streams: mostStreams },
    now,
    async sync(account) {
      const asOf = new Date(now());
      for (const { id, attributes } of await context.persona.list(account)) {
        const { status, createdAt, updatedAt } = attributes;
        await store.record({ inquiryId: id, account, status, createdAt, at: updatedAt ?? asOf, asOf });
      }
    },
    standing: async (account) => standing(await store.inquiries(account), context.policy),
  };

  // A webhook may be late or lost. Then whoever is waiting for it makes us ask, at a pace the whole fleet shares.
  async function freshStanding(account: string): Promise<Standing> {
    const known = await context.standing(account);
    const at = new Date(now());
    const interval = askAgainAfter(known, at);
    if (interval === null || !(await store.mayAsk(account, at, interval))) return known;
    try {
      await context.sync(account);
      return await context.standing(account);
    } catch (error) {
      onError(error);
      return known; // what we know is still true; only news is missing
    }
  }

  async function admit(request: Request, account: string): Promise<void> {
    if (await authorize(request, account)) return;
    const known = request.headers.has('Cookie') || request.headers.has('Authorization');
    throw known
      ? new Refusal(403, 'forbidden', 'You may not act for this account.')
      : new Refusal(401, 'not_signed_in', 'Sign in, then try again.');
  }

  const handler =
    (method: 'GET' | 'POST', handle: (request: Request) => Promise<Response>) =>
    async (request: Request): Promise<Response> => {
      if (request.method !== method) return problem(405, 'method_not_allowed', `Use ${method}.`, { Allow: method });
      try {
        return await handle(request);
      } catch (error) {
        if (error instanceof Refusal) return error.response;
        onError(error);
        if (error instanceof StoreBusyError) return problem(503, 'busy', error.message, PromptRetry);
        if (error instanceof PersonaError && error.code === 'rate_limited') {
          return problem(503, 'rate_limited', 'Many people are verifying right now. Try again shortly.', {
            'Retry-After': String(error.retryAfter),
          });
        }
        if (error instanceof PersonaError)
          return problem(
            503,
            'provider_unavailable',
            'The verification service cannot be reached. Try again shortly.',
            PromptRetry,
          );
        // The store, or what the host gave us: authorize and policy.
        return problem(
          503,
          'unavailable',
          'This server cannot answer now; its log says why. Try again shortly.',
          PromptRetry,
        );
      }
    };

  const streams = new StatusStreams(store, mostStreams, onError);

  async function statusOf(account: string, action: string | null): Promise<StatusAnswer> {
    const required = await context.policy.required(account, action);
    const who = await subject(account);
    const { verified, status, inquiryId, verifiedAt, attemptsLeft, retryAt } = required
      ? await freshStanding(who)
      : await context.standing(who);
    return {
      verified,
      required,
      status,
      account,
      inquiryId,
      attemptsLeft,
      retryAt: retryAt?.toISOString(),
      verifiedAt: verifiedAt?.toISOString() ?? null,
    };
  }

  const host: IdentityHost = {
    status: handler('GET', async (request) => {
      const { account, action } = accountFromQuery(request);
      await admit(request, account);
      if (/\btext\/event-stream\b/i.test(request.headers.get('Accept') ?? '')) {
        return streams.answer(request, await subject(account), async () =>
          JSON.stringify(await statusOf(account, action)),
        );
      }
      return json(await statusOf(account, action), 200, streams.link(request));
    }),

    inquiry: handler('POST', async (request) => {
      const { account, action, renew } = await accountFromBody(request);
      await admit(request, account);
      if (!(await context.policy.required(account, action)))
        throw new Refusal(409, 'not_required', 'This account needs no verification.');
      const who = await subject(account);
      const opened = await store.exclusive(who, () => openInquiry(context, who, renew));
      await store.note({
        account: who,
        actor: 'user',
        event: 'inquiry.opened',
        inquiryId: opened.inquiryId,
        source: action,
      });
      return json(opened);
    }),

    webhook: handler('POST', (request) => receiveEvent(context, request)),

    fetch(request) {
      const name = new URL(request.url).pathname.split('/').at(-1);
      if (name === 'status' || name === 'inquiry' || name === 'webhook') return host[name](request);
      return Promise.resolve(problem(404, 'not_found', 'There is nothing here. Use status, inquiry or webhook.'));
    },

    async requireVerified(account, action = null) {
      if (!(await context.policy.required(account, action)) || (await freshStanding(await subject(account))).verified)
        return null;
      await store.note({ account, actor: 'user', event: 'action.refused', inquiryId: null, source: action });
      return problem(403, 'verification_required', 'Verify your identity first. It is needed once for this account.');
    },

    async redact(account) {
      await context.sync(account);
      for (const { inquiryId } of await store.inquiries(account)) {
        if (!(await context.persona.redact(inquiryId))) continue;
        await store.note({ account, actor: 'operator', event: 'inquiry.redacted', inquiryId, source: null });
      }
      await store.dropTicket(account);
    },
  };
  return host;
}
