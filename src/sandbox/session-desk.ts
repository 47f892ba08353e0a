import type { Clock } from './clock.js';
import type { InquiryDesk } from './inquiry-desk.js';
import { isOpen, LifecycleError, NotFoundError, type Inquiry } from './inquiries.js';
import { sessionIdOf, signSession, type Session } from './session-token.js';
import type { Store } from './store.js';

const day = 24 * 60 * 60 * 1000;
/** A used link still opens for this long, for a person who reloads the page. */
const linkGrace = 5 * 60 * 1000;
/** Persona's default (https://docs.withpersona.com/inquiry-sessions). */
const sessionsPerInquiry = 25;

/** Who may continue an inquiry: sessions, their tokens, and the links that begin one. */
export class SessionDesk {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #inquiries: InquiryDesk;
  readonly #origin: string;

  constructor(options: { store: Store; clock: Clock; inquiries: InquiryDesk; origin: string }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#inquiries = options.inquiries;
    this.#origin = options.origin;
  }

  /** A token for the inquiry, of an unused session if there is one; throws {@link LifecycleError} at the limit of sessions. */
  async tokenFor(inquiry: Inquiry): Promise<string> {
    return (await this.begin(inquiry)).token;
  }

  /** A session of the inquiry nobody has used yet, and its token; throws {@link LifecycleError} at the limit of sessions. */
  async begin(inquiry: Inquiry): Promise<{ session: Session; token: string }> {
    const sessions = Object.values(this.#store.state.sessions).filter((session) => session.inquiryId === inquiry.id);
    const unused = sessions.find((session) => session.status === 'new' && this.#isValid(session));
    if (!unused && sessions.length >= sessionsPerInquiry) {
      throw new LifecycleError(`The inquiry has had ${sessionsPerInquiry} sessions, the most it may have. Create a new inquiry.`);
    }
    const session = unused ?? this.#begin(inquiry);
    this.#store.save();
    return { session, token: await signSession(session, { secret: this.#store.state.sessionSecret, issuer: this.#origin, tokenId: this.#store.ids.id('jti') }) };
  }

  /** All sessions, newest first. */
  all(): Session[] {
    return Object.values(this.#store.state.sessions).reverse();
  }

  /** The session with this id; throws a NotFoundError. */
  get(id: string): Session {
    const session = this.#store.state.sessions[id];
    if (!session) throw new NotFoundError(`There is no inquiry session "${id}".`);
    return session;
  }

  /** Ends a session before its time. */
  expire(id: string): Session {
    const session = this.get(id);
    if (this.#isValid(session)) Object.assign(session, { status: 'expired', endedAt: this.#clock.now() });
    this.#store.save();
    return session;
  }

  /** Lets an unfinished or expired inquiry go on and gives a token for it; throws {@link LifecycleError} for a finished one. */
  async resume(inquiryId: string): Promise<{ inquiry: Inquiry; token: string }> {
    let inquiry = this.#inquiries.get(inquiryId);
    if (inquiry.status === 'expired') inquiry = this.#inquiries.act(inquiryId, 'resume');
    else if (!isOpen(inquiry)) throw new LifecycleError(`An inquiry that is ${inquiry.status} cannot be resumed; create a new one.`);
    return { inquiry, token: await this.tokenFor(inquiry) };
  }

  /** The inquiry a token stands for, or null when the token is forged, outlived or its inquiry expired. Marks the session used. */
  async inquiryOf(token: string | null | undefined): Promise<Inquiry | null> {
    const id = token ? await sessionIdOf(token, this.#store.state.sessionSecret) : null;
    const session = id ? this.#store.state.sessions[id] : undefined;
    if (!session || !this.#isValid(session)) return null;
    const inquiry = this.#inquiries.get(session.inquiryId);
    if (inquiry.status === 'expired') return null;
    if (session.status === 'new') {
      Object.assign(session, { status: 'active', startedAt: this.#clock.now() });
      this.#store.save();
    }
    return inquiry;
  }

  /** A link that opens the inquiry in any browser, once; `lifetime` in ms, a day unless told. */
  linkTo(inquiry: Inquiry, lifetime = day): string {
    if (!isOpen(inquiry)) throw new LifecycleError(`An inquiry that is ${inquiry.status} gets no link; resume it or create a new one.`);
    const code = this.#store.ids.id('local1').replace('_', '-');
    this.#store.state.links[code] = { inquiryId: inquiry.id, expiresAt: this.#clock.now() + lifetime, usedAt: null };
    this.#store.save();
    return `${this.#origin}/verify?code=${code}`;
  }

  /** The inquiry a link's code opens, or null when it is unknown, used or too old. */
  inquiryOfLink(code: string): Inquiry | null {
    const link = this.#store.state.links[code];
    const now = this.#clock.now();
    if (!link || link.expiresAt <= now || (link.usedAt !== null && link.usedAt + linkGrace <= now)) return null;
    link.usedAt ??= now;
    this.#store.save();
    return this.#inquiries.get(link.inquiryId);
  }

  #begin(inquiry: Inquiry): Session {
    const now = this.#clock.now();
    const session: Session = { id: this.#store.ids.id('iqse'), inquiryId: inquiry.id, status: 'new', createdAt: now, startedAt: null, expiresAt: now + day };
    this.#store.state.sessions[session.id] = session;
    return session;
  }

  #isValid(session: Session): boolean {
    return session.status !== 'expired' && session.expiresAt > this.#clock.now();
  }
}
