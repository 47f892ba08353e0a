import type { PersonaEvent } from '../event-contract.js';
import type { Answer, HostLine } from './host-line.js';

/** What an event tells. */
export interface News {
  /** Such as `inquiry.approved`. */
  name: string;
  inquiryId: string;
  account: string;
  templateId?: string;
  /** When it happened. */
  at: Date;
}

/** How an event is signed. */
export interface Signing {
  /** When; default now. */
  signedAt?: Date;
  /** Further sets before and behind the one that fits, for a rotation. */
  before?: string;
  behind?: string;
  note?: string;
}

/** A signature set that fits nothing. */
export const forgedSet = () => `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`;

/** The body of an event, as Persona writes it. */
export function eventBody({ name, inquiryId, account, templateId = 'itmpl_check', at }: News): string {
  const created = new Date(at.getTime() - 60_000).toISOString();
  const status = name.replace('inquiry.', '').replaceAll('-', '_');
  const event: PersonaEvent = {
    data: {
      type: 'event',
      id: `evt_${crypto.randomUUID()}`,
      attributes: {
        name,
        'created-at': at.toISOString(),
        payload: {
          data: {
            type: 'inquiry',
            id: inquiryId,
            attributes: { status, 'reference-id': account, 'created-at': created },
            relationships: { 'inquiry-template': { data: { type: 'inquiry-template', id: templateId } } },
          },
        },
      },
    },
  };
  return JSON.stringify(event);
}

/** The header for a body. */
export async function signatureOf(body: string, secret: string, at = new Date()): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const seconds = Math.floor(at.getTime() / 1000);
  const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(`${seconds}.${body}`)));
  return `t=${seconds},v1=${[...signature].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Posts a body to the webhook as Persona does. */
export function deliver(host: HostLine, body: string, signature: string | undefined, note = ''): Promise<Answer> {
  return host.ask('webhook', {
    as: 'nobody',
    method: 'POST',
    body,
    note,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(signature !== undefined && { 'persona-signature': signature }),
    },
  });
}

/** Posts an event, correctly signed. */
export async function deliverSigned(
  host: HostLine,
  secret: string,
  news: News,
  signing: Signing = {},
): Promise<Answer> {
  const body = eventBody(news);
  const fitting = await signatureOf(body, secret, signing.signedAt);
  const sets = [signing.before, fitting, signing.behind].filter((set) => set !== undefined);
  return deliver(host, body, sets.join(' '), signing.note ?? ` of ${news.name}, correctly signed`);
}
