import { codeOf, hostCode, type LcErrorCode } from '../core/errors.js';
import type { PurchaseAnswer } from '../core/number-contracts.js';
import { initialPurchase, purchase, type Intent, type Order, type PurchaseEvent, type PurchaseState } from '../core/purchase.js';
import { after } from './deadline.js';
import { Machine } from './machine.js';

/** How long the host may take to answer a purchase before we say that we are checking. */
const answerDeadline = 30_000;
const firstRepeat = 2_000;
const lastRepeat = 30_000;

/** After these nobody knows whether the purchase happened. */
const uncertain: readonly LcErrorCode[] = ['unreachable', 'offline', 'server_error', 'invalid_answer', 'unknown_outcome'];

/** What the controller needs of its element. */
export interface PurchaseHost {
  stateChanged(state: PurchaseState, previous: PurchaseState): void;
  /** Resolves when the account may buy this order. `refused`: the host's server has just said that it may not. */
  pass(order: Order, refused: boolean): Promise<unknown>;
  /** Calls back when the account is verified later, after the person has left a review. */
  whenVerified(signal: AbortSignal, verified: () => void): void;
  /** Buys once per key; rejects with a code, or without one when the outcome is not known. */
  buy(intent: Intent): Promise<PurchaseAnswer>;
}

/** Runs the purchase machine: gate, purchase, and the repeats after a lost answer. */
export class PurchaseController {
  readonly #machine: Machine<PurchaseState, PurchaseEvent>;
  readonly #host: PurchaseHost;

  constructor(host: PurchaseHost) {
    this.#host = host;
    this.#machine = new Machine<PurchaseState, PurchaseEvent>(
      initialPurchase,
      purchase,
      (state, signal, send) => this.#enter(state, signal, send),
      (state, previous) => host.stateChanged(state, previous),
    );
  }

  get state(): PurchaseState {
    return this.#machine.state;
  }

  get send(): (event: PurchaseEvent) => void {
    return this.#machine.send;
  }

  /** The element is back on the page: what was under way goes on, with the same key. */
  connect(): void {
    this.#machine.enter();
  }

  disconnect(): void {
    this.#machine.leave();
  }

  #enter(state: PurchaseState, signal: AbortSignal, send: (event: PurchaseEvent) => void): void {
    if (state.status === 'gating') {
      this.#host.whenVerified(signal, () => send({ type: 'passed' }));
      if (state.parked) return;
      this.#host.pass(state.intent.order, state.refused).then(
        () => send({ type: 'passed' }),
        (error: unknown) => send({ type: 'left', code: codeOf(error, 'dismissed') }),
      );
    }
    if (state.status === 'purchasing') {
      this.#buy(state.intent);
      after(answerDeadline, signal, () => send({ type: 'lost' }));
    }
    if (state.status === 'unconfirmed') this.#repeat(state.intent, signal, firstRepeat);
  }

  /** An answer counts for its own intent however late it comes, so it does not depend on the status that asked. */
  async #buy(intent: Intent): Promise<void> {
    const event = await this.#host.buy(intent).then(
      (answer): PurchaseEvent => ({ type: 'answered', answer }),
      (error: unknown): PurchaseEvent => {
        const code = hostCode((error as { code?: unknown } | undefined)?.code) ?? codeOf(error, 'unknown_outcome');
        return uncertain.includes(code) ? { type: 'lost' } : { type: 'refused', code };
      },
    );
    const { state } = this.#machine;
    if ('intent' in state && state.intent.idempotencyKey === intent.idempotencyKey) this.#machine.send(event);
  }

  /** Asks again with the same key until there is an answer: soon at first, at once when the network is back. */
  #repeat(intent: Intent, signal: AbortSignal, pause: number): void {
    const pausing = new AbortController();
    const again = async () => {
      pausing.abort();
      await this.#buy(intent);
      if (!signal.aborted) this.#repeat(intent, signal, Math.min(pause * 2, lastRepeat));
    };
    const until = AbortSignal.any([signal, pausing.signal]);
    after(pause, until, again);
    window.addEventListener('online', again, { signal: until });
  }
}
