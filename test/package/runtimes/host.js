import { createHost, lcPhoneCarrier } from '../../../dist/esm/host/index.js';

/** A database that is asked over HTTP, for runtimes that have no driver here. */
const overHttp = (url) => ({
  async query(text, params) {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ text, params }) });
    const { rows, error } = await answer.json();
    if (error) throw new Error(error);
    return { rows };
  },
});

/** A whole host made of the built package. */
export function makeHost(env, { database = overHttp(env.SQL_URL), policy } = {}) {
  return createHost({
    persona: {
      apiKey: env.PERSONA_API_KEY,
      templateId: env.PERSONA_TEMPLATE_ID,
      webhookSecret: env.PERSONA_WEBHOOK_SECRET,
      apiUrl: env.PERSONA_API_URL,
    },
    database,
    carrier: lcPhoneCarrier({ token: env.LC_PHONE_TOKEN, location: (account) => account, url: env.LC_PHONE_URL }),
    policy,
    // The runtimes are tested as in production, with a Persona on this computer.
    allowSandbox: true,
    authorize: (request) => request.headers.get('cookie') === 'session=1',
    onError: console.error,
  });
}
