import { askAgainAfter, type Standing, type StandingRules, standing } from './lifecycle.js';
import type { InquiryResource } from './persona/persona-answers.js';
import type { PersonaClient } from './persona/persona-client.js';
import { stepOf } from './persona/steps.js';
import type { Provenance } from './provenance.js';
import type { IdentityStore } from './stores/store.js';

/** What reading where an account stands takes. */
export interface StandingsParts {
  persona: PersonaClient;
  store: IdentityStore;
  provenance: Provenance;
  rules: StandingRules;
  now: () => number;
  /** Told when Persona could not be asked. */
  onError: (error: unknown) => void;
}

/** Where accounts stand: read from the store, and kept up with Persona. */
export class Standings {
  readonly #parts: StandingsParts;

  constructor(parts: StandingsParts) {
    this.#parts = parts;
  }

  /** Where the account stands, by what is known. */
  async of(account: string): Promise<Standing> {
    const { store, provenance, rules, now } = this.#parts;
    return standing(await store.inquiries(account, provenance.counts), rules, new Date(now()));
  }

  /**
   * Asks Persona for the account's inquiries and keeps the answer. The list shows what others have made as well, and
   * has an end; those of ours that are not on it are asked for by their ids, so that nobody can hide them.
   */
  async sync(account: string): Promise<void> {
    const { persona, store, now } = this.#parts;
    const asOf = new Date(now());
    const own = await store.inquiries(account);
    const listed = await persona.list(account);
    for (const inquiry of listed) await this.#take(account, inquiry, asOf);
    const shown = new Set(listed.map(({ id }) => id));
    for (const { inquiryId } of own.filter((one) => !shown.has(one.inquiryId))) {
      const inquiry = await persona.find(inquiryId);
      if (inquiry) await this.#take(account, inquiry, asOf);
    }
  }

  async #take(account: string, { id, attributes }: InquiryResource, asOf: Date): Promise<void> {
    const { store, provenance } = this.#parts;
    const { status, createdAt, updatedAt } = attributes;
    const news = { inquiryId: id, account, status, createdAt, at: updatedAt ?? asOf, asOf };
    if (!(await provenance.admits(news))) return;
    await store.record(news);
    const step = stepOf(attributes.nextStepName);
    if (step) await store.moved(id, { step, at: news.at });
  }

  /**
   * Where the account stands, after asking Persona if that is due: a webhook may be late or lost, and then whoever is
   * waiting for it makes us ask, at a pace the whole fleet shares.
   */
  async fresh(account: string): Promise<Standing> {
    const { store, now, onError } = this.#parts;
    const known = await this.of(account);
    const at = new Date(now());
    const interval = askAgainAfter(known, at);
    if (interval === undefined || !(await store.mayAsk(account, at, interval))) return known;
    try {
      await this.sync(account);
      return await this.of(account);
    } catch (error) {
      onError(error);
      return known; // what we know is still true; only news is missing
    }
  }
}
