import { inquiryAnswer, type StatusAnswer, statusAnswer } from '../contract.js';
import type { CheckOptions } from './inspection.js';

/** Whose inquiry to play with at Persona, and how soon the host has to know. */
export interface NewsOptions extends CheckOptions {
  /** A key of Persona's sandbox, or of the local Persona. */
  apiKey: string;
  /** Default `https://api.withpersona.com/api/v1`. */
  apiUrl?: string;
  /** Seconds within which the host has to know, default 30. */
  within?: number;
}

/** What an inquiry is about, as Persona tells. */
export interface Subject {
  referenceId: string;
  templateId: string;
}

interface PersonaInquiry {
  attributes?: { status?: string; 'reference-id'?: string };
  relationships?: { 'inquiry-template'?: { data?: { id?: string } } };
}

/** Persona's own API. */
export const personaApi = 'https://api.withpersona.com/api/v1';

const lookAgainMs = 500;
const timeoutMs = 20_000;
const action = 'number-purchase';

/** The host as a page sees it, and the same account's inquiries at Persona. */
export class AtPersona {
  readonly #options: NewsOptions;

  constructor(options: NewsOptions) {
    this.#options = options;
  }

  /** What the address answers as JSON, and whether that was a yes; neither without an answer. */
  async ask(address: string, init: RequestInit = {}): Promise<{ ok: boolean; said: string; json: unknown }> {
    const { fetch: send = fetch } = this.#options;
    const answer = await send(address, { ...init, signal: AbortSignal.timeout(timeoutMs) }).catch(() => undefined);
    const json: unknown = await answer?.json().catch(() => undefined);
    return { ok: answer?.ok ?? false, said: String(answer?.status ?? 'no answer'), json };
  }

  /** Sends JSON. */
  post(address: string, body: unknown, headers: Record<string, string> = {}) {
    const init = { method: 'POST', body: JSON.stringify(body) };
    return this.ask(address, { ...init, headers: { 'content-type': 'application/json', ...headers } });
  }

  /** The id of the inquiry that the host opens for the account; undefined when it opens none. */
  async openInquiry(more: { renew?: boolean } = {}): Promise<string | undefined> {
    const { account, headers } = this.#options;
    const { json } = await this.post(`${this.#base}/inquiry`, { account, action, ...more }, headers);
    return inquiryAnswer.safeParse(json).data?.inquiryId;
  }

  /** The same; rejects with what to do when it opens none. */
  async openedInquiry(): Promise<string> {
    const inquiryId = await this.openInquiry();
    if (inquiryId) return inquiryId;
    throw new Error('--approve found no inquiry to approve. Take an account that is not verified yet.');
  }

  /** Whom an inquiry is about; rejects with what to do when Persona does not say. */
  async subjectOf(inquiryId: string): Promise<Subject> {
    const { attributes, relationships } = await this.#inquiry(inquiryId);
    const referenceId = attributes?.['reference-id'];
    const templateId = relationships?.['inquiry-template']?.data?.id;
    if (referenceId && templateId) return { referenceId, templateId };
    throw refused('without a reference id or a template');
  }

  /** Has an inquiry approved; rejects with what to do when Persona does not do it. */
  async approve(inquiryId: string): Promise<void> {
    const { attributes } = await this.#inquiry(inquiryId);
    const begin = attributes?.status === 'created' ? ['start_inquiry'] : [];
    await this.simulate(inquiryId, ...begin, 'complete_inquiry', 'approve_inquiry');
  }

  /** Has this happen to an inquiry; rejects with what to do when Persona does not do it. */
  async simulate(inquiryId: string, ...types: string[]): Promise<void> {
    const { apiKey, apiUrl = personaApi } = this.#options;
    const actions = types.map((type) => ({ type }));
    const { ok, said } = await this.post(
      `${apiUrl}/inquiries/${inquiryId}/perform-simulate-actions`,
      { meta: { 'simulate-actions': actions } },
      { authorization: `Bearer ${apiKey}`, 'idempotency-key': crypto.randomUUID() },
    );
    if (!ok) throw refused(said);
  }

  /** How many sessions the inquiry has had; rejects with what to do when Persona does not say. */
  async sessions(inquiryId: string): Promise<number> {
    const { apiKey, apiUrl = personaApi } = this.#options;
    const query = new URLSearchParams({ 'filter[inquiry-id]': inquiryId, 'page[size]': '100' });
    const { json, said } = await this.ask(`${apiUrl}/inquiry-sessions?${query}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    const { data } = (json ?? {}) as { data?: unknown };
    if (Array.isArray(data)) return data.length;
    throw refused(said);
  }

  /** Sends an order for this number to the host, under this key. */
  order(phoneNumber: string, key: string) {
    const { account, headers } = this.#options;
    const body = { account, numbers: [{ phoneNumber, countryCode: 'US', numberType: 'local' }] };
    return this.post(`${this.#base}/purchases`, body, { ...headers, 'idempotency-key': key });
  }

  /** Watches the status as a page would: whether it says "verified" within so many seconds, and what it said last. */
  async isVerified(within: number): Promise<{ verified: boolean; said: string }> {
    const begun = Date.now();
    let said = 'nothing';
    while (Date.now() - begun < within * 1000) {
      const status = await this.#status();
      said = status?.status ?? 'nothing';
      if (status?.verified) return { verified: true, said };
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
    return { verified: false, said };
  }

  async #inquiry(inquiryId: string): Promise<PersonaInquiry> {
    const { apiKey, apiUrl = personaApi } = this.#options;
    const { json, said } = await this.ask(`${apiUrl}/inquiries/${inquiryId}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    const { data } = (json ?? {}) as { data?: PersonaInquiry };
    if (data) return data;
    throw refused(said);
  }

  async #status(): Promise<StatusAnswer | undefined> {
    const { account, headers } = this.#options;
    const query = new URLSearchParams({ account, action });
    const address = `${this.#base}/status?${query}`;
    return statusAnswer.safeParse(
      (await this.ask(address, { headers: { accept: 'application/json', ...headers } })).json,
    ).data;
  }

  get #base(): string {
    return this.#options.url.replace(/\/+$/, '');
  }
}

const refused = (said: string) =>
  new Error(
    `Persona did not do what the check needs (${said}). ` +
      'Is PERSONA_API_KEY the key that the host uses, and is the account’s inquiry a new one?',
  );
