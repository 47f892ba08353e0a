import type { HostContext } from './host-context.js';
import type { InquiryAnswer } from './persona/persona-answers.js';
import { PersonaError } from './persona/persona-error.js';
import { Refusal } from './problem.js';
import type { InquiryWish } from './requests.js';
import type { Held } from './stores/lease.js';
import type { Ticket } from './stores/store.js';

/** The answer of the inquiry endpoint: what the page needs to open the verification. */
export interface OpenInquiry {
  inquiryId: string;
  /** Only for an inquiry that was begun before; a new one opens by its id. */
  sessionToken?: string;
  personaHost?: string;
  /** Opens the inquiry once on any device; only for whoever asked for it. */
  oneTimeLink?: string;
  expiresAt?: string;
}

/** What opening an inquiry takes: everything the handlers share, and the account's turn. */
export interface TurnContext extends HostContext {
  turn: Held;
}

const day = 24 * 60 * 60 * 1000;
const margin = 10 * 60 * 1000;

/**
 * The account's one open inquiry, created or resumed. Runs in the account's turn, so two requests cannot both create.
 * Persona is asked first: whether a session token is needed depends on whether the user has begun, which our store may
 * not know yet.
 */
export async function openInquiry(context: TurnContext, account: string, wish: InquiryWish): Promise<OpenInquiry> {
  const ticket = await openTicket(context, account, wish.renew);
  return answer(context, wish.link ? await withLink(context, account, ticket) : { ...ticket, oneTimeLink: null });
}

async function openTicket(context: TurnContext, account: string, renew: boolean): Promise<Ticket> {
  const unfinished = await context.provenance.finishCreation(account, context.turn);
  if (unfinished) await keep(context, account, unfinished);
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
  return keep(context, account, await context.provenance.create(account, context.turn));
}

async function keep({ store }: HostContext, account: string, { data }: InquiryAnswer): Promise<Ticket> {
  const ticket: Ticket = {
    inquiryId: data.id,
    sessionToken: null,
    oneTimeLink: null,
    expiresAt: data.attributes.expiresAt ?? null,
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
  const { persona, store, turn } = context;
  const kept = await store.ticket(account);
  const mine = kept?.inquiryId === inquiryId && !renew && status !== 'expired' ? kept : undefined;
  const lasts = mine && (!mine.expiresAt || mine.expiresAt.getTime() > context.now() + margin);
  if (lasts && (status === 'created' || mine.sessionToken)) return mine;

  let sessionToken: string | undefined;
  if (status !== 'created') {
    await turn.stillMine();
    try {
      sessionToken = (await persona.resume(inquiryId)).meta?.sessionToken ?? undefined;
    } catch (error) {
      // No more sessions, redacted, or its template has changed: that inquiry cannot be opened again by anyone.
      if (error instanceof PersonaError && error.code === 'refused' && [404, 409, 422].includes(error.status ?? 0))
        return create(context, account);
      throw error;
    }
  }
  const ticket: Ticket = {
    inquiryId,
    sessionToken: sessionToken ?? null,
    oneTimeLink: null,
    expiresAt: new Date(sessionToken ? sessionEnd(sessionToken, context.now()) : context.now() + day),
  };
  await store.saveTicket(account, ticket);
  return ticket;
}

/**
 * The ticket with its link, which is made for the first who asks: Persona counts each as a session, of which an inquiry
 * has 25. It is a second way in; without it the first still works.
 */
async function withLink({ persona, store, turn }: TurnContext, account: string, ticket: Ticket): Promise<Ticket> {
  if (ticket.oneTimeLink) return ticket;
  await turn.stillMine();
  try {
    const { meta } = await persona.oneTimeLink(ticket.inquiryId);
    const linked = { ...ticket, oneTimeLink: meta?.oneTimeLink ?? null };
    await store.saveTicket(account, linked);
    return linked;
  } catch (error) {
    if (error instanceof PersonaError) return ticket;
    throw error;
  }
}

/**
 * When a session ends: the token is a JWT; Persona documents 24 h. Nothing is decided by it but when to ask for
 * another.
 */
function sessionEnd(token: string, now: number): number {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    if (typeof exp === 'number') return exp * 1000;
  } catch {
    // not a JWT any more
  }
  return now + day;
}

function answer(
  { settings }: HostContext,
  { inquiryId, sessionToken, oneTimeLink: link, expiresAt }: Ticket,
): OpenInquiry {
  return {
    inquiryId,
    sessionToken: sessionToken ?? undefined,
    personaHost: settings.host,
    oneTimeLink: link ?? undefined,
    expiresAt: expiresAt?.toISOString(),
  };
}
