import { type CarrierBehaviour, type ChosenStep, stepsOf, textOfSteps } from '../records/carrier-scenarios.js';
import type { Store } from '../state/store.js';

/** Whom a scenario of the carriers is for; everybody when both are left out. */
export interface CarrierTarget {
  /** Purchases of this number. */
  phoneNumber?: string | null | undefined;
  /** A location of the LC Phone API, or an account of Twilio. */
  account?: string | null | undefined;
}

/** A call to a carrier, as far as a scenario asks. */
export interface CarrierScene extends CarrierTarget {
  isPurchase: boolean;
}

/**
 * Which scenario a carrier plays for whom: a number's own goes before its buyer's, and that before the one for all. One
 * that was chosen for so many times is gone after them.
 */
export class CarrierScenarioDesk {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Chooses a scenario; empty text takes it back. Throws a ScenarioError. */
  choose(text: string, target: CarrierTarget = {}): void {
    this.#keep(keyOf(target), stepsOf(text));
    this.#store.save();
  }

  /** What is chosen, by whom it is for: a number, `for` and an account, or the empty text for all. */
  chosen(): [target: string, scenario: string][] {
    return Array.from(this.#store.carrierScenarios.entries(), ([target, { text }]) => [target, text]);
  }

  /** What the carrier does otherwise in this call, which counts as one of the times that were chosen. */
  take({ isPurchase, phoneNumber, account }: CarrierScene): CarrierBehaviour {
    const { carrierScenarios } = this.#store;
    const keys = [phoneNumber && keyOf({ phoneNumber }), account && keyOf({ account }), ''];
    const key = keys.find((one) => typeof one === 'string' && carrierScenarios.get(one));
    if (typeof key !== 'string') return {};
    const steps = stepsOf(carrierScenarios.get(key)?.text ?? '');
    const now = steps.filter(({ everyCall }) => everyCall || isPurchase);
    const counted = now.filter(({ left }) => left !== undefined);
    for (const step of counted) step.left = (step.left ?? 0) - 1;
    if (counted.length) {
      this.#keep(key, steps);
      this.#store.save();
    }
    return this.#settled(Object.assign({}, ...now.map(({ behaviour }) => behaviour)) as CarrierBehaviour);
  }

  /** The behaviour with its dice cast. */
  #settled({ flaky, ...behaviour }: CarrierBehaviour): CarrierBehaviour {
    if (flaky === undefined) return behaviour;
    const die = this.#store.ids.chance('flaky') * flaky;
    if (die >= 1) return behaviour;
    return { ...behaviour, ...(die < 0.5 ? { breaks: 'before' } : { cuts: true }) };
  }

  #keep(key: string, steps: ChosenStep[]): void {
    const text = textOfSteps(steps);
    if (text) this.#store.carrierScenarios.put(key, { text });
    else this.#store.carrierScenarios.remove(key);
  }
}

function keyOf({ phoneNumber, account }: CarrierTarget): string {
  return phoneNumber ?? (account ? `for ${account}` : '');
}
