import { type Actor, someUser } from '../records/actor.js';
import { fieldsFrom } from '../records/fields.js';
import type { Step } from '../records/flow.js';
import {
  act,
  createInquiry,
  type Inquiry,
  type InquiryAction,
  type InquiryDraft,
  isOpen,
  LifecycleError,
  NotFoundError,
} from '../records/inquiry.js';
import { redacted } from '../records/redaction.js';
import { firstStepOf, templateOf } from '../records/templates.js';
import { inquiryResource } from '../resources/inquiry-resource.js';
import type { Agenda } from '../state/agenda.js';
import { endAccess, finishSessions } from './access.js';
import type { AccountDesk } from './account-desk.js';
import type { CaseDesk } from './case-desk.js';
import type { DeskParts } from './desk-parts.js';
import type { RunDesk } from './run-desk.js';
import type { ScenarioDesk } from './scenario-desk.js';
import type { Webhooks } from './webhooks.js';

/** What the desk of inquiries works with. */
export interface InquiryDeskParts extends DeskParts {
  agenda: Agenda;
  webhooks: Webhooks;
  scenarios: ScenarioDesk;
  accounts: AccountDesk;
  cases: CaseDesk;
  runs: RunDesk;
}

/** Who does something to an inquiry, a person unless told, and what they say about it. */
export interface Reason {
  by?: Actor;
  comment?: string;
}

/** Values of an inquiry's fields as a host gives them. */
interface GivenFields {
  fields?: Record<string, unknown>;
}

/**
 * Where inquiries are made and decided: every change is written down, told to the host, and followed by what comes
 * next.
 */
export class InquiryDesk {
  readonly #parts: InquiryDeskParts;

  constructor(parts: InquiryDeskParts) {
    this.#parts = parts;
  }

  /**
   * Makes an inquiry, with a scenario and a first screen of its own if they are given; a reference id always leads to
   * the same account. Without `account` it gets none but the one it names. Throws {@link NotFoundError} for an unknown
   * account, a LifecycleError for one that went into another, a FieldError for a field the template does not have, a
   * ScenarioError.
   */
  create(
    draft: Omit<InquiryDraft, 'fields'> & GivenFields,
    scenario?: string,
    { firstStep, account = true }: { firstStep?: Step; account?: boolean } = {},
  ): Inquiry {
    const { store, scenarios, accounts } = this.#parts;
    const template = templateOf(store.state.templates, draft.templateId);
    const fields = fieldsFrom(draft.fields, template.fields);
    if (draft.accountId) accounts.getActive(draft.accountId);
    const id = store.ids.id('inq', 28);
    if (scenario) scenarios.choose(scenario, { inquiryId: id });
    const own = () => (account ? accounts.of(draft.referenceId ?? null).id : null);
    const accountId = draft.accountId ?? own();
    const inquiry = createInquiry(id, { ...draft, accountId, fields }, this.#now, firstStep ?? firstStepOf(template));
    this.#keep(inquiry, 'inquiry.created');
    this.#planExpiry(inquiry);
    store.save();
    return inquiry;
  }

  /** The inquiry with this id; throws {@link NotFoundError}. */
  get(id: string): Inquiry {
    const inquiry = this.#parts.store.inquiries.get(id);
    if (!inquiry) throw new NotFoundError(`There is no inquiry "${id}".`);
    return inquiry;
  }

  /**
   * The inquiry with this id while its person can still do something; throws {@link LifecycleError} once it is over.
   */
  getOpen(id: string): Inquiry {
    const inquiry = this.get(id);
    if (!isOpen(inquiry)) throw new LifecycleError(`The inquiry is ${inquiry.status} and takes no more steps.`);
    return inquiry;
  }

  /** All inquiries, newest first. */
  all(): Inquiry[] {
    return this.#parts.store.inquiries.newestFirst();
  }

  /** The inquiry as the REST API and webhooks write it. */
  resource(inquiry: Inquiry) {
    const sessions = this.#parts.store.sessions.by('inquiry', inquiry.id);
    return inquiryResource(
      inquiry,
      sessions.map(({ id }) => id),
    );
  }

  /** Does something to an inquiry as a whole; throws {@link LifecycleError} when its status does not allow it. */
  act(id: string, action: InquiryAction, reason?: Reason): Inquiry {
    const inquiry = this.change(this.get(id), action, reason);
    this.#parts.store.save();
    return inquiry;
  }

  /** The same for an inquiry that another desk has at hand, with what it has changed; the caller saves the state. */
  change(inquiry: Inquiry, action: InquiryAction, { by = someUser, comment }: Reason = {}): Inquiry {
    const { agenda } = this.#parts;
    const { inquiry: next, event } = act(inquiry, action, this.#now);
    if (comment !== undefined) next.reviewerComment = comment;
    if (action === 'approve' || action === 'decline') next.reviewer = by;
    if (next.status === 'expired') endAccess(this.#parts, next.id, this.#now);
    else if (!isOpen(next)) finishSessions(this.#parts, next.id, this.#now);
    this.#keep(next, event, by);
    if (next.status === 'pending') this.#planExpiry(next);
    else if (!isOpen(next)) agenda.drop(expiryOf(next));
    return next;
  }

  /**
   * Changes what the host may change; throws a FieldError for a field the template does not have, a
   * {@link LifecycleError} once it is redacted.
   */
  update(
    id: string,
    change: Partial<Pick<Inquiry, 'note' | 'tags' | 'redirectUri' | 'reviewerComment'>> & GivenFields,
  ): Inquiry {
    const inquiry = this.get(id);
    const { templates } = this.#parts.store.state;
    const all = fieldsFrom(change.fields, templateOf(templates, inquiry.templateId).fields);
    const given = Object.fromEntries(Object.keys(change.fields ?? {}).map((key) => [key, all[key]!]));
    if (inquiry.redactedAt !== null) throw new LifecycleError('Inquiry already redacted');
    const next = { ...inquiry, ...change, fields: { ...inquiry.fields, ...given }, updatedAt: this.#now };
    const hasNewTags = change.tags !== undefined && String(change.tags) !== String(inquiry.tags);
    this.#keep(next, hasNewTags ? 'inquiry.updated-tags' : undefined);
    this.#parts.store.save();
    return next;
  }

  /** Moves the inquiries of an account to another one that it has gone into. */
  moveToAccount(from: string, accountId: string): void {
    const { store } = this.#parts;
    for (const inquiry of store.inquiries.by('account', from)) this.#keep({ ...inquiry, accountId });
    store.save();
  }

  /** Forgets what is personal: fields, note, phone number, pictures. The status stays; nothing more can happen. */
  redact(id: string): Inquiry {
    const { store } = this.#parts;
    const { inquiry, fileIds } = redacted(this.get(id), this.#now);
    for (const message of store.messages.by('inquiry', id)) store.messages.remove(message.id);
    this.#keep(inquiry, 'inquiry.redacted');
    store.save();
    for (const fileId of fileIds) store.removeFile(fileId);
    return inquiry;
  }

  /** Ends an inquiry whose time is over; a resumed one has been given more and stays. */
  expire(id: string): void {
    const inquiry = this.get(id);
    if (isOpen(inquiry) && (inquiry.expiresAt ?? Infinity) <= this.#now) this.act(id, 'expire');
  }

  get #now(): number {
    return this.#parts.clock.now();
  }

  /** Writes an inquiry down, tells of the event, if there is one, and lets cases and workflows follow it. */
  #keep(inquiry: Inquiry, event?: string, by = someUser): void {
    const { store, webhooks, scenarios, cases, runs, log } = this.#parts;
    store.inquiries.put(inquiry.id, inquiry);
    if (!event) return;
    const { id, referenceId, redactedAt } = inquiry;
    const eventId = webhooks.send(event, this.resource(inquiry), scenarios.behaviourFor(inquiry));
    log({
      kind: 'inquiry',
      at: this.#now,
      id,
      status: redactedAt === null ? inquiry.status : 'redacted',
      referenceId,
      scenario: scenarios.nameFor({ inquiryId: id, referenceId }),
    });
    if (/marked-for-review|approved|declined/.test(event)) cases.follow(inquiry, by);
    runs.follow(event, eventId, inquiry);
  }

  #planExpiry({ id, expiresAt }: Inquiry): void {
    if (expiresAt !== null) this.#parts.agenda.add(expiresAt, { kind: 'expire', inquiryId: id }, expiryOf({ id }));
  }
}

/** The id of the task that ends an inquiry: there is one. */
const expiryOf = ({ id }: Pick<Inquiry, 'id'>): string => `expire ${id}`;
