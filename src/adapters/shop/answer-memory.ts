import type { NumbersAnswer } from '../../core/shop/number-contracts.js';

/** How long an answer serves the same question, in milliseconds, and how many are kept. */
const freshFor = 60_000;
const mostKept = 100;

/**
 * Answers of one shop's searches, so that the same question is not sent twice within a minute. Failures are not kept.
 */
export class AnswerMemory {
  readonly #kept = new Map<string, { at: number; answer: NumbersAnswer }>();

  /** The answer to a question, asked for if it is not known. */
  async get(question: string, ask: () => Promise<NumbersAnswer>): Promise<NumbersAnswer> {
    const kept = this.#kept.get(question);
    if (kept && Date.now() - kept.at < freshFor) return kept.answer;
    const answer = await ask();
    // In the order in which they came.
    this.#kept.delete(question);
    this.#kept.set(question, { at: Date.now(), answer });
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value as string);
    return answer;
  }

  /** Forgets them: what was on sale may be no more. */
  forget(): void {
    this.#kept.clear();
  }
}
