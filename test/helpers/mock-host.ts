import type { IncomingMessage } from 'node:http';
import type { Sandbox } from '../../src/sandbox/index.js';

/** A request as the host has seen it. */
export interface Asked {
  what: string;
  account: string;
  app: string | undefined;
  authorization: string | undefined;
}

interface Answer {
  status: number;
  body: unknown;
}

/** A host's server with the stand-in behind it: a purchase is made once for a key, and only for who is verified. */
export class MockHost {
  readonly asked: Asked[] = [];
  readonly #sandbox: Sandbox;
  readonly #inquiries = new Map<string, Promise<{ id: string; token: string }>>();
  readonly #sales = new Map<string, Answer>();

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** What an account has asked for, by the last word of the path. */
  of(account: string, what: string): Asked[] {
    return this.asked.filter((each) => each.account === account && each.what === what);
  }

  /** Every purchase that was made for an account: its number of different keys. */
  sales(account: string): number {
    return [...this.#sales.keys()].filter((key) => key.startsWith(`${account} `)).length;
  }

  /** The account's inquiry is completed elsewhere, as on the person's phone; Persona decides soon after. */
  async completeElsewhere(account: string): Promise<void> {
    const { id } = await this.#inquiry(account);
    // Nothing is approved by itself of which nothing was proved.
    const proved = this.#sandbox.verificationTemplates.map((template) => ({
      type: 'create_passed_verification',
      data: { 'verification-template-id': template.id },
    }));
    const actions = [...proved, { type: 'complete_inquiry' }];
    await this.#persona(`/inquiries/${id}/perform-simulate-actions`, { meta: { 'simulate-actions': actions } });
  }

  async isVerified(account: string): Promise<boolean> {
    return ((await this.#status(account)) as { verified: boolean }).verified;
  }

  async answer(request: IncomingMessage, url: URL): Promise<Answer> {
    const body = await bodyOf(request);
    const what = url.pathname.split('/').at(-1) ?? '';
    const account = String(body.account ?? url.searchParams.get('account') ?? '');
    const { authorization, 'x-app': app, 'idempotency-key': key } = request.headers;
    this.asked.push({ what, account, app: app as string | undefined, authorization });
    if (what === 'status') return { status: 200, body: await this.#status(account) };
    if (what === 'inquiry') return { status: 200, body: await this.#start(account) };
    if (what === 'numbers') return { status: 200, body: { fingerprintId: 'fp', numbers } };
    // Without it the browser would note the 404 on its console.
    if (what === 'orders') return { status: 200, body: { orders: [] } };
    if (what === 'purchases') return this.#buy(account, String(key), body);
    return { status: 404, body: { code: 'not_found' } };
  }

  async #status(account: string): Promise<unknown> {
    const inquiry = await this.#inquiries.get(account);
    const status = inquiry ? (await this.#persona(`/inquiries/${inquiry.id}`)).data.attributes.status : 'none';
    return { verified: status === 'approved', status, inquiryId: inquiry?.id };
  }

  async #start(account: string): Promise<unknown> {
    const { id, token } = await this.#inquiry(account);
    return { inquiryId: id, sessionToken: token, personaHost: this.#sandbox.host };
  }

  async #buy(account: string, key: string, body: Record<string, unknown>): Promise<Answer> {
    if (!(await this.isVerified(account))) return { status: 403, body: { code: 'verification_required' } };
    const sale = `${account} ${key}`;
    const bought = (body.numbers as { phoneNumber: string }[]).map(({ phoneNumber }) => ({
      phoneNumber,
      status: 'purchased',
    }));
    if (!this.#sales.has(sale)) this.#sales.set(sale, { status: 201, body: { numbers: bought } });
    return this.#sales.get(sale) as Answer;
  }

  #inquiry(account: string): Promise<{ id: string; token: string }> {
    const known = this.#inquiries.get(account);
    if (known) return known;
    const made = this.#persona('/inquiries', {
      data: { attributes: { 'inquiry-template-id': this.#sandbox.templateId, 'reference-id': account } },
      meta: { 'auto-create-inquiry-session': true },
    }).then(({ data, meta }) => ({ id: data.id, token: meta['session-token'] as string }));
    this.#inquiries.set(account, made);
    return made;
  }

  async #persona(path: string, body?: object) {
    const response = await fetch(`${this.#sandbox.origin}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${this.#sandbox.apiKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`Persona answers ${response.status}: ${await response.text()}`);
    return (await response.json()) as { data: PersonaData; meta: Record<string, string> };
  }
}

interface PersonaData {
  id: string;
  attributes: { status: string };
}

const numbers = [{ phoneNumber: '+14155550101', isoCountry: 'US' }];

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? {} : JSON.parse(Buffer.concat(parts).toString());
}
