import { type Inquiry, isOpen, LifecycleError, NotFoundError } from '../records/inquiry.js';
import type { HandOff, OneTimeLink, Session } from '../records/session.js';
import { sessionIdOf, signSession } from '../records/session-token.js';
import { sessionResource } from '../resources/session-resource.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';
import { type Access, endLink, endSession, isRunning } from './access.js';
import type { DeskParts } from './desk-parts.js';
import type { InquiryDesk } from './inquiry-desk.js';
import type { ScenarioDesk } from './scenario-desk.js';
import type { Webhooks } from './webhooks.js';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** A used link still opens for this long, for a person who reloads the page. */
const linkGrace = 5 * 60 * 1000;
/** Persona's default (https://docs.withpersona.com/inquiry-sessions). */
const sessionsPerInquiry = 25;

/** What the desk of sessions works with. */
export interface SessionDeskParts extends Pick<DeskParts, 'store' | 'clock'> {
  inquiries: InquiryDesk;
  webhooks: Webhooks;
  scenarios: ScenarioDesk;
  /** Address of pages and API. */
  origin: string;
  /** Address of the links a phone opens. */
  linkOrigin: string;
}

/** Who may continue an inquiry: sessions, their tokens, and the links that begin one. */
export class SessionDesk {
  readonly #store: Store;
  readonly #access: Access;
  readonly #clock: Clock;
  readonly #inquiries: InquiryDesk;
  readonly #scenarios: ScenarioDesk;
  readonly #origin: string;
  readonly #linkOrigin: string;

  constructor(options: SessionDeskParts) {
    this.#store = options.store;
    this.#access = options;
    this.#clock = options.clock;
    this.#inquiries = options.inquiries;
    this.#scenarios = options.scenarios;
    this.#origin = options.origin;
    this.#linkOrigin = options.linkOrigin;
  }

  /**
   * A new session of the inquiry, which lasts as long as the inquiry was to last then. Throws {@link LifecycleError}
   * for an inquiry that is over, and at the limit of sessions.
   */
  begin(inquiry: Inquiry, handedOverBy?: string): Session {
    if (!isOpen(inquiry))
      throw new LifecycleError(`An inquiry that is ${inquiry.status} gets no session; resume it or create a new one.`);
    this.#checkLimit(inquiry.id);
    const { ids } = this.#store;
    const now = this.#clock.now();
    const session: Session = {
      id: ids.id('iqse'),
      inquiryId: inquiry.id,
      status: 'new',
      createdAt: now,
      startedAt: null,
      expiresAt: inquiry.expiresAt ?? now + day,
      handedOverBy,
    };
    this.#store.sessions.put(session.id, session);
    this.#store.save();
    return session;
  }

  /**
   * The session that a link leads into: the link's own, or a new one where a page has handed its inquiry over. Throws
   * {@link LifecycleError} when that session has ended, and like {@link begin}.
   */
  enter({ inquiryId, sessionId, handedOverBy }: OneTimeLink): Session {
    if (sessionId === undefined) return this.begin(this.#inquiries.get(inquiryId), handedOverBy);
    const session = this.get(sessionId);
    if (!this.#isValid(session)) throw new LifecycleError('The session of this link has ended. Make a new link.');
    return session;
  }

  /** The token by which a page goes on in the session. */
  tokenOf(session: Session): Promise<string> {
    const { state, ids } = this.#store;
    const signing = { secret: state.sessionSecret, issuer: this.#origin, tokenId: ids.id('jti') };
    return signSession(session, signing);
  }

  /** All sessions, newest first. */
  all(): Session[] {
    return this.#store.sessions.newestFirst();
  }

  /** The session with this id; throws a NotFoundError. */
  get(id: string): Session {
    const session = this.#store.sessions.get(id);
    if (!session) throw new NotFoundError(`There is no inquiry session "${id}".`);
    return session;
  }

  /** Ends a session before its time. */
  expire(id: string): Session {
    const session = this.get(id);
    if (this.#isValid(session)) endSession(this.#access, session, this.#clock.now());
    this.#store.save();
    return this.get(id);
  }

  /**
   * Lets an unfinished or expired inquiry go on and gives a token for it, of the newest session that nobody has used
   * yet, if there is one. Throws {@link LifecycleError} for a finished one, and like {@link begin}.
   */
  async resume(inquiryId: string): Promise<{ inquiry: Inquiry; token: string }> {
    let inquiry = this.#inquiries.get(inquiryId);
    if (inquiry.status === 'expired') {
      this.#checkLimit(inquiryId); // before anything changes: none of its sessions is left
      inquiry = this.#inquiries.act(inquiryId, 'resume');
    } else if (!isOpen(inquiry))
      throw new LifecycleError(`An inquiry that is ${inquiry.status} cannot be resumed; create a new one.`);
    const isUnused = (session: Session) => session.status === 'new' && this.#isValid(session);
    const unused = this.#store.sessions.by('inquiry', inquiryId).findLast(isUnused);
    return { inquiry, token: await this.tokenOf(unused ?? this.begin(inquiry)) };
  }

  /**
   * The inquiry a token stands for, or undefined when the token is forged, outlived, of another inquiry than the one
   * asked for, or its inquiry expired. Marks the session used.
   */
  async inquiryOf(token: string | null | undefined, inquiryId?: string): Promise<Inquiry | undefined> {
    const session = await this.#sessionOf(token);
    if (!session || (inquiryId !== undefined && session.inquiryId !== inquiryId)) return undefined;
    if (!this.#isValid(session) && !session.finished) return undefined;
    const inquiry = this.#inquiries.get(session.inquiryId);
    if (inquiry.status === 'expired') return undefined;
    if (session.status === 'new') {
      const startedAt = this.#clock.now();
      const started: Session = { ...session, status: 'active', startedAt };
      this.#store.sessions.put(session.id, started);
      const behaviour = this.#scenarios.behaviourFor(inquiry);
      this.#access.webhooks.send('inquiry-session.started', sessionResource(started, startedAt), behaviour);
      this.#store.save();
    }
    return inquiry;
  }

  /**
   * A link that opens the inquiry in any browser, once, in a session of its own; `lifetime` in ms, a day unless told.
   * Throws {@link LifecycleError} like {@link begin}.
   */
  linkTo(inquiry: Inquiry, lifetime?: number): string {
    return this.linkInto(this.begin(inquiry), lifetime);
  }

  /** A link into that session; throws {@link LifecycleError} when it has ended. */
  linkInto(session: Session, lifetime = day): string {
    if (!this.#isValid(session)) throw new LifecycleError('The session has expired and gets no link. Make a new one.');
    return this.#link(this.#inquiries.get(session.inquiryId), { lifetime, sessionId: session.id });
  }

  /** A link by which the page with that token hands the inquiry over to another device, within Persona's hour. */
  async handOver(inquiry: Inquiry, token: string | undefined): Promise<string> {
    return this.#link(inquiry, { lifetime: hour, handedOverBy: (await this.#sessionOf(token))?.id });
  }

  /** Ends what the page of a session has handed over: its links, and the sessions they began. */
  async takeBack(token: string | undefined): Promise<void> {
    const session = await this.#sessionOf(token);
    if (!session) return;
    const now = this.#clock.now();
    for (const link of this.#store.links.by('handedOverBy', session.id)) endLink(this.#store, link, now);
    for (const other of this.#takenOverFrom(session)) endSession(this.#access, other, now, { takenBack: true });
    this.#store.save();
  }

  /** Which part a token's page has in a change of device; undefined when it has none. */
  async handOffOf(token: string | null | undefined): Promise<HandOff | undefined> {
    const session = await this.#sessionOf(token);
    if (!session) return undefined;
    if (session.takenBack) return 'taken-back';
    if (session.handedOverBy) return 'second-device';
    return this.#takenOverFrom(session).length ? 'handed-over' : undefined;
  }

  /** The inquiry that a link was made for, however old it is; undefined for an unknown code. */
  inquiryIdBehind(code: string): string | undefined {
    return this.#store.links.get(code)?.inquiryId;
  }

  /** The link of a code, which counts as used from now on, or undefined when it is unknown, used or too old. */
  openLink(code: string): OneTimeLink | undefined {
    const link = this.#store.links.get(code);
    const now = this.#clock.now();
    if (!link || link.expiresAt <= now) return undefined;
    if (link.usedAt !== null && link.usedAt + linkGrace <= now) return undefined;
    const used = { ...link, usedAt: link.usedAt ?? now };
    this.#store.links.put(code, used);
    this.#store.save();
    return used;
  }

  async #sessionOf(token: string | null | undefined): Promise<Session | undefined> {
    const id = token ? await sessionIdOf(token, this.#store.state.sessionSecret) : undefined;
    return id ? this.#store.sessions.get(id) : undefined;
  }

  // Sessions that are over count too: the limit is on how often an inquiry may be opened.
  #checkLimit(inquiryId: string): void {
    if (this.#store.sessions.by('inquiry', inquiryId).length >= sessionsPerInquiry)
      throw new LifecycleError(
        `The inquiry has had ${sessionsPerInquiry} sessions, the most it may have. Create a new inquiry.`,
      );
  }

  #takenOverFrom({ id }: Session): Session[] {
    return this.#store.sessions.by('handedOverBy', id).filter((session) => this.#isValid(session));
  }

  #link(
    inquiry: Inquiry,
    { lifetime, ...way }: { lifetime: number } & Pick<OneTimeLink, 'sessionId' | 'handedOverBy'>,
  ): string {
    if (!isOpen(inquiry))
      throw new LifecycleError(`An inquiry that is ${inquiry.status} gets no link; resume it or create a new one.`);
    const code = this.#store.ids.id('local1').replace('_', '-');
    this.#store.links.put(code, {
      code,
      inquiryId: inquiry.id,
      expiresAt: this.#clock.now() + lifetime,
      usedAt: null,
      ...way,
    });
    this.#store.save();
    return `${this.#linkOrigin}/verify?code=${code}`;
  }

  #isValid(session: Session): boolean {
    return isRunning(session, this.#clock.now());
  }
}
