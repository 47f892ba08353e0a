import { type Context, Hono } from 'hono';
import { type IdentityHost, problem } from '../../src/host/index.js';
import { accountsOf, type DemoAccount, register } from './accounts.js';
import type { Database } from './database.js';
import { type Decision, ReviewError, type Reviewer, type Rule } from './reviewer.js';
import type { Sessions } from './session.js';

/** What the stand-in adds. */
export interface StandIn {
  reviewer: Reviewer;
  rule: Rule;
  reset: () => Promise<void>;
}

/** What the routes work with. */
export interface AccountRouteParts {
  db: Database;
  identity: IdentityHost;
  sessions: Sessions;
  /** What only the stand-in allows; nothing with the real Persona. */
  standIn: StandIn | undefined;
}

/** What carriers want to know the owner for, besides numbers. */
const registrations = ['a2p-brand-registration', 'toll-free-verification', 'cnam', 'shaken-stir'];

const decisions: Decision[] = ['approve', 'decline', 'mark-for-review'];

/** `accounts`, what one registers, and the reviewer's side. */
export function accountRoutes({ db, identity, sessions, standIn }: AccountRouteParts): Hono {
  const routes = new Hono();

  /** The account a request names, when its browser may act for it. */
  const allowed = async (request: Request, account: unknown): Promise<string | undefined> =>
    typeof account === 'string' && (await sessions.allows(request, account)) ? account : undefined;
  const grant = (context: Context, accounts: DemoAccount[]) =>
    sessions.grant(
      context,
      accounts.map(({ id }) => id),
    );
  const bodyOf = (request: Request) => request.json().catch(() => ({})) as Promise<Record<string, unknown>>;
  const forbidden = () => problem(403, 'forbidden', 'You may not act for this account.');

  routes.get('/accounts', async (context) => {
    const accounts = await accountsOf(db);
    await grant(context, accounts);
    const known = new Map((await identity.accounts()).map(({ account, status }) => [account, status]));
    const statusOf = ({ id, kind }: DemoAccount) => (kind === 'exempt' ? kind : (known.get(id) ?? 'none'));
    return context.json({
      accounts: accounts.map((account) => ({ ...account, status: statusOf(account) })),
      rule: standIn?.rule ?? null,
    });
  });

  routes.post('/registrations', async (context) => {
    const body = await bodyOf(context.req.raw);
    const account = await allowed(context.req.raw, body.account);
    const action = registrations.find((known) => known === body.action);
    if (!account) return forbidden();
    if (!action) return problem(400, 'invalid_request', `Send an action: ${registrations.join(', ')}.`);
    const refusal = await identity.requireVerified(account, action);
    if (refusal) return refusal;
    await register(db, account, action);
    return context.json({ registered: action }, 201);
  });

  if (!standIn) return routes;
  const { reviewer, rule, reset } = standIn;

  routes.put('/rule', async (context) => {
    const { completed } = await bodyOf(context.req.raw);
    if (completed !== 'approve' && completed !== 'mark-for-review')
      return problem(400, 'invalid_request', 'Send {"completed": "approve"} or {"completed": "mark-for-review"}.');
    rule.completed = completed;
    return context.json(rule);
  });

  routes.post('/reviews', async (context) => {
    const body = await bodyOf(context.req.raw);
    const account = await allowed(context.req.raw, body.account);
    const decision = decisions.find((known) => known === body.decision);
    if (!account) return forbidden();
    if (!decision) return problem(400, 'invalid_request', `Send a decision: ${decisions.join(', ')}.`);
    const query = new URLSearchParams({ account });
    const status = await identity.status(
      new Request(`${new URL(context.req.url).origin}/status?${query}`, { headers: context.req.raw.headers }),
    );
    const { inquiryId } = (await status.json()) as { inquiryId?: string };
    if (!inquiryId) return problem(409, 'nothing_to_review', 'This account has not begun a verification.');
    try {
      await reviewer.decide(inquiryId, decision);
    } catch (error) {
      if (error instanceof ReviewError) return problem(409, 'not_allowed', error.message);
      throw error;
    }
    return context.json({ inquiryId, decision });
  });

  routes.post('/reset', async (context) => {
    await reset();
    const accounts = await accountsOf(db);
    await grant(context, accounts);
    return context.json({ accounts });
  });

  return routes;
}
