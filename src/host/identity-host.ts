import { adopt } from './adopt.js';
import type { StatusAnswer } from './contract.js';
import { type HostContext, type IdentityPolicy, withDefaults } from './host-context.js';
import { openInquiry } from './open-inquiry.js';
import { PersonaClient, type PersonaSettings } from './persona/persona-client.js';
import { PersonaError } from './persona/persona-error.js';
import { hostProblem, json, Refusal } from './problem.js';
import { Provenance } from './provenance.js';
import { refuseSandbox } from './refuse-sandbox.js';
import { accountFromBody, accountFromQuery } from './requests.js';
import { Standings } from './standings.js';
import { StatusStreams } from './status-streams.js';
import { LeaseLostError } from './stores/lease.js';
import { type IdentityStore, StoreBusyError } from './stores/store.js';
import { receiveEvent } from './webhook.js';

/** What `createIdentityHost` needs from you. */
export interface IdentityHostOptions {
  /** How to reach Persona; checked at once, a missing or damaged key throws a `TypeError` that does not show it. */
  persona: PersonaSettings;
  /** Usually `sqlStore(db)`. */
  store: IdentityStore;
  /**
   * Whether the signed-in user of this request may act for the account. Called before anything else is done for the
   * account. Only `true` lets in; anything else, such as the rows of a query, is answered with 401 when the request has
   * neither a cookie nor an `Authorization` header, else with 403.
   */
  authorize: (request: Request, account: string) => boolean | Promise<boolean>;
  /** Your rules; each has a default. */
  policy?: IdentityPolicy;
  /**
   * Told about every failure of Persona, the store, or your own functions, about events with a wrong signature, and
   * about inquiries that somebody else made in an account's name; for your log. None but the errors of your own
   * functions holds a secret or personal data.
   */
  onError?: (error: unknown) => void;
  /**
   * True lets a host in production (`NODE_ENV`) use a sandbox key or a Persona on `localhost`. Without it
   * `createIdentityHost` throws a `TypeError` there, because in a sandbox anybody is verified with any picture.
   */
  allowSandbox?: boolean;
  /** The clock, milliseconds; default `Date.now`. */
  now?: () => number;
}

/** The server half: handlers from web-standard `Request` to `Response` that never throw. */
export interface IdentityHost {
  /**
   * `GET ?account=…&action=…`: whether the account is verified. Asked for as `text/event-stream` it tells every change
   * as a server-sent event with the same JSON, and ends after five minutes.
   */
  status(request: Request): Promise<Response>;
  /**
   * `POST {account, action}`: creates the account's inquiry or resumes it. With `"link": true` the answer has a link
   * for another device.
   */
  inquiry(request: Request): Promise<Response>;
  /** `POST` by Persona: takes in what happened to an inquiry. */
  webhook(request: Request): Promise<Response>;
  /** All three, by the last part of the path: `…/status`, `…/inquiry`, `…/webhook`. */
  fetch(request: Request): Promise<Response>;
  /**
   * For your own routes: null when the account may do it, else a 403 problem `verification_required` to answer with.
   * Rejects when the store cannot be read; do not sell then.
   */
  requireVerified(account: string, action?: string | null): Promise<Response | null>;
  /**
   * For your own tools, when a person wants their data deleted: makes Persona redact all inquiries of the account, for
   * good, and drops what could open them. With a `subject` in your policy, give that one. That it was verified stays
   * known, without the person. Rejects with `PersonaError`; call it again then.
   */
  redact(account: string): Promise<void>;
  /**
   * For your own tools: lets an inquiry count that was not opened by this host, such as one from before it was there.
   * Persona is asked first; rejects with `AdoptionError` when the inquiry is not this account's or not of your
   * template, and with `PersonaError`. With a `subject` in your policy, give that one. May be called again.
   */
  adopt(account: string, inquiryId: string): Promise<void>;
}

/** Makes the server half of the gate. Several processes may serve the same store. */
export function createIdentityHost({
  persona: settings,
  store,
  authorize,
  policy: rules = {},
  onError = () => {},
  allowSandbox = false,
  now = Date.now,
}: IdentityHostOptions): IdentityHost {
  const persona = new PersonaClient(settings, now);
  if (!allowSandbox) refuseSandbox(settings);
  const policy = withDefaults(rules);
  const provenance = new Provenance({ persona, store, accepts: policy.accepts, onError });
  const standings = new Standings({ persona, store, provenance, rules: policy, now, onError });
  const complain = atMostOnceAMinute(onError, now);
  const context: HostContext = { persona, settings, store, policy, standings, provenance, complain, now };
  const streams = new StatusStreams(store, policy, onError);

  async function admit(request: Request, account: string): Promise<void> {
    // A query's rows, an empty list even, are no yes.
    if ((await authorize(request, account)) === true) return;
    const known = request.headers.has('cookie') || request.headers.has('authorization');
    throw known
      ? new Refusal(403, 'forbidden', 'You may not act for this account.')
      : new Refusal(401, 'not_signed_in', 'Sign in, then try again.');
  }

  const handler =
    (method: 'GET' | 'POST', handle: (request: Request) => Promise<Response>) =>
    async (request: Request): Promise<Response> => {
      if (request.method !== method) {
        return hostProblem(405, 'method_not_allowed', `Use ${method}.`, { allow: method });
      }
      try {
        return await handle(request);
      } catch (error) {
        if (error instanceof Refusal) return error.response;
        onError(error);
        return failure(error);
      }
    };

  async function statusOf(account: string, action: string | null): Promise<StatusAnswer> {
    const required = await policy.required(account, action);
    const who = await policy.subject(account);
    const { verified, status, inquiryId, verifiedAt, attemptsLeft, retryAt } = required
      ? await standings.fresh(who)
      : await standings.of(who);
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
      if (/\btext\/event-stream\b/i.test(request.headers.get('accept') ?? '')) {
        const read = async () => JSON.stringify(await statusOf(account, action));
        return streams.answer({ request, account, subject: await policy.subject(account), read });
      }
      return json(await statusOf(account, action), 200, streams.link(request));
    }),

    inquiry: handler('POST', async (request) => {
      const { account, action, ...wish } = await accountFromBody(request);
      await admit(request, account);
      if (!(await policy.required(account, action))) {
        throw new Refusal(409, 'not_required', 'This account needs no verification.');
      }
      const who = await policy.subject(account);
      const opened = await store.exclusive(who, (turn) => openInquiry({ ...context, turn }, who, wish));
      const { inquiryId } = opened;
      await store.note({ account: who, actor: 'user', event: 'inquiry.opened', inquiryId, source: action });
      return json(opened);
    }),

    webhook: handler('POST', (request) => receiveEvent(context, request)),

    fetch(request) {
      const name = new URL(request.url).pathname.split('/').filter(Boolean).at(-1);
      if (name === 'status' || name === 'inquiry' || name === 'webhook') return host[name](request);
      return Promise.resolve(hostProblem(404, 'not_found', 'There is nothing here. Use status, inquiry or webhook.'));
    },

    async requireVerified(account, action = null) {
      if (!(await policy.required(account, action))) return null;
      const { verified } = await standings.fresh(await policy.subject(account));
      if (verified) return null;
      await store.note({ account, actor: 'user', event: 'action.refused', inquiryId: null, source: action });
      return hostProblem(
        403,
        'verification_required',
        'Verify your identity first. It is needed once for this account.',
      );
    },

    async redact(account) {
      await standings.sync(account);
      // Whoever made them: they all have the person's data, or somebody's in the account's name.
      const known = new Set((await store.inquiries(account, 'any')).map(({ inquiryId }) => inquiryId));
      for await (const page of persona.pages(account)) for (const { id } of page) known.add(id);
      for (const inquiryId of known) {
        if (!(await persona.redact(inquiryId))) continue;
        await store.note({ account, actor: 'operator', event: 'inquiry.redacted', inquiryId, source: null });
      }
      await store.dropTicket(account);
    },

    adopt: (account, inquiryId) => adopt(context, account, inquiryId),
  };
  return host;
}

function atMostOnceAMinute(tell: (error: unknown) => void, now: () => number): (error: unknown) => void {
  let next = -Infinity;
  return (error) => {
    if (now() < next) return;
    next = now() + 60_000;
    tell(error);
  };
}

/** What a page is told when a handler has failed: when to ask again, and nothing of the reason. */
function failure(error: unknown): Response {
  const soon = { 'retry-after': '5' };
  if (error instanceof StoreBusyError) {
    return hostProblem(503, 'busy', error.message, { 'retry-after': String(error.retryAfter) });
  }
  if (error instanceof LeaseLostError) return hostProblem(503, 'busy', new StoreBusyError().message, soon);
  if (error instanceof PersonaError && error.code === 'rate_limited') {
    return hostProblem(503, 'rate_limited', 'Many people are verifying right now. Try again shortly.', {
      'retry-after': String(error.retryAfter),
    });
  }
  if (error instanceof PersonaError) {
    const detail = 'The verification service cannot be reached. Try again shortly.';
    return hostProblem(503, 'provider_unavailable', detail, soon);
  }
  // The store, or what the host gave us: authorize and policy.
  return hostProblem(503, 'unavailable', 'This server cannot answer now; its log says why. Try again shortly.', soon);
}
