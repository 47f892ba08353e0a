import type { Approval } from './check-options.js';
import { Mistake } from './verdict.js';

/** An inquiry as Persona tells it. */
export interface AtPersona {
  id: string;
  attributes?: { status?: string; 'reference-id'?: string | null } & Record<`${string}-at`, string | null | undefined>;
  relationships?: { 'inquiry-template'?: { data?: { id?: string } | null } };
}

/** What can be made to happen to an inquiry. */
export type Simulated = 'start' | 'complete' | 'fail' | 'expire' | 'mark_for_review' | 'approve' | 'decline';

const personaApi = 'https://api.withpersona.com/api/v1';
const longest = 20_000;

/** Whether the address is of a Persona on this computer. */
export const isLocal = ({ apiUrl = personaApi }: Pick<Approval, 'apiUrl'>): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(apiUrl).hostname);

/**
 * Persona's API, where inquiries are moved without a person. What it refuses is a {@link Mistake} of whoever checks.
 */
export class PersonaLine {
  readonly #approval: Approval;

  constructor(approval: Approval) {
    this.#approval = approval;
  }

  get api(): string {
    return this.#approval.apiUrl ?? personaApi;
  }

  async inquiry(inquiryId: string): Promise<AtPersona> {
    return (await this.#ask<{ data: AtPersona }>(`${this.api}/inquiries/${inquiryId}`)).data;
  }

  /** Has this happen to an inquiry. */
  async simulate(inquiryId: string, ...kinds: Simulated[]): Promise<void> {
    const actions = kinds.map((kind) => ({ type: `${kind}_inquiry` }));
    await this.#ask(`${this.api}/inquiries/${inquiryId}/perform-simulate-actions`, 'POST', {
      meta: { 'simulate-actions': actions },
    });
  }

  /** Begins an inquiry that nobody has begun. */
  async begin(inquiryId: string): Promise<void> {
    const { attributes } = await this.inquiry(inquiryId);
    if (attributes?.status === 'created') await this.simulate(inquiryId, 'start');
  }

  /** The sessions that the inquiry has had. */
  async sessions(inquiryId: string): Promise<{ id: string }[]> {
    const query = new URLSearchParams({ 'filter[inquiry-id]': inquiryId, 'page[size]': '100' });
    return (await this.#ask<{ data: { id: string }[] }>(`${this.api}/inquiry-sessions?${query}`)).data;
  }

  /** Ends all sessions, as time would. */
  async endSessions(inquiryId: string): Promise<void> {
    for (const { id } of await this.sessions(inquiryId)) {
      await this.#ask(`${this.api}/inquiry-sessions/${id}/expire`, 'POST', {});
    }
  }

  /** At a local Persona: plays a scenario for an inquiry. */
  async play(scenario: string, inquiryId: string): Promise<void> {
    await this.#ask(`${new URL(this.api).origin}/sandbox/scenario`, 'PUT', { scenario, inquiryId });
  }

  /**
   * At a local Persona: makes an inquiry in somebody's name as any browser can; undefined when it takes none from
   * there.
   */
  async openAsPage({ attributes, relationships }: AtPersona): Promise<string | undefined> {
    const subject = {
      referenceId: attributes?.['reference-id'],
      templateId: relationships?.['inquiry-template']?.data?.id,
      fields: {},
    };
    const response = await fetch(`${new URL(this.api).origin}/flow/open`, {
      method: 'POST',
      body: JSON.stringify(subject),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(longest),
    });
    const { view } = (await response.json()) as { view?: { inquiryId?: string } };
    return view?.inquiryId;
  }

  async #ask<T = unknown>(address: string, method = 'GET', body?: unknown): Promise<T> {
    const response = await fetch(address, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        authorization: `Bearer ${this.#approval.apiKey}`,
        'content-type': 'application/json',
        ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
      },
      signal: AbortSignal.timeout(longest),
    }).catch(() => undefined);
    if (response?.ok) return (await response.json()) as T;
    throw new Mistake(
      `Persona did not do what the check needs (${response?.status ?? 'no answer'}). ` +
        'Is PERSONA_API_KEY the key that the host uses, and is the account’s inquiry a new one?',
    );
  }
}
