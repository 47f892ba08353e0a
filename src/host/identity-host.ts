import { adopt } from './adopt.js';
import type { StatusAnswer } from './contract.js';
import { admission, handler } from './handlers.js';
import { type HostContext, type IdentityPolicy, type Wanted, withDefaults } from './host-context.js';
import { openInquiry } from './open-inquiry.js';
import { PersonaClient } from './persona/persona-client.js';
import type { PersonaSettings } from './persona/persona-settings.js';
import { hostProblem, json, Refusal } from './problem.js';
import { Provenance } from './provenance.js';
import { refuseSandbox } from './refuse-sandbox.js';
import { accountFromBody, accountFromQuery } from './requests.js';
import { Standings } from './standings.js';
import { StatusStreams } from './status-streams.js';
import type { InquiryRecord } from './stores/inquiry-record.js';
import type { IdentityStore, WhichAccounts } from './stores/store.js';
import { receiveEvent } from './webhook.js';
import { whereabouts } from './whereabouts.js';

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
   * Whether the account may do it: it is verified, or need not be. As `requireVerified`, and leaves no line in the
   * trail.
   */
  mayPass(account: string, action?: string | null, about?: Wanted): Promise<boolean>;
  /**
   * For your own routes: null when the account may do it, else a 403 problem `verification_required` to answer with.
   * Rejects when the store cannot be read; do not sell then. `about` is handed to your `policy.required`.
   */
  requireVerified(account: string, action?: string | null, about?: Wanted): Promise<Response | null>;
  /**
   * For an operator's page: the accounts whose verification stands at a status, such as `needs_review`, without news
   * since `before`; those that have waited longest first. Where a subject is verified for many accounts, the subjects.
   */
  accounts(which?: WhichAccounts): Promise<InquiryRecord[]>;
  /**
   * For a message of yours to somebody who left half-way: a link that opens the account's inquiry once, on any device,
   * within 24 hours. Null when there is nothing to go on with, because it is decided, for example. A secret: send it to
   * the account's owner only. With a `subject` in your policy, give that one. Rejects with `PersonaError`.
   */
  resumeLink(account: string): Promise<string | null>;
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
  const admit = admission(authorize);
  const get = (handle: (request: Request) => Promise<Response>) => handler('GET', handle, onError);
  const post = (handle: (request: Request) => Promise<Response>) => handler('POST', handle, onError);

  async function statusOf(account: string, action: string | null): Promise<StatusAnswer> {
    const required = await policy.required(account, action, {});
    const who = await policy.subject(account);
    const { verified, status, inquiryId, verifiedAt, attemptsLeft, retryAt, inquiry } = required
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
      ...whereabouts(settings, inquiry),
    };
  }

  const host: IdentityHost = {
    status: get(async (request) => {
      const { account, action } = accountFromQuery(request);
      await admit(request, account);
      if (/\btext\/event-stream\b/i.test(request.headers.get('accept') ?? '')) {
        const read = async () => JSON.stringify(await statusOf(account, action));
        return streams.answer({ request, account, subject: await policy.subject(account), read });
      }
      return json(await statusOf(account, action), 200, streams.link(request));
    }),

    inquiry: post(async (request) => {
      const { account, action, ...wish } = await accountFromBody(request);
      await admit(request, account);
      if (!(await policy.required(account, action, {}))) {
        throw new Refusal(409, 'not_required', 'This account needs no verification.');
      }
      const who = await policy.subject(account);
      const opened = await store.exclusive(who, (turn) => openInquiry({ ...context, turn }, who, wish));
      const { inquiryId } = opened;
      await store.note({ account: who, actor: 'user', event: 'inquiry.opened', inquiryId, source: action });
      return json(opened);
    }),

    webhook: post((request) => receiveEvent(context, request)),

    fetch(request) {
      const name = new URL(request.url).pathname.split('/').filter(Boolean).at(-1);
      if (name === 'status' || name === 'inquiry' || name === 'webhook') return host[name](request);
      return Promise.resolve(hostProblem(404, 'not_found', 'There is nothing here. Use status, inquiry or webhook.'));
    },

    async mayPass(account, action = null, about = {}) {
      if (!(await policy.required(account, action, about))) return true;
      return (await standings.fresh(await policy.subject(account))).verified;
    },

    async requireVerified(account, action = null, about = {}) {
      if (await host.mayPass(account, action, about)) return null;
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

    accounts: (which = {}) => store.accounts(which),

    async resumeLink(account) {
      const { status } = await standings.fresh(account);
      if (!['created', 'pending', 'expired'].includes(status)) return null;
      const wish = { renew: false, link: true };
      const opened = await store.exclusive(account, (turn) => openInquiry({ ...context, turn }, account, wish));
      return opened.oneTimeLink ?? null;
    },
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
