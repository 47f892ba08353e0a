import * as z from 'zod/mini';
import type { Step } from '../core/gate/steps.js';
import type { HostContext } from './host-context.js';
import type { InquiryAnswer } from './persona/persona-answers.js';
import { PersonaError } from './persona/persona-error.js';
import { Refusal } from './problem.js';
import type { InquiryWish } from './requests.js';
import type { InquiryRecord } from './stores/inquiry-record.js';
import type { Held } from './stores/lease.js';
import type { Ticket } from './stores/store.js';
import { whereabouts } from './whereabouts.js';

/** The answer of the inquiry endpoint: what the page needs to open the verification. */
export interface OpenInquiry {
  inquiryId: string;
  /** Only for an inquiry that was begun before; a new one opens by its id. */
  sessionToken?: string;
  personaHost?: string;
  /** Opens the inquiry once on any device; only for whoever asked for it. */
  oneTimeLink?: string;
  expiresAt?: string;
  /** What is asked of the person, in order. */
  steps: Step[];
  /** Which of them they are at. */
  step?: Step;
}

/** What opening an inquiry takes: everything the handlers share, and the account's turn. */
export interface TurnContext extends HostContext {
  turn: Held;
}

const second = 1000;
/** How long a session lasts by Persona's documentation. */
const day = 24 * 60 * 60 * second;
/** What a session has to last when it is handed out again. */
const margin = 10 * 60 * second;

const claims = z.object({ iat: z.optional(z.number()), exp: z.optional(z.number()) });

/**
 * The account's one open inquiry, created or resumed. Runs in the account's turn, so two requests cannot both create.
 * Persona is asked first: whether a session token is needed depends on whether the user has begun, which our store may
 * not know yet.
 */
export async function openInquiry(context: TurnContext, account: string, wish: InquiryWish): Promise<OpenInquiry> {
  const ticket = await openTicket(context, account, wish.renew);
  const { inquiry } = await context.standings.of(account);
  // One that was opened is worth nothing any more.
  const isSpent = ticket.oneTimeLink && inquiry?.device === 'other';
  const left = isSpent ? { ...ticket, oneTimeLink: null, linkSession: null } : ticket;
  if (wish.link) return answer(context, await withLink(context, account, left), inquiry);
  if (isSpent) await context.store.saveTicket(account, left);
  await context.store.moved(ticket.inquiryId, { device: 'here' });
  return answer(context, { ...left, oneTimeLink: null }, inquiry);
}

async function openTicket(context: TurnContext, account: string, renew: boolean): Promise<Ticket> {
  const unfinished = await context.provenance.finishCreation(account, context.turn);
  if (unfinished) await keepNew(context, account, unfinished);
  await context.standings.sync(account);
  const { status, inquiryId, attemptsLeft, retryAt } = await context.standings.of(account);
  switch (status) {
    case 'approved':
    case 'declined':
    case 'completed':
    case 'needs_review':
      throw new Refusal(
        409,
        'already_decided',
        'This verification is complete or with a reviewer. Read the status instead.',
      );
    case 'failed':
      if (attemptsLeft === 0)
        throw new Refusal(409, 'attempts_exhausted', 'There are no attempts left. Contact support.');
      if (retryAt && retryAt.getTime() > context.now())
        throw new Refusal(
          409,
          'attempts_exhausted',
          `There is no attempt left for now. The next may begin at ${retryAt.toISOString()}.`,
        );
      return create(context, account);
    case 'none':
      return create(context, account);
    default:
      return reopen(context, account, inquiryId as string, status, renew);
  }
}

async function create(context: TurnContext, account: string): Promise<Ticket> {
  return keepNew(context, account, await context.provenance.create(account, context.turn));
}

/** The ticket of an inquiry that has just been made. */
function keepNew(context: HostContext, account: string, { data }: InquiryAnswer): Promise<Ticket> {
  return keep(context, account, { inquiryId: data.id, expiresAt: data.attributes.expiresAt ?? null });
}

async function keep(
  { store }: HostContext,
  account: string,
  { inquiryId, sessionToken, expiresAt }: { inquiryId: string } & Partial<Ticket>,
): Promise<Ticket> {
  const ticket = {
    inquiryId,
    sessionToken: sessionToken ?? null,
    oneTimeLink: null,
    linkSession: null,
    expiresAt: expiresAt ?? null,
  };
  await store.saveTicket(account, ticket);
  return ticket;
}

async function reopen(
  context: TurnContext,
  account: string,
  inquiryId: string,
  status: string,
  renew: boolean,
): Promise<Ticket> {
  const { persona, store, turn, now } = context;
  const kept = await store.ticket(account);
  const mine = kept?.inquiryId === inquiryId ? kept : undefined;
  const isGood = mine && !renew && status !== 'expired';
  if (isGood && (status === 'created' || isFresh(mine, now()))) return mine;
  // Opens by its id alone.
  if (status === 'created') return keep(context, account, { inquiryId, expiresAt: mine?.expiresAt });

  await turn.stillMine();
  try {
    const sessionToken = (await persona.resume(inquiryId)).meta?.sessionToken ?? null;
    const { exp } = claimsOf(sessionToken ?? '');
    return await keep(context, account, {
      inquiryId,
      sessionToken,
      expiresAt: new Date(exp ? exp * second : now() + day),
    });
  } catch (error) {
    // No more sessions, redacted, or its template has changed: that inquiry cannot be opened again by anyone.
    if (error instanceof PersonaError && error.code === 'refused' && [404, 409, 422].includes(error.status ?? 0))
      return create(context, account);
    throw error;
  }
}

/**
 * Whether a session lasts long enough to be handed out again. One that was made a moment ago is: it ends with the
 * inquiry, another would too, and an inquiry has 25.
 */
function isFresh({ sessionToken, expiresAt }: Ticket, now: number): boolean {
  if (!sessionToken) return false;
  const { iat = 0 } = claimsOf(sessionToken);
  const left = (expiresAt?.getTime() ?? Infinity) - now;
  return left > margin || (left > 0 && now - iat * second < margin);
}

/**
 * The ticket with its link, which is made for the first who asks: Persona counts each as a session, of which an inquiry
 * has 25. It is a second way in; without it the first still works.
 */
async function withLink({ persona, store, turn }: TurnContext, account: string, ticket: Ticket): Promise<Ticket> {
  if (ticket.oneTimeLink) return ticket;
  await turn.stillMine();
  try {
    const { link, sessionId } = await persona.oneTimeLink(ticket.inquiryId);
    const linked = { ...ticket, oneTimeLink: link, linkSession: sessionId };
    await store.saveTicket(account, linked);
    return linked;
  } catch (error) {
    if (error instanceof PersonaError) return ticket;
    throw error;
  }
}

/**
 * What a session's token says of its times, in seconds: it is a JWT. Nothing is decided by it but when to ask again.
 */
function claimsOf(token: string): { iat?: number; exp?: number } {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return claims.parse(JSON.parse(atob(payload)));
  } catch {
    // not a JWT any more
    return {};
  }
}

function answer(
  { settings }: HostContext,
  { inquiryId, sessionToken, oneTimeLink: link, expiresAt }: Ticket,
  inquiry: InquiryRecord | undefined,
): OpenInquiry {
  const { steps, step } = whereabouts(settings, inquiry);
  return {
    inquiryId,
    sessionToken: sessionToken ?? undefined,
    personaHost: settings.host,
    oneTimeLink: link ?? undefined,
    expiresAt: expiresAt?.toISOString(),
    steps,
    step,
  };
}
