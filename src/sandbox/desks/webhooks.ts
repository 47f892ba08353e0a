import { createHmac } from 'node:crypto';
import type { Delivery } from '../records/event.js';
import type { LogLine } from '../records/log-line.js';
import type { Behaviour } from '../records/scenarios.js';
import type { Agenda } from '../state/agenda.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';

/** Waits before the second, third … try, in seconds (https://docs.withpersona.com/webhooks-best-practices). */
const retryWaits = [3, 64, 729, 4096, 15_625, 46_656, 117_649];
const answerDeadline = 5000;
const success = [200, 201, 202, 204];
/** Persona keeps events for thirty days. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** The `Persona-Signature` of a body: HMAC-SHA256 over the time in seconds, a dot and the body; during a rotation one set for each secret. */
export function signatureOf(body: string, secrets: string[], seconds: number): string {
  return secrets
    .map((secret) => `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`)
    .join(' ');
}

/** Tells the host about every change of an inquiry, again and again until it says it has heard. */
export class Webhooks {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #agenda: Agenda;
  readonly #url: string | undefined;
  readonly #retryScale: number;
  readonly #wanted: string[];
  readonly #log: (line: LogLine) => void;
  readonly #closing = new AbortController();

  constructor(options: {
    store: Store;
    clock: Clock;
    agenda: Agenda;
    url: string | undefined;
    wanted: string[];
    retryScale: number;
    log: (line: LogLine) => void;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#agenda = options.agenda;
    this.#url = options.url;
    this.#retryScale = options.retryScale;
    this.#wanted = options.wanted;
    this.#log = options.log;
  }

  /** Where events go, or undefined when nowhere. */
  get url(): string | undefined {
    return this.#url;
  }

  /** Names of the events that are sent; `*` stands for any ending. */
  get wanted(): string[] {
    return this.#wanted;
  }

  /** Whether events of that name are sent. */
  wants(name: string): boolean {
    return this.#wanted.some((one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))));
  }

  /** The secrets that sign now: the current one, and while a rotation lasts the one before. */
  get secrets(): string[] {
    const { webhookSecret, oldWebhookSecret } = this.#store.state;
    return oldWebhookSecret && oldWebhookSecret.until > this.#clock.now()
      ? [webhookSecret, oldWebhookSecret.secret]
      : [webhookSecret];
  }

  /** Makes a new secret; the old one signs beside it for `overlap` milliseconds. */
  rotateSecret(overlap: number): string {
    const { state, ids } = this.#store;
    state.oldWebhookSecret = { secret: state.webhookSecret, until: this.#clock.now() + overlap };
    state.webhookSecret = ids.secret('wbhsec');
    this.#store.save();
    return state.webhookSecret;
  }

  /** Writes down an event named `name` about `resource` and queues it as the scenario says; the caller saves the state. */
  send(name: string, resource: { id: string }, { webhooks }: Behaviour = {}): void {
    const { state, ids } = this.#store;
    const now = this.#clock.now();
    for (const old of Object.values(state.events)) if (old.at + keptFor <= now) delete state.events[old.id];
    for (const old of Object.values(state.deliveries)) if (!state.events[old.eventId]) delete state.deliveries[old.id];
    const attributes = { name, payload: { data: resource, included: [] }, 'created-at': new Date(now).toISOString() };
    const id = ids.id('evt');
    state.events[id] = {
      id,
      name,
      at: now,
      about: resource.id,
      body: JSON.stringify({ data: { type: 'event', id, attributes } }),
    };
    if (webhooks?.how === 'never' || !this.wants(name)) return;
    const decision = /approved|declined|marked-for-review/.test(name);
    const late = webhooks?.how === 'late' || (webhooks?.how === 'reordered' && !decision) ? webhooks.ms : 0;
    for (let times = webhooks?.how === 'twice' ? 2 : 1; times > 0; times--) this.#plan(id, now + late);
  }

  /** Sends an event once more, whatever became of it before; throws nothing for an unknown id. */
  resend(eventId: string): void {
    if (!this.#store.state.events[eventId]) return;
    this.#plan(eventId, this.#clock.now());
    this.#store.save();
  }

  /** Makes one try, and plans the next when it fails. */
  async deliver(deliveryId: string): Promise<void> {
    const delivery = this.#store.state.deliveries[deliveryId];
    const event = delivery && this.#store.state.events[delivery.eventId];
    if (!event || !this.#url) return;
    const at = this.#clock.now();
    const status = await this.#post(this.#url, event.body, delivery, at);
    if (this.#closing.signal.aborted) return;
    delivery.tries.push({ at, status });
    const wait = retryWaits[delivery.tries.length - 1];
    if (status !== null && success.includes(status)) delivery.state = 'delivered';
    else if (wait === undefined) delivery.state = 'given-up';
    else this.#agenda.add(this.#clock.now() + wait * 1000 * this.#retryScale, { kind: 'deliver', deliveryId });
    this.#log({
      kind: 'webhook',
      at,
      name: event.name,
      about: event.about,
      status,
      attempt: delivery.tries.length,
      state: delivery.state,
    });
  }

  /** Ends the tries under way; they are made again after the next start. */
  close(): void {
    this.#closing.abort();
  }

  #plan(eventId: string, at: number): void {
    if (!this.#url) return;
    const id = this.#store.ids.id('dlv');
    this.#store.state.deliveries[id] = { id, eventId, state: 'waiting', tries: [] };
    this.#agenda.add(at, { kind: 'deliver', deliveryId: id });
  }

  async #post(url: string, body: string, { tries }: Delivery, now: number): Promise<number | null> {
    const deadline = new AbortController();
    const timer = this.#clock.setTimeout(() => deadline.abort(), answerDeadline);
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.any([deadline.signal, this.#closing.signal]),
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Persona-Signature': signatureOf(body, this.secrets, Math.floor(now / 1000)),
          'Persona-Webhook-Attempts-Left': String(retryWaits.length - tries.length),
          'Persona-Webhook-Attempts-Made': String(tries.length + 1),
          'Persona-Webhook-First-Attempted-At': String(Math.floor((tries[0]?.at ?? now) / 1000)),
        },
      });
      await response.body?.cancel();
      return response.status;
    } catch {
      return null; // an unreachable host is tried again like one that refuses
    } finally {
      this.#clock.clearTimeout(timer);
    }
  }
}
