import type { Device, InquiryRecord, InquiryStatus } from './inquiry-record.js';
import type { Held } from './lease.js';

/** One piece of news about an inquiry, from a webhook or from asking Persona. */
export interface InquiryNews {
  inquiryId: string;
  account: string;
  status: InquiryStatus;
  createdAt: Date;
  /** When it happened, by Persona's clock. */
  at: Date;
  /** Until when the news is known to hold: for an event its own time, for an answer of Persona the time we asked. */
  asOf: Date;
}

/** Where the person is in an inquiry: a step, or a device. `at` by Persona's clock; without it, just now. */
export type Move = { step: string; at: Date } | { device: Device; at?: Date };

/** Which accounts are listed. */
export interface WhichAccounts {
  /** By Persona's word, such as `needs_review`; every status without it. */
  status?: InquiryStatus;
  /** Those without news since then. */
  before?: Date;
  /** How many at most, default 100. */
  limit?: number;
}

/** What opens an inquiry in the browser. A secret: handed to the signed-in user, never logged. */
export interface Ticket {
  inquiryId: string;
  sessionToken: string | null;
  oneTimeLink: string | null;
  /** Persona's id of the session that the link leads into. */
  linkSession: string | null;
  expiresAt: Date | null;
}

/** One line of an account's audit trail. It names accounts, inquiries and events by their ids and nobody by name. */
export interface TrailEntry {
  /** When it was written down, by the store's clock. */
  at: Date;
  account: string;
  /**
   * Who did it: `persona` told us by webhook, `host` asked Persona, `user` did it in a page, `operator` by your own
   * tools.
   */
  actor: 'persona' | 'host' | 'user' | 'operator';
  /**
   * What happened: `inquiry.` and a status, `inquiry.opened`, `inquiry.foreign`, `inquiry.adopted`, `inquiry.redacted`
   * or `action.refused`.
   */
  event: string;
  inquiryId: string | null;
  /** Persona's event id, or the action that was refused. */
  source: string | null;
}

/**
 * Where the host kit keeps what it knows. Several processes may share one store, so every method decides in the
 * database and none remembers anything in memory. `sqlStore` is the implementation to use; this is what another one has
 * to keep.
 */
export interface IdentityStore {
  /**
   * Runs `work` while nobody else, in no process, runs work for the same account; throws a `StoreBusyError` when
   * another's turn does not end soon. A process that dies frees its turn within seconds, so one that was stopped may
   * have lost it: the work asks before what must not happen twice.
   */
  exclusive<T>(account: string, work: (turn: Held) => Promise<T>): Promise<T>;
  /**
   * The inquiry that speaks for each account (the newest decision, else the newest), those of a status only, whose last
   * news is from before a time: the longest-standing first, at most `limit`, default 100.
   */
  accounts(which: WhichAccounts): Promise<InquiryRecord[]>;
  /** The account's own inquiries in any order; with `any` also those that somebody else made in its name. */
  inquiries(account: string, whose?: 'own' | 'any'): Promise<InquiryRecord[]>;
  /** What is kept of an inquiry, or null for one never seen. */
  inquiry(inquiryId: string): Promise<InquiryRecord | null>;
  /**
   * Makes an inquiry the account's own, for good, and keeps the news if it is new. By `host`, which has just created
   * it with a creation key, this also ends the use of that key, in the same step: an inquiry that we made is never
   * without its mark. By `operator`, who adopts it, `inquiry.adopted` goes into the trail, unless it was our own
   * before.
   */
  claim(news: InquiryNews, actor: 'host' | 'operator', creationKey?: string): Promise<void>;
  /**
   * Notes an inquiry that somebody else made in the account's name, and `inquiry.foreign` in the trail. True the first
   * time only, and never for one that is our own.
   */
  noteForeign(news: InquiryNews, eventId?: string): Promise<boolean>;
  /**
   * Keeps the news unless newer news is there already; a decision (approved, declined) gives way to a newer decision
   * only. With an event id the news counts once, however often it comes. All of it or nothing is kept, and a changed
   * status goes into the trail with it. An inquiry never seen is kept as somebody else's; its account and whose it is
   * stay as they are.
   */
  record(news: InquiryNews, eventId?: string): Promise<void>;
  /**
   * Keeps where the person is in an inquiry that is known, unless news of the same kind is kept that is as new, and
   * tells whoever listens when it is another than before. Leaves no line in the trail.
   */
  moved(inquiryId: string, move: Move): Promise<void>;
  /** Whether an event of this id was recorded. */
  seen(eventId: string): Promise<boolean>;
  /** True for exactly one caller per account and `interval` milliseconds: that caller may ask Persona. */
  mayAsk(account: string, now: Date, interval: number): Promise<boolean>;
  /** The account's last ticket, or null. */
  ticket(account: string): Promise<Ticket | null>;
  /** Replaces the account's ticket. */
  saveTicket(account: string, ticket: Ticket): Promise<void>;
  /**
   * A key for creating the account's next inquiry; the same one until `creationDone`, so that a lost answer is never a
   * second inquiry.
   */
  creationKey(account: string): Promise<string>;
  /** Whether a creation key is in use: an inquiry may exist at Persona of which we do not know the id yet. */
  creating(account: string): Promise<boolean>;
  /**
   * Ends the use of this creation key; the next one is new. Whoever was overtaken has an old one, and does nothing to
   * the present.
   */
  creationDone(account: string, creationKey: string): Promise<void>;
  /**
   * Calls `heard` with every account whose status, step or device has changed: in this process, and where the database
   * can tell, in all others. A hint only, which may get lost. The result ends it.
   */
  listen(heard: (account: string) => void): Promise<() => Promise<void>>;
  /** Adds a line to the trail. */
  note(entry: Omit<TrailEntry, 'at'>): Promise<void>;
  /** The account's trail, the oldest line first. */
  trail(account: string): Promise<TrailEntry[]>;
  /** Drops the account's ticket. */
  dropTicket(account: string): Promise<void>;
  /** Deletes event ids and lines of the trail from before that time. Statuses stay. */
  prune(before: Date): Promise<void>;
}

/** Thrown when another request holds an account's turn for too long. */
export class StoreBusyError extends Error {
  /** Seconds after which the turn is free at the latest, unless its owner lives and makes it last. */
  readonly retryAfter: number;

  constructor(retryAfter = 5) {
    super('Another request is still opening this verification. Try again in a moment.');
    this.name = 'StoreBusyError';
    this.retryAfter = Math.ceil(retryAfter);
  }
}
