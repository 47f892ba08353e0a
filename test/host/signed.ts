import { createHmac } from 'node:crypto';

export const webhookSecret = 'wbhsec_test';
export const templateId = 'itmpl_test';

/** A signature as Persona makes it, by Node's own HMAC. */
export function sign(body: string, { at = Date.now(), secret = webhookSecret } = {}): string {
  const seconds = Math.floor(at / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

interface EventParts {
  id?: string;
  name: string;
  at: string;
  inquiryId?: string;
  account?: string | null;
  template?: string;
}

/** An event's body in Persona's words. */
export function event({
  id = crypto.randomUUID(),
  name,
  at,
  inquiryId = 'inq_1',
  account = 'acc',
  template = templateId,
}: EventParts): string {
  const inquiry = {
    type: 'inquiry',
    id: inquiryId,
    attributes: {
      status: 'whatever',
      'reference-id': account,
      'created-at': '2026-11-20T08:00:00.000Z',
      fields: { 'name-first': { type: 'string', value: 'PRIVATE' } },
    },
    relationships: { 'inquiry-template': { data: { type: 'inquiry-template', id: template } } },
  };
  return JSON.stringify({
    data: { type: 'event', id: `evt_${id}`, attributes: { name, 'created-at': at, payload: { data: inquiry } } },
  });
}

/** The request Persona makes with it. */
export function delivery(body: string, signature: string | null = sign(body)): Request {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
  if (signature) headers.set('persona-signature', signature);
  return new Request('http://host.test/api/identity/webhook', { method: 'POST', body, headers });
}
