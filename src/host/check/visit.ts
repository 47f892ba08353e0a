import { type InquiryAnswer, inquiryAnswer, type StatusAnswer, statusAnswer } from '../contract.js';
import { action, type CheckOptions } from './check-options.js';
import { read } from './fit-answer.js';
import { type Answer, HostLine, isAbsent, isOk, type Question } from './host-line.js';
import { PersonaLine } from './persona-line.js';
import { Mistake, NotAsked } from './verdict.js';

/** Numbers that are set aside for fiction, so that no carrier sells them. */
export const fictional = {
  us: '+12125550100',
  another: '+12125550101',
  canada: '+16135550100',
  puertoRico: '+17875550100',
  tollFree: '+18005550100',
  britain: '+442079460001',
} as const;

/** How many pages open the account's inquiry at once. */
export const pagesAtOnce = 5;

/** What the rules share: the host, Persona, and what was done so far, each thing once. */
export class Visit {
  readonly options: CheckOptions;
  readonly host: HostLine;
  readonly account: string;
  /** Why the account passes already although it must not; empty while it is as it was. */
  spoiled = '';
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(options: CheckOptions) {
    this.options = options;
    this.account = options.account;
    this.host = new HostLine(options);
  }

  /** What is waited for an effect that must not come, in milliseconds. */
  get patience(): number {
    return this.options.patience ?? 1000;
  }

  get persona(): PersonaLine {
    if (!this.options.approve) throw new NotAsked('needs --approve');
    return new PersonaLine(this.options.approve);
  }

  get secret(): string {
    return this.options.webhookSecret ?? '';
  }

  /** Does it when it is first asked for, and gives the same to all who ask. */
  once<T>(what: string, make: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(what) ?? make();
    this.#kept.set(what, kept);
    return kept as Promise<T>;
  }

  /** Asks for the status. */
  status(question: Question = {}, account = this.account): Promise<Answer> {
    return this.host.ask(`status?${new URLSearchParams({ account, action })}`, question);
  }

  /** The status before anything was done. */
  first(): Promise<Answer> {
    return this.once('first status', () => this.status({ headers: { origin: 'https://elsewhere.example' } }));
  }

  /** The status as it is now; throws {@link NotAsked} when it cannot be read. */
  async reading(): Promise<StatusAnswer> {
    return read(statusAnswer, await this.status());
  }

  /** Whether the host says "verified" now, whatever else it says. */
  async isVerified(account = this.account, question: Question = {}): Promise<boolean> {
    const { json } = await this.status(question, account);
    return ((json ?? {}) as { verified?: unknown }).verified === true;
  }

  /** Throws {@link NotAsked} when the account may pass anyhow. */
  async unverified(): Promise<void> {
    if (this.spoiled) throw new NotAsked(`the account is verified since ${this.spoiled}`);
    const { json } = await this.first();
    const { verified, required } = (json ?? {}) as { verified?: unknown; required?: unknown };
    if (verified === true || required === false)
      throw new (this.options.approve ? Mistake : NotAsked)(
        'the account passes already. Take an account that is not verified yet',
      );
  }

  /** Asks the host to open the account's inquiry. */
  open(more: Record<string, unknown> = {}, question: Question = {}, account = this.account): Promise<Answer> {
    return this.host.post('inquiry', { account, action, ...more }, question);
  }

  /** The first opening of the account's inquiry, by several pages at once, and the status right before. */
  opening(): Promise<{ before: Answer; answers: Answer[] }> {
    return this.once('opening', async () => {
      await this.unverified();
      const before = await this.status();
      const pages = Array.from({ length: pagesAtOnce }, () => this.open({}, { note: ' by several pages at once' }));
      return { before, answers: await Promise.all(pages) };
    });
  }

  /** The account's inquiry; throws {@link NotAsked} when the host has opened none. */
  inquiry(): Promise<InquiryAnswer> {
    return this.once('inquiry', async () => {
      const { answers } = await this.opening();
      const opened = answers.find(isOk);
      if (opened) return read(inquiryAnswer, opened);
      throw new NotAsked('the host opened no inquiry. Take an account that is not verified yet');
    });
  }

  /** Sends an order for these numbers. */
  order(numbers: object[], key: string | undefined, question: Question = {}): Promise<Answer> {
    const headers = { ...(key !== undefined && { 'idempotency-key': key }), ...question.headers };
    return this.host.post('purchases', { account: this.account, numbers }, { ...question, headers });
  }

  /** An order for one number under a key of its own, sent before the account is verified. */
  refused(): Promise<{ key: string; numbers: object[]; answer: Answer }> {
    return this.once('refused order', async () => {
      await this.unverified();
      const key = crypto.randomUUID();
      const numbers = [asOrdered(fictional.us)];
      const answer = await this.order(numbers, key);
      if (isAbsent(answer)) throw new NotAsked(`there is no purchase endpoint (${answer.status})`);
      return { key, numbers, answer };
    });
  }
}

/** A number as the shop orders it. */
export const asOrdered = (phoneNumber: string, countryCode = 'US') => ({
  phoneNumber,
  countryCode,
  numberType: 'local',
  locality: null,
  region: null,
  fingerprintId: null,
});
