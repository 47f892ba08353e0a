/** How to reach the stand-in's REST API. */
export interface StandInApi {
  origin: string;
  apiKey: string;
  templateId: string;
}

/** What a reviewer can do with an inquiry. */
export type Decision = 'approve' | 'decline' | 'mark-for-review';

/** What becomes of a verification that its owner has completed; may be changed while the stand-in runs. */
export interface Rule {
  completed: 'approve' | 'mark-for-review';
}

/** The stand-in does not allow it now; `message` says why, in its words. */
export class ReviewError extends Error {}

/** The other side of the counter: plays the people at Persona, through the same REST API the real one has. */
export class Reviewer {
  readonly #api: StandInApi;

  constructor(api: StandInApi) {
    this.#api = api;
  }

  /** Decides about an inquiry that the user has finished. */
  async decide(inquiryId: string, decision: Decision): Promise<void> {
    await this.#post(`/inquiries/${inquiryId}/${decision}`, {});
  }

  /** Takes a new inquiry of the account through to a decision, so that there is an account in that state to look at. */
  async stage(account: string, decision: Decision): Promise<void> {
    const attributes = { 'inquiry-template-id': this.#api.templateId, 'reference-id': account };
    const made = (await this.#post('/inquiries', { data: { attributes } })) as { data: { id: string } };
    const end = decision === 'approve' ? 'complete_inquiry' : 'fail_inquiry';
    await this.#post(`/inquiries/${made.data.id}/perform-simulate-actions`, {
      meta: { 'simulate-actions': [{ type: 'start_inquiry' }, { type: end }] },
    });
    await this.decide(made.data.id, decision);
  }

  async #post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(`${this.#api.origin}/api/v1${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.#api.apiKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5000),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const { errors } = answer as { errors?: { details?: string }[] };
    throw new ReviewError(errors?.[0]?.details ?? `The stand-in answered ${response.status}.`);
  }
}
