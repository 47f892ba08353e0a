import { askAgainAfter, type Standing, type StandingRules, standing } from './lifecycle.js';
import type { PersonaClient } from './persona/persona-client.js';
import type { IdentityStore } from './stores/store.js';

/** What reading where an account stands takes. */
export interface StandingsParts {
  persona: PersonaClient;
  store: IdentityStore;
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
    const { store, rules } = this.#parts;
    return standing(await store.inquiries(account), rules);
  }

  /** Asks Persona for the account's inquiries and keeps the answer. */
  async sync(account: string): Promise<void> {
    const { persona, store, now } = this.#parts;
    const asOf = new Date(now());
    for (const { id, attributes } of await persona.list(account)) {
      const { status, createdAt, updatedAt } = attributes;
      await store.record({ inquiryId: id, account, status, createdAt, at: updatedAt ?? asOf, asOf });
    }
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
