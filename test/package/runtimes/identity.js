import { createIdentityHost, idempotentPurchases, memoryPurchases, memoryStore } from '../../../dist/esm/host/index.js';

/** A host made of the built package, with a purchase route behind its guard at `…/purchases`. */
export function makeIdentity(env, { store = memoryStore(), purchases = memoryPurchases(), policy } = {}) {
  const identity = createIdentityHost({
    persona: {
      apiKey: env.PERSONA_API_KEY,
      templateId: env.PERSONA_TEMPLATE_ID,
      webhookSecret: env.PERSONA_WEBHOOK_SECRET,
      apiUrl: env.PERSONA_API_URL,
    },
    store,
    policy,
    // The runtimes are tested as in production, with a Persona on this computer.
    allowSandbox: true,
    authorize: (request) => request.headers.get('cookie') === 'session=1',
    onError: console.error,
  });
  const buy = idempotentPurchases({ store: purchases, onError: console.error });
  const purchase = async (request) => {
    const order = await request.json();
    return buy({
      account: order.account,
      key: request.headers.get('idempotency-key'),
      order,
      guard: () => identity.requireVerified(order.account, 'number-purchase'),
      work: async ({ id }) => ({ status: 201, body: { id } }),
    });
  };
  return {
    ...identity,
    fetch: (request) => (request.url.endsWith('/purchases') ? purchase(request) : identity.fetch(request)),
  };
}
