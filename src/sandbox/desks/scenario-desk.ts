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
    this.#store.state.scenarios[keyOf(target)] = text;
    this.#store.save();
  }

  /** The scenario as it was chosen; empty when there is none. */
  nameFor({ inquiryId, referenceId }: ScenarioTarget): string {
    const { scenarios, inquiries } = this.#store.state;
    const owner = referenceId ?? (inquiryId ? inquiries[inquiryId]?.referenceId : undefined);
    const own = inquiryId ? scenarios[keyOf({ inquiryId })] : '';
    const shared = owner ? scenarios[keyOf({ referenceId: owner })] : '';
    return own || shared || scenarios[keyOf({})] || '';
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
