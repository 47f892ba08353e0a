import type { InquiryAnswer } from './persona/persona-answers.js';
import type { PersonaClient } from './persona/persona-client.js';
import { PersonaError } from './persona/persona-error.js';
import type { Held } from './stores/lease.js';
import type { IdentityStore, InquiryNews } from './stores/store.js';

/**
 * Somebody else made an inquiry of your template in the name of one of your accounts. It counts for nothing. Told to
 * `onError` once for each inquiry; the audit trail says whose account it names.
 */
export class ForeignInquiryError extends Error {
  /** Persona's id of the inquiry. */
  readonly inquiryId: string;

  constructor(inquiryId: string) {
    super(
      `Inquiry ${inquiryId} names an account of yours and was not opened by this host, so it does not count. ` +
        'Turn on Template > Configure > Security > "Block client-side Inquiry creation" in Persona\'s dashboard. ' +
        'If you know who made it and want it to count, call adopt(account, inquiryId).',
    );
    this.name = 'ForeignInquiryError';
    this.inquiryId = inquiryId;
  }
}

/** What knowing our own inquiries takes. */
export interface ProvenanceParts {
  persona: PersonaClient;
  store: IdentityStore;
  /** `template` believes every inquiry of the template. */
  accepts: 'own' | 'template';
  /** Told of inquiries that somebody else made. */
  onError: (error: unknown) => void;
}

/**
 * Knows which inquiries are ours. Whoever has a page of ours has the template's id, and may make an inquiry with any
 * account in it, any fields, and any outcome they can bring about. So nothing that stands in an inquiry proves that it
 * is ours; we go by its id alone, kept in our store from the answer to our own request.
 */
export class Provenance {
  readonly #parts: ProvenanceParts;

  constructor(parts: ProvenanceParts) {
    this.#parts = parts;
  }

  /** Whose inquiries count for an account. */
  get counts(): 'own' | 'any' {
    return this.#parts.accepts === 'template' ? 'any' : 'own';
  }

  /**
   * Makes an inquiry of ours. Runs in the account's turn. The key was kept before we ask and is known to nobody else:
   * when the answer is lost, Persona gives the same inquiry to the same key, and it is ours then.
   */
  async create(account: string, turn: Held): Promise<InquiryAnswer> {
    const { persona, store } = this.#parts;
    const isRepeat = await store.creating(account);
    const key = await store.creationKey(account);
    let made: InquiryAnswer;
    try {
      // Whoever was stopped for so long that another had its turn has a key whose creation may be over.
      await turn.stillMine();
      made = await persona.create(account, key);
    } catch (error) {
      if (error instanceof PersonaError && isFinal(error, isRepeat)) await store.creationDone(account, key);
      throw error;
    }
    const { id, attributes } = made.data;
    const { status, createdAt } = attributes;
    await store.claim({ inquiryId: id, account, status, createdAt, at: createdAt, asOf: createdAt }, 'host', key);
    return made;
  }

  /** Brings a creation to its end whose answer was lost. Runs in the account's turn; undefined when there is none. */
  async finishCreation(account: string, turn: Held): Promise<InquiryAnswer | undefined> {
    if (!(await this.#parts.store.creating(account))) return undefined;
    try {
      return await this.create(account, turn);
    } catch (error) {
      // Persona made nothing, and the next creation has a new key.
      if (error instanceof PersonaError && error.code === 'refused') return undefined;
      throw error;
    }
  }

  /** Whether the news is of an inquiry that counts. One that somebody else made is noted and told, once. */
  async admits(news: InquiryNews, eventId?: string): Promise<boolean> {
    const { store, accepts, onError } = this.#parts;
    if (accepts === 'template' || (await this.#isOwn(news))) return true;
    // An event may be faster than the answer to our request. The creation is asked about before the id: when there is
    // none under way, all that we have made so far is in the store.
    if (await store.creating(news.account)) {
      await store.exclusive(news.account, (turn) => this.finishCreation(news.account, turn));
    }
    if (await this.#isOwn(news)) return true;
    if (await store.noteForeign(news, eventId)) onError(new ForeignInquiryError(news.inquiryId));
    return false;
  }

  async #isOwn({ inquiryId }: InquiryNews): Promise<boolean> {
    return (await this.#parts.store.inquiry(inquiryId))?.own ?? false;
  }
}

/**
 * Whether a refusal is the last word to a key. Persona repeats its first answer to a key, errors too. Behind a 409 or a
 * failure of a gateway there may be an inquiry all the same; a second try with the same key shows it.
 */
function isFinal({ code, status = 0 }: PersonaError, isRepeat: boolean): boolean {
  return code === 'refused' && (isRepeat || (status < 500 && status !== 409));
}
