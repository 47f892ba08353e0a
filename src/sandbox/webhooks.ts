import { createHmac } from 'node:crypto';
import type { Agenda } from './agenda.js';
import type { Clock } from './clock.js';
import { newId } from './ids.js';
import type { Store } from './store.js';

/** An event on its way to the host; kept until it is delivered or given up. */
export interface Delivery {
  id: string;
  /** The exact text that is sent and signed. */
  body: string;
  attemptsMade: number;
  firstAttemptedAt: number | null;
}

/** Waits before the second, third … try, in seconds (https://docs.withpersona.com/webhooks-best-practices). */
const retryWaits = [3, 64, 729, 4096, 15_625, 46_656, 117_649];
const answerDeadline = 5000;
const success = [200, 201, 202, 204];

/** The `Persona-Signature` of a body: HMAC-SHA256 over the time in seconds, a dot and the body. */
export function signatureOf(body: string, secret: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** Tells the host about every change of an inquiry, again and again until it says it has heard. */
export class Webhooks {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #agenda: Agenda;
  readonly #url: string | undefined;
  readonly #retryScale: number;
  readonly #closing = new AbortController();

  constructor(options: { store: Store; clock: Clock; agenda: Agenda; url: string | undefined; retryScale: number }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#agenda = options.agenda;
    this.#url = options.url;
    this.#retryScale = options.retryScale;
  }

  /** Queues an event named `name` about `resource`; the caller saves the state. */
  send(name: string, resource: unknown): void {
    if (!this.#url) return;
    const now = this.#clock.now();
    const attributes = { name, payload: { data: resource, included: [] }, 'created-at': new Date(now).toISOString() };
    const id = newId('evt');
    const body = JSON.stringify({ data: { type: 'event', id, attributes } });
    this.#store.state.deliveries[id] = { id, body, attemptsMade: 0, firstAttemptedAt: null };
    this.#agenda.add(now, { kind: 'deliver', deliveryId: id });
  }

  /** Makes one try, and plans the next when it fails. */
  async deliver(deliveryId: string): Promise<void> {
    const delivery = this.#store.state.deliveries[deliveryId];
    if (!delivery || !this.#url) return;
    const now = this.#clock.now();
    delivery.firstAttemptedAt ??= now;
    const delivered = await this.#post(this.#url, delivery, Math.floor(now / 1000));
    if (this.#closing.signal.aborted) return;
    delivery.attemptsMade += 1;
    const wait = retryWaits[delivery.attemptsMade - 1];
    if (delivered || wait === undefined) delete this.#store.state.deliveries[deliveryId];
    else this.#agenda.add(this.#clock.now() + wait * 1000 * this.#retryScale, { kind: 'deliver', deliveryId });
  }

  /** Ends the tries under way; they are made again after the next start. */
  close(): void {
    this.#closing.abort();
  }

  async #post(url: string, delivery: Delivery, seconds: number): Promise<boolean> {
    const deadline = new AbortController();
    const timer = this.#clock.setTimeout(() => deadline.abort(), answerDeadline);
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: delivery.body,
        redirect: 'manual',
        signal: AbortSignal.any([deadline.signal, this.#closing.signal]),
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Persona-Signature': signatureOf(delivery.body, this.#store.state.webhookSecret, seconds),
          'Persona-Webhook-Attempts-Left': String(retryWaits.length - delivery.attemptsMade),
          'Persona-Webhook-Attempts-Made': String(delivery.attemptsMade + 1),
          'Persona-Webhook-First-Attempted-At': String(Math.floor((delivery.firstAttemptedAt ?? 0) / 1000)),
        },
      });
      await response.body?.cancel();
      return success.includes(response.status);
    } catch {
      return false; // an unreachable host is tried again like one that refuses
    } finally {
      this.#clock.clearTimeout(timer);
    }
  }
}
