import { join } from 'node:path';
import { type DemoOptions, startDemo } from './server/start-demo.js';

// Ports by PORT and SANDBOX_PORT, files in DATA_DIR, a Postgres server by DATABASE_URL; LAN=1, or this computer's
// address, lets phones of the network open the stand-in's links. TEMPLATE=plain asks for an ID and a selfie only. With
// the three PERSONA_… variables the demo runs against the real Persona, whose template asks PERSONA_STEPS, such as
// phone,id,selfie. Numbers come from the local LC Phone, with CARRIER=twilio from the local Twilio, and from the
// real ones with their keys.
const {
  PORT,
  SANDBOX_PORT,
  DATA_DIR,
  DATABASE_URL,
  LAN,
  PERSONA_API_KEY,
  PERSONA_TEMPLATE_ID,
  PERSONA_WEBHOOK_SECRET,
  PERSONA_STEPS,
  TEMPLATE,
  CARRIER,
  LC_PHONE_TOKEN,
  LC_PHONE_LOCATION,
  TWILIO_ACCOUNT_SID,
  TWILIO_AUTH_TOKEN,
} = process.env;

function port(name: string, value: string | undefined): number | undefined {
  if (!value) return undefined;
  if (/^\d{1,5}$/.test(value) && Number(value) < 65_536) return Number(value);
  throw new Error(`${name} must be a port between 0 and 65535, not "${value}".`);
}

function persona(): DemoOptions['persona'] {
  const given = [PERSONA_API_KEY, PERSONA_TEMPLATE_ID, PERSONA_WEBHOOK_SECRET].filter(Boolean).length;
  if (given === 0) return undefined;
  if (given < 3)
    throw new Error(
      'For the real Persona set all of PERSONA_API_KEY, PERSONA_TEMPLATE_ID and PERSONA_WEBHOOK_SECRET, ' +
        'for the stand-in none of them.',
    );
  return {
    apiKey: PERSONA_API_KEY as string,
    templateId: PERSONA_TEMPLATE_ID as string,
    webhookSecret: PERSONA_WEBHOOK_SECRET as string,
    ...(PERSONA_STEPS && { steps: PERSONA_STEPS.split(',') as ('phone' | 'id' | 'selfie')[] }),
  };
}

function template(): DemoOptions['template'] {
  if (!TEMPLATE) return undefined;
  if (TEMPLATE === 'kyc' || TEMPLATE === 'plain') return TEMPLATE;
  throw new Error(`TEMPLATE must be kyc or plain, not "${TEMPLATE}".`);
}

function carriers(): DemoOptions['carriers'] {
  if (CARRIER && CARRIER !== 'twilio' && CARRIER !== 'lc-phone')
    throw new Error(`CARRIER must be lc-phone or twilio, not "${CARRIER}".`);
  const both = (name: string, one?: string, other?: string) => {
    if (!one !== !other) throw new Error(`For the real ${name} set both of its variables, for the local one none.`);
    return [one ?? '', other ?? ''] as const;
  };
  const [token, location] = both('LC Phone', LC_PHONE_TOKEN, LC_PHONE_LOCATION);
  const [accountSid, authToken] = both('Twilio', TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN);
  return {
    carrier: CARRIER === 'twilio' ? 'twilio' : 'lc-phone',
    lcPhone: token ? { token, location } : undefined,
    twilio: accountSid ? { accountSid, authToken } : undefined,
  };
}

try {
  const demo = await startDemo({
    port: port('PORT', PORT),
    sandboxPort: port('SANDBOX_PORT', SANDBOX_PORT),
    dataDir: DATA_DIR || join(import.meta.dirname, 'data'),
    databaseUrl: DATABASE_URL || undefined,
    lan: LAN === '1' || LAN,
    template: template(),
    persona: persona(),
    carriers: carriers(),
  });
  console.log(`The demo is ready: ${demo.url}`);
  if (demo.sandbox)
    console.log(`Reviews and scenarios: ${demo.sandbox.origin}/dashboard, with the key ${demo.sandbox.apiKey}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void demo.close().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
