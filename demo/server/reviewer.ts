/** How to reach the stand-in's REST API. */
export interface StandInApi {
  origin: string;
  apiKey: string;
}

/** What a reviewer can do with an inquiry. */
export type Decision = 'approve' | 'decline' | 'mark-for-review';

/** What becomes of a verification that its owner has completed; may be changed while the stand-in runs. */
export interface Rule {
  completed: 'approve' | 'mark-for-review';
}

/** The stand-in does not allow it now; `message` says why, in its words. */
export class ReviewError extends Error {}

/** The status of an inquiry about which it was so decided. */
const decidedStatus: Record<Decision, string> = {
  approve: 'approved',
  decline: 'declined',
  'mark-for-review': 'needs_review',
};

interface InquiryAnswer {
  data: { id: string; attributes: { status: string } };
}

/** The other side of the counter: plays the people at Persona, through the same REST API the real one has. */
export class Reviewer {
  readonly #api: StandInApi;

  constructor(api: StandInApi) {
    this.#api = api;
  }

  /**
   * Decides about an inquiry that the user has finished. Nothing is left to do when it has been decided so meanwhile,
   * by the rule or by another reviewer; it is looked at after a refusal only, because what is read before may be old by
   * then.
   */
  async decide(inquiryId: string, decision: Decision): Promise<void> {
    try {
      await this.#ask('POST', `/inquiries/${inquiryId}/${decision}`, {});
    } catch (error) {
      if (!(error instanceof ReviewError)) throw error;
      const { data } = (await this.#ask('GET', `/inquiries/${inquiryId}`)) as InquiryAnswer;
      if (data.attributes.status !== decidedStatus[decision]) throw error;
    }
  }

  /**
   * Takes a new inquiry through to a decision, so that there is an account in that state to look at. All in one
   * request: in a second one, the rule may have decided otherwise meanwhile.
   */
  async stage(inquiryId: string, decision: Decision): Promise<void> {
    const end = decision === 'decline' ? 'fail_inquiry' : 'complete_inquiry';
    const actions = ['start_inquiry', end, `${decision.replaceAll('-', '_')}_inquiry`];
    await this.#ask('POST', `/inquiries/${inquiryId}/perform-simulate-actions`, {
      meta: { 'simulate-actions': actions.map((type) => ({ type })) },
    });
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#api.origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#api.apiKey}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(5000),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const { errors } = answer as { errors?: { details?: string }[] };
    throw new ReviewError(errors?.[0]?.details ?? `The stand-in answered ${response.status}.`);
  }
}
