import { Hono } from 'hono';
import {
  createIdentityHost,
  idempotentPurchases,
  memoryPurchases,
  memoryStore,
  parseOrder,
  problem,
} from '../../src/host/index.js';
import { templateId, webhookSecret } from './signed.js';
import { stubPersona } from './stub-persona.js';

/**
 * A host that keeps the contract, in memory, with a Persona that makes inquiries and nothing else. Signed in by any
 * cookie.
 */
export function soundHost(): Hono {
  const identity = createIdentityHost({
    persona: {
      apiKey: 'persona_sandbox_key',
      templateId,
      webhookSecret,
      fetch: stubPersona(),
    },
    store: memoryStore(),
    authorize: (request, account) => Boolean(request.headers.get('cookie')) && account === 'acc',
  });
  const buy = idempotentPurchases({ store: memoryPurchases() });
  const app = new Hono();
  app.get('/api/identity/numbers', (context) =>
    context.req.query('countryCode')
      ? context.json({ fingerprintId: 'fp', numbers: [{ phoneNumber: '+12125550100', isoCountry: 'US' }] })
      : context.json({ message: 'countryCode is required', statusCode: 400 }, 400),
  );
  app.post('/api/identity/purchases', async (context) => {
    const { order, refusal } = parseOrder(await context.req.text());
    if (!context.req.header('cookie')) return problem(401, 'not_signed_in', 'Sign in.');
    if (refusal) return refusal;
    return buy({
      account: order.account,
      key: context.req.header('idempotency-key'),
      order,
      guard: () => identity.requireVerified(order.account, 'number-purchase'),
      work: async () => ({ status: 201, body: { numbers: [] } }),
    });
  });
  app.all('/api/identity/*', (context) => identity.fetch(context.req.raw));
  return app;
}
