import { createHmac } from 'node:crypto';
import { type Delivery, eventBody, type SandboxEvent } from '../records/event.js';
import type { Behaviour } from '../records/scenarios.js';
import { secretsOf, type Webhook, wants } from '../records/webhook.js';
import type { Resource } from '../resources/json-api.js';
import { bodyFor, carriedBy, contains, type EventBody } from '../resources/webhook-payload.js';
import type { Agenda } from '../state/agenda.js';
import type { DeskParts } from './desk-parts.js';
import type { WebhookDesk } from './webhook-desk.js';

/** Waits before the second, third … try, in seconds (https://docs.withpersona.com/webhooks-best-practices). */
const retryWaits = [3, 64, 729, 4096, 15_625, 46_656, 117_649];
const answerDeadline = 5000;
const success = [200, 201, 202, 204];
/** Persona keeps events for thirty days. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** What the webhooks work with, and how they are told. */
export interface WebhookParts extends DeskParts {
  agenda: Agenda;
  endpoints: WebhookDesk;
  /** Factor on the waits between tries. */
  retryScale: number;
  /** The records that another one names in these relationships. */
  related: (resource: Resource, names: string[]) => Resource[];
  /** Address of a kept picture, open for whoever has it until then. */
  fileUrl: (fileId: string, until: number) => string;
}

/** Tells the host about every change of an inquiry, again and again until it says it has heard. */
export class Webhooks {
  readonly #parts: WebhookParts;
  readonly #closing = new AbortController();

  constructor(parts: WebhookParts) {
    this.#parts = parts;
  }

  /** Where the events go that the stand-in was started with, or undefined when nowhere. */
  get url(): string | undefined {
    return this.#parts.endpoints.first.url ?? undefined;
  }

  /**
   * Writes down an event named `name` about `resource` and queues it, as the scenario says, for every webhook that
   * wants it; `context` is what the event alone says. Gives the event's id; the caller saves the state.
   */
  send(name: string, resource: Resource, { webhooks: how }: Behaviour = {}, context?: object): string {
    const { events, ids, texts } = this.#parts.store;
    const now = this.#parts.clock.now();
    this.#forgetBefore(now - keptFor);
    const id = ids.id('evt');
    const body = texts.add(eventBody(resource, { id, name, at: now, context }));
    const event: SandboxEvent = { id, name, at: now, about: resource.id, body };
    events.put(id, event);
    for (const webhook of how?.how === 'never' ? [] : this.#enabled()) {
      if (!this.#wants(webhook, event)) continue;
      this.#plan(webhook, id, now + delayOf(name, how));
      if (how?.how === 'twice') this.#plan(webhook, id, now);
    }
    return id;
  }

  /** Sends an event once more, whatever became of it before; throws nothing for an unknown id. */
  resend(eventId: string): void {
    const { store, clock } = this.#parts;
    if (!store.events.get(eventId)) return;
    for (const webhook of this.#enabled()) this.#plan(webhook, eventId, clock.now());
    store.save();
  }

  /** Makes one try, and plans the next when it fails. */
  async deliver(deliveryId: string): Promise<void> {
    const { store, clock, agenda, endpoints, retryScale } = this.#parts;
    const delivery = store.deliveries.get(deliveryId);
    const event = delivery && store.events.get(delivery.eventId);
    if (!event) return;
    const webhook = endpoints.get(delivery.webhookId);
    if (webhook.status !== 'enabled' || !webhook.url) return;
    const at = clock.now();
    const status = await this.#post(webhook, this.#textFor(webhook, event), delivery, at);
    if (this.#closing.signal.aborted) return;
    const tries = [...delivery.tries, { at, status }];
    const wait = retryWaits[tries.length - 1];
    const next: Delivery = { ...delivery, tries };
    if (status !== null && success.includes(status)) next.state = 'delivered';
    else if (wait === undefined) next.state = 'given-up';
    else agenda.add(clock.now() + wait * 1000 * retryScale, { kind: 'deliver', deliveryId });
    store.deliveries.put(deliveryId, next);
    this.#report(event, next);
  }

  /** Ends the tries under way; they are made again after the next start. */
  close(): void {
    this.#closing.abort();
  }

  /** Those that are sent events, oldest first. */
  #enabled(): Webhook[] {
    return this.#parts.endpoints
      .all()
      .filter(({ status }) => status === 'enabled')
      .reverse();
  }

  #wants(webhook: Webhook, event: SandboxEvent): boolean {
    if (!wants(webhook, event.name)) return false;
    if (!webhook.filter) return true;
    const { data } = JSON.parse(this.#textFor(webhook, event));
    return contains(data.attributes.payload, webhook.filter);
  }

  /** The exact text that a webhook is sent. */
  #textFor(webhook: Webhook, { body, at }: SandboxEvent): string {
    const { store, related, fileUrl } = this.#parts;
    const event = JSON.parse(store.texts.read(body)) as EventBody;
    const carried = related(event.data.attributes.payload.data, carriedBy(webhook, event));
    const text = JSON.stringify(bodyFor(webhook, event, carried));
    // The addresses were made with the event; how long they are open is each webhook's own.
    return text.replace(/[^"]+\/sandbox\/files\/([\w.]+)\?access_token=[\w.-]+/g, (_, fileId: string) =>
      fileUrl(fileId, at + webhook.filesOpenFor * 1000),
    );
  }

  #plan({ id: webhookId, url }: Webhook, eventId: string, at: number): void {
    const { store, agenda } = this.#parts;
    if (!url) return;
    const id = store.ids.id('dlv');
    store.deliveries.put(id, { id, eventId, webhookId, state: 'waiting', tries: [] });
    agenda.add(at, { kind: 'deliver', deliveryId: id });
  }

  #forgetBefore(moment: number): void {
    const { events, deliveries, texts } = this.#parts.store;
    for (const [id, { at, body }] of events.entries()) {
      if (at > moment) return;
      for (const delivery of deliveries.by('event', id)) deliveries.remove(delivery.id);
      texts.forget(body);
      events.remove(id);
    }
  }

  #report({ name, about }: SandboxEvent, { tries, state }: Delivery): void {
    const { at, status } = tries.at(-1)!;
    this.#parts.log({ kind: 'webhook', at, name, about, status, attempt: tries.length, state });
  }

  /** The status a host answers with; null when none comes. */
  async #post(webhook: Webhook, body: string, { tries }: Delivery, now: number): Promise<number | null> {
    const { clock } = this.#parts;
    const deadline = new AbortController();
    const timer = clock.setTimeout(() => deadline.abort(), answerDeadline);
    try {
      const response = await fetch(webhook.url!, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.any([deadline.signal, this.#closing.signal]),
        headers: {
          ...webhook.headers,
          'content-type': 'application/json; charset=utf-8',
          'persona-signature': signatureOf(body, secretsOf(webhook, now), Math.floor(now / 1000)),
          'persona-webhook-attempts-left': String(retryWaits.length - tries.length),
          'persona-webhook-attempts-made': String(tries.length + 1),
          'persona-webhook-first-attempted-at': String(Math.floor((tries[0]?.at ?? now) / 1000)),
        },
      });
      await response.body?.cancel();
      return response.status;
    } catch {
      return null; // an unreachable host is tried again like one that refuses
    } finally {
      clock.clearTimeout(timer);
    }
  }
}

/** Milliseconds an event waits before its first try, as its scenario says. */
function delayOf(name: string, how: Behaviour['webhooks']): number {
  if (how?.how === 'late') return how.ms;
  const isDecision = /approved|declined|marked-for-review/.test(name);
  return how?.how === 'reordered' && !isDecision ? how.ms : 0;
}

/**
 * The `Persona-Signature` of a body: HMAC-SHA256 over the time in seconds, a dot and the body; during a rotation one
 * set for each secret.
 */
function signatureOf(body: string, secrets: string[], seconds: number): string {
  const signed = (secret: string) => createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return secrets.map((secret) => `t=${seconds},v1=${signed(secret)}`).join(' ');
}
