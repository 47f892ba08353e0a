import type { PagePort } from '../../core/page-port.js';
import type { HostOrders } from '../../core/shop/host-order.js';
import type { IntentPort } from '../../core/shop/intent-port.js';
import type { PurchaseEvent, PurchaseState } from '../../core/shop/purchase.js';
import type { PurchasePort } from '../../core/shop/purchase-port.js';
import type { HeldOrders } from './held-orders.js';
import { within } from './within.js';

/** How long the host's list may take before what this browser knows goes on without it. */
const listPatience = 3_000;

/** Finds what was under way before a reload, in a tab that is gone, or on another device. */
export class Resuming {
  readonly #machine: { readonly state: PurchaseState; send(event: PurchaseEvent): void };
  readonly #port: PurchasePort;
  readonly #intents: IntentPort;
  readonly #page: PagePort;
  readonly #held: HeldOrders;
  readonly #see: (key: string) => void;
  /** Intents that the person has put off until the next visit, by their keys, or the ids of those without. */
  readonly #postponed = new Set<string>();
  /** Whose orders are followed. */
  #account: string | undefined;
  /** Whether the element is on the page. */
  isHere = false;

  /** `see` hears which intent is in view. */
  constructor(
    machine: { readonly state: PurchaseState; send(event: PurchaseEvent): void },
    port: PurchasePort,
    intents: IntentPort,
    page: PagePort,
    held: HeldOrders,
    see: (key: string) => void,
  ) {
    this.#machine = machine;
    this.#port = port;
    this.#intents = intents;
    this.#page = page;
    this.#held = held;
    this.#see = see;
  }

  /** The person has put an intent off until the next visit, by its key, or its id if it has none. */
  putOff(key: string): void {
    this.#postponed.add(key);
  }

  /** Nobody's orders are followed any more. */
  stop(): void {
    this.#account = undefined;
  }

  /** Looks again, for the account of before. */
  again(): void {
    if (this.#account) void this.resume(this.#account);
  }

  /** Goes on with the first that there is. `approved`: what was put off until the approval is shown again. */
  async resume(account: string, approved = false): Promise<void> {
    this.#account = account;
    const mayGoOn = () => this.isHere && this.#account === account && this.#machine.state.status === 'browsing';
    const isPutOff = (key: string) => !approved && this.#postponed.has(key);
    const join = (known: HostOrders | undefined) => {
      for (const order of known?.orders ?? []) if (mayGoOn()) this.#held.join(order, account, isPutOff);
    };
    if (!account || this.#machine.state.status !== 'browsing') return;
    // What the host knows comes first: nobody is asked about what it has done already. But what was sent is found out
    // whatever becomes of the list.
    const reading = this.#port.readOrders(account);
    const known = await within(listPatience, reading);
    join(known);
    if (!known) void reading.then(join);
    for (const { idempotencyKey } of mayGoOn() ? this.#intents.list(account) : []) {
      if (this.#postponed.has(idempotencyKey) || (await this.#intents.isAttended(idempotencyKey))) continue;
      if (!mayGoOn()) return;
      const kept = this.#intents.read(idempotencyKey);
      if (!kept || (kept.outcome && kept.seen !== false)) continue;
      this.#see(idempotencyKey);
      // What an earlier version of this script has kept has no id yet.
      const intent = { ...kept, id: kept.id ?? this.#intents.newId() };
      const listed = known && !known.isPartial ? 'gone' : undefined;
      this.#machine.send({ type: 'resumed', kept: intent, now: this.#page.now(), listed });
    }
  }
}
