import type { OrderStore } from '../stores/kept-order.js';
import type { KeptNews, Outbox } from '../stores/sql-outbox.js';
import { type OrderAnswer, shown } from './order-answers.js';

/** One piece of news for your server. */
export type HostEvent = {
  /** The same each time it is told: remember it to do things once. */
  id: string;
  account: string;
  /** ISO 8601. */
  at: string;
} & (
  | {
      /**
       * What became of an account: it is verified, was declined, is with a reviewer, somebody else made an inquiry in
       * its name, or its owner has left half-way.
       */
      type:
        | 'account.verified'
        | 'account.declined'
        | 'account.in_review'
        | 'account.foreign_inquiry'
        | 'account.abandoned';
      inquiryId: string;
    }
  | {
      /** What became of an order that was left with the host, or bought at once. */
      type: 'order.waiting' | 'order.completed' | 'order.failed' | 'order.expired' | 'order.cancelled';
      order: OrderAnswer;
    }
);

/** What telling takes. */
export interface NewsParts {
  outbox: Outbox;
  orders: OrderStore;
  onEvent: (event: HostEvent) => unknown;
  verifies: 'approved' | 'completed';
  onError: (error: unknown) => void;
  now: () => number;
}

const second = 1000;
/** How long your function may take, in ms, before it is told again. */
const patience = 50 * second;
const longestPause = 60 * 60 * second;
/** How many events one round tells in each lane, so that it comes to an end. */
const mostInARound = 50;
/** How many accounts are told of side by side. */
const sideBySide = 4;

/** Tells what is in the outbox, until it was heard: in order for each account, again after growing pauses. */
export class News {
  readonly #parts: NewsParts;

  constructor(parts: NewsParts) {
    this.#parts = parts;
  }

  /** Tells all that is due. */
  async tell(): Promise<void> {
    await this.#tell(sideBySide);
  }

  /** Another lane begins where there is something: mostly there is nothing to be told, which one question says. */
  async #tell(lanes: number): Promise<void> {
    const first = await this.#take();
    if (first) await Promise.all([this.#drain(first), lanes > 1 && this.#tell(lanes - 1)]);
  }

  async #drain(first: KeptNews): Promise<void> {
    let news: KeptNews | null = first;
    for (let told = 1; news; told += 1) {
      await this.#tellOne(news);
      news = told < mostInARound ? await this.#take() : null;
    }
  }

  #take(): Promise<KeptNews | null> {
    const { outbox, now } = this.#parts;
    return outbox.take(new Date(now()));
  }

  async #tellOne(news: KeptNews): Promise<void> {
    const { outbox, onEvent, onError, now } = this.#parts;
    try {
      const event = await this.#eventOf(news);
      if (event) await inTime(onEvent(event));
      await outbox.done(news);
    } catch (error) {
      onError(error);
      const pause = Math.min(longestPause, second * 2 ** Math.min(news.tries, 12));
      await outbox.again(news, new Date(now() + pause));
    }
  }

  /** The news in the words of `onEvent`; undefined for what nobody needs to know. */
  async #eventOf({ id, account, at, type, body }: KeptNews): Promise<HostEvent | undefined> {
    const told = { id, account, at: at.toISOString() };
    const inquiryId = String(body.inquiryId);
    switch (type) {
      case 'inquiry.approved':
        // It was told when it was completed, where that verifies.
        if (body.before === 'completed' && this.#parts.verifies === 'completed') return undefined;
        return { ...told, type: 'account.verified', inquiryId };
      case 'inquiry.completed':
        return this.#parts.verifies === 'completed' ? { ...told, type: 'account.verified', inquiryId } : undefined;
      case 'inquiry.declined':
        return { ...told, type: 'account.declined', inquiryId };
      case 'inquiry.needs_review':
        return { ...told, type: 'account.in_review', inquiryId };
      case 'account.foreign_inquiry':
      case 'account.abandoned':
        return { ...told, type, inquiryId };
      case 'order.waiting':
      case 'order.completed':
      case 'order.failed':
      case 'order.expired':
      case 'order.cancelled': {
        const order = await this.#parts.orders.byId(String(body.order));
        return order ? { ...told, type, order: shown(order) } : undefined;
      }
      default:
        return undefined;
    }
  }
}

async function inTime(heard: unknown): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('onEvent has not returned in 50 s; it is told again.')), patience);
  });
  try {
    await Promise.race([heard, late]);
  } finally {
    clearTimeout(timer);
  }
}
