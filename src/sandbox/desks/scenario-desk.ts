import type { Inquiry } from '../records/inquiry.js';
import { type Behaviour, behaviourOf } from '../records/scenarios.js';
import type { Store } from '../state/store.js';

/** Whom a scenario is for. */
export interface ScenarioTarget {
  inquiryId?: string | null;
  referenceId?: string | null;
}

/**
 * Which scenario is played for whom: an inquiry's own goes before its reference id's, and that before the one for all.
 */
export class ScenarioDesk {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Chooses a scenario for one inquiry, for all of a reference id, or for everybody; empty text takes it back. Throws a
   * ScenarioError.
   */
  choose(text: string, target: ScenarioTarget = {}): void {
    behaviourOf(text);
    if (text) this.#store.scenarios.put(keyOf(target), { text });
    else this.#store.scenarios.remove(keyOf(target));
    this.#store.save();
  }

  /** What is chosen, by whom it is for: an inquiry's id, `for` and a reference id, or the empty text for all. */
  chosen(): Record<string, string> {
    return Object.fromEntries(Array.from(this.#store.scenarios.entries(), ([target, { text }]) => [target, text]));
  }

  /** The scenario as it was chosen; empty when there is none. */
  nameFor({ inquiryId, referenceId }: ScenarioTarget): string {
    const { scenarios, inquiries } = this.#store;
    const owner = referenceId ?? (inquiryId ? inquiries.get(inquiryId)?.referenceId : undefined);
    const keys = [inquiryId && keyOf({ inquiryId }), owner && keyOf({ referenceId: owner }), keyOf({})];
    const chosen = keys.flatMap((key) => (typeof key === 'string' ? (scenarios.get(key) ?? []) : []));
    return chosen[0]?.text ?? '';
  }

  /** What the stand-in does otherwise for it. */
  for(target: ScenarioTarget): Behaviour {
    return behaviourOf(this.nameFor(target));
  }

  /** What the stand-in does otherwise for an inquiry. */
  behaviourFor({ id, referenceId }: Pick<Inquiry, 'id' | 'referenceId'>): Behaviour {
    return this.for({ inquiryId: id, referenceId });
  }
}

function keyOf({ inquiryId, referenceId }: ScenarioTarget): string {
  return inquiryId ?? (referenceId ? `for ${referenceId}` : '');
}
