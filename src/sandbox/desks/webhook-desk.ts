import { NotFoundError } from '../records/inquiry.js';
import { createWebhook, type Webhook, type WebhookDraft } from '../records/webhook.js';
import type { DeskParts } from './desk-parts.js';

/** Keeps the places that events are posted to. The first one is what the stand-in was started with. */
export class WebhookDesk {
  readonly #parts: Pick<DeskParts, 'store' | 'clock'>;

  constructor(parts: Pick<DeskParts, 'store' | 'clock'>) {
    this.#parts = parts;
  }

  /** Makes the first webhook, or gives it the address and the events it is now started with. */
  begin(url: string | undefined, events: string[]): void {
    const { store, clock } = this.#parts;
    const { webhookId: id, webhookSecret: secret } = store.state;
    const status = url ? 'enabled' : 'disabled';
    const known = store.webhooks.get(id) ?? createWebhook({}, { id, status, secret, createdAt: clock.now() });
    // Started without an address, one that was given by the API stays.
    const address = url ?? known.url;
    this.#keep({ ...known, url: address, status: address ? known.status : 'disabled', events, secret });
    if (url) this.setStatus(id, 'enabled');
  }

  /** What the stand-in was started with. */
  get first(): Webhook {
    return this.get(this.#parts.store.state.webhookId);
  }

  /** All that are not archived, newest first. */
  all(): Webhook[] {
    return this.#parts.store.webhooks.newestFirst().filter(({ status }) => status !== 'archived');
  }

  /** The webhook with this id; throws a NotFoundError. */
  get(id: string): Webhook {
    const webhook = this.#parts.store.webhooks.get(id);
    if (!webhook) throw new NotFoundError(`There is no webhook "${id}".`);
    return webhook;
  }

  /** Makes a webhook, which is disabled at first, as at Persona. */
  create(draft: WebhookDraft): Webhook {
    const { ids } = this.#parts.store;
    return this.#keep(
      createWebhook(draft, {
        id: ids.id('wbh'),
        status: 'disabled',
        secret: ids.secret('wbhsec'),
        createdAt: this.#parts.clock.now(),
      }),
    );
  }

  /** A second one like it, with a secret of its own, disabled. */
  clone(id: string): Webhook {
    const { id: _, status, secret, oldSecret, createdAt, ...draft } = this.get(id);
    return this.create(draft);
  }

  /** Changes what the host may change. */
  update(id: string, change: WebhookDraft): Webhook {
    return this.#keep({ ...this.get(id), ...change });
  }

  /** Lets it be sent events, or not for now, or never again. */
  setStatus(id: string, status: Webhook['status']): Webhook {
    return this.#keep({ ...this.get(id), status });
  }

  /** Makes a new secret; the old one signs beside it for `overlap` milliseconds. */
  rotateSecret(id: string, overlap: number): Webhook {
    const { store, clock } = this.#parts;
    const webhook = this.get(id);
    const secret = store.ids.secret('wbhsec');
    if (id === store.state.webhookId) store.state.webhookSecret = secret;
    const oldSecret = { secret: webhook.secret, until: clock.now() + overlap };
    return this.#keep({ ...webhook, secret, oldSecret });
  }

  #keep(webhook: Webhook): Webhook {
    const { store } = this.#parts;
    store.webhooks.put(webhook.id, webhook);
    store.save();
    return webhook;
  }
}
