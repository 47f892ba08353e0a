import { allPassed } from '../examiner/examiner.js';
import { checkUpload } from '../examiner/uploads.js';
import type { Findings } from '../records/checks.js';
import { decisionOf } from '../records/decision-workflow.js';
import { fieldsFrom, fieldsOf } from '../records/fields.js';
import {
  advance,
  FlowError,
  type FlowEvent,
  maximumAttempts,
  type Side,
  sideOf,
  submittedBy,
  type VerificationType,
} from '../records/flow.js';
import {
  act,
  createInquiry,
  type Inquiry,
  type InquiryAction,
  type InquiryDraft,
  type InquiryStatus,
  isOpen,
  LifecycleError,
  NotFoundError,
} from '../records/inquiry.js';
import { codeLimits } from '../records/phone.js';
import { redacted } from '../records/redaction.js';
import { templateOf } from '../records/templates.js';
import type { Verification } from '../records/verification.js';
import { evidenceResource } from '../resources/evidence-resource.js';
import { inquiryResource } from '../resources/inquiry-resource.js';
import { verificationResource } from '../resources/verification-resource.js';
import { accountOf } from './account-desk.js';
import type { DeskParts } from './desk-parts.js';

const nothingFound: Findings = { checks: [], data: {}, fingerprints: [] };

/** Where everything that happens to an inquiry is written down, told to the host, and followed by what comes next. */
export class InquiryDesk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /**
   * Makes an inquiry, with a scenario of its own if one is given; a reference id always leads to the same account. Throws
   * {@link NotFoundError} for an unknown account, an Error for a field the template does not have.
   */
  create(
    draft: Omit<InquiryDraft, 'fields'> & { fields?: Record<string, unknown> },
    scenario?: string | null,
  ): Inquiry {
    const { store, scenarios, clock } = this.#parts;
    const fields = fieldsFrom(draft.fields);
    if (draft.accountId && !store.state.accounts[draft.accountId])
      throw new NotFoundError(`There is no account "${draft.accountId}".`);
    const id = store.ids.id('inq');
    if (scenario) scenarios.choose(scenario, { inquiryId: id });
    const inquiry = createInquiry(
      id,
      { ...draft, accountId: draft.accountId ?? accountOf(store, draft.referenceId ?? null, clock.now()).id, fields },
      clock.now(),
    );
    this.#keep(inquiry, 'inquiry.created');
    this.#planExpiry(inquiry);
    store.save();
    return inquiry;
  }

  /** The inquiry with this id; throws {@link NotFoundError}. */
  get(id: string): Inquiry {
    const inquiry = this.#parts.store.state.inquiries[id];
    if (!inquiry) throw new NotFoundError(`There is no inquiry "${id}".`);
    return inquiry;
  }

  /** All inquiries, newest first. */
  all(): Inquiry[] {
    return Object.values(this.#parts.store.state.inquiries).reverse();
  }

  /** The inquiry as the REST API and webhooks write it. */
  resource(inquiry: Inquiry) {
    return inquiryResource(
      inquiry,
      this.#sessionsOf(inquiry.id).map(({ id }) => id),
    );
  }

  /** Does something to an inquiry as a whole, as a person unless told; throws {@link LifecycleError} when its status does not allow it. */
  act(id: string, action: InquiryAction, comment: string | null = null, by: 'user' | 'workflow-run' = 'user'): Inquiry {
    const inquiry = this.#act(this.get(id), action, comment, by);
    this.#parts.store.save();
    return inquiry;
  }

  /**
   * Takes a step of the flow, and looks at the pictures when it submits them. Rejects with a FlowError when it does not
   * fit, a PhoneError for a number that is not accepted, a {@link LifecycleError} when the inquiry is over.
   */
  async take(id: string, event: FlowEvent): Promise<Inquiry> {
    const { progress } = this.#openInquiry(id);
    const type =
      event.type === 'confirm' && progress.files[sideOf(progress.step) ?? 'front'] ? submittedBy(progress) : null;
    if (!type) return this.#take(id, event, nothingFound);
    const findings = await this.#parts.examiner.examine(this.get(id), type, this.#template(this.get(id)).strict);
    // Looking takes a moment, and another tab may have been quicker.
    if (this.#openInquiry(id).progress !== progress) throw new FlowError('The pictures have changed meanwhile.');
    return this.#take(id, event, findings);
  }

  /** Keeps a picture for the current step, `live` when it came straight from the camera, in place of an earlier one; throws an UploadError for a file that is not accepted. */
  addPicture(id: string, side: Side, bytes: Uint8Array, live = false): void {
    const { store } = this.#parts;
    const inquiry = this.#openInquiry(id);
    if (sideOf(inquiry.progress.step) !== side)
      throw new FlowError(`The step "${inquiry.progress.step}" asks for no "${side}" picture.`);
    const fileId = store.addFile(bytes, checkUpload(bytes));
    const replaced = inquiry.progress.files[side];
    const { progress } = inquiry;
    store.state.inquiries[id] = {
      ...inquiry,
      progress: {
        ...progress,
        files: { ...progress.files, [side]: fileId },
        live: live ? [...progress.live, fileId] : progress.live,
      },
    };
    store.save();
    if (replaced) store.removeFile(replaced);
  }

  /** Adds a verification nobody made, for simulations; it starts an inquiry that has not begun. */
  addVerification(id: string, type: VerificationType, passed: boolean): Inquiry {
    const before = this.#openInquiry(id);
    const inquiry = this.#verified(before, { type, passed, files: {} }, nothingFound);
    this.#parts.store.state.inquiries[id] = inquiry;
    this.#parts.store.save();
    return inquiry;
  }

  /** Changes what the host may change; throws an Error for a field the template does not have. */
  update(
    id: string,
    change: Partial<Pick<Inquiry, 'note' | 'tags' | 'redirectUri'>> & { fields?: Record<string, unknown> },
  ): Inquiry {
    const inquiry = this.get(id);
    const given = fieldsFrom(change.fields);
    const changed = Object.fromEntries(Object.keys(change.fields ?? {}).map((key) => [key, given[key]!]));
    const next = {
      ...inquiry,
      ...change,
      fields: { ...inquiry.fields, ...changed },
      updatedAt: this.#parts.clock.now(),
    };
    this.#keep(next, null);
    this.#parts.store.save();
    return next;
  }

  /** Forgets what is personal: fields, note, phone number, pictures. The status stays; nothing more can happen. */
  redact(id: string): Inquiry {
    const { store, clock } = this.#parts;
    const { inquiry, fileIds } = redacted(this.get(id), clock.now());
    store.state.messages = store.state.messages.filter((message) => message.inquiryId !== id);
    this.#keep(inquiry, 'inquiry.redacted');
    store.save();
    for (const fileId of fileIds) store.removeFile(fileId);
    return inquiry;
  }

  /** Ends an inquiry whose time is over; a resumed one has been given more and stays. */
  expire(id: string): void {
    const inquiry = this.get(id);
    if (isOpen(inquiry) && (inquiry.expiresAt ?? Infinity) <= this.#parts.clock.now()) this.act(id, 'expire');
  }

  /** Decides by the workflow, unless somebody has been quicker. */
  decide(id: string, status: InquiryStatus): void {
    const inquiry = this.get(id);
    const decision = this.#decisionOf(inquiry);
    if (decision && inquiry.status === status && inquiry.redactedAt === null)
      this.act(id, decision.action, null, 'workflow-run');
  }

  #take(id: string, event: FlowEvent, findings: Findings): Inquiry {
    const { store, clock, messages } = this.#parts;
    const before = this.#openInquiry(id);
    const { fails, interruption } = this.#behaviour(before);
    const judged =
      event.type === 'confirm' ? { ...event, pass: event.pass && !fails && allPassed(findings.checks) } : event;
    const rules = {
      attempts: fails && event.type === 'confirm' ? 1 : maximumAttempts,
      phone: this.#template(before).phone,
      now: clock.now(),
      newCode: () => store.ids.digits(codeLimits.digits),
    };
    const { progress, verification, send } = advance(before.progress, judged, rules);
    let inquiry: Inquiry = { ...before, progress, updatedAt: clock.now() };
    if (send) messages.send(id, send);
    if (event.type === 'country')
      inquiry.fields = { ...inquiry.fields, ...fieldsOf({ 'selected-country-code': event.country }) };
    if (verification) inquiry = this.#verified(inquiry, verification, findings);
    if (interruption && verification?.passed && verification.type === 'government-id' && !inquiry.interrupted)
      inquiry = this.#interrupt(inquiry, interruption);
    if (progress.step === 'success') inquiry = this.#act(inquiry, 'complete');
    if (progress.step === 'failed') inquiry = this.#act(inquiry, 'fail');
    store.state.inquiries[id] = inquiry;
    store.save();
    return inquiry;
  }

  /** Writes a verification down, with what the ID says when the template's checks count. */
  #verified(
    before: Inquiry,
    { type, passed, files }: { type: VerificationType; passed: boolean; files: Verification['files'] },
    { checks, data, fingerprints }: Findings,
  ): Inquiry {
    const { store, clock, log, webhooks } = this.#parts;
    const at = clock.now();
    const { country, idClass, phone } = before.progress;
    const isId = type === 'government-id';
    const evidenceId = type === 'phone-number' ? undefined : store.ids.id(isId ? 'doc' : 'self');
    const verification: Verification = {
      id: store.ids.id('ver'),
      type,
      status: passed ? 'passed' : 'failed',
      submittedAt: at,
      files,
      evidenceId,
      fingerprints,
      checks,
      data,
      phoneNumber: type === 'phone-number' ? (phone?.number ?? null) : null,
      country: isId ? country : null,
      idClass: isId ? idClass : null,
    };
    let inquiry: Inquiry = { ...before, verifications: [...before.verifications, verification] };
    if (passed && verification.phoneNumber)
      inquiry.fields = { ...inquiry.fields, ...fieldsOf({ 'phone-number': verification.phoneNumber }) };
    if (passed && this.#template(before).strict) {
      const { firstName, middleName, lastName, birthdate, idNumber } = data;
      inquiry.fields = {
        ...inquiry.fields,
        ...fieldsOf({
          'name-first': firstName,
          'name-middle': middleName,
          'name-last': lastName,
          birthdate,
          'identification-number': idNumber,
        }),
      };
    }
    const evidence = evidenceResource(verification, before, this.#parts.fileUrl);
    if (evidence)
      for (const what of ['created', 'submitted', 'processed'])
        webhooks.send(`${evidence.type.split('/')[0]}.${what}`, evidence, this.#behaviour(before));
    const resource = verificationResource(verification, before, this.#parts.fileUrl);
    for (const what of ['created', 'submitted', verification.status])
      webhooks.send(`verification.${what}`, resource, this.#behaviour(before));
    const reasons = checks
      .filter(({ status, requirement }) => status === 'failed' && requirement === 'required')
      .flatMap(({ reasons: all }) => all);
    log({ kind: 'check', at, about: before.id, type, passed, reasons });
    if (inquiry.status === 'created') inquiry = this.#act(inquiry, 'start');
    return inquiry;
  }

  #interrupt(inquiry: Inquiry, how: 'session-lost' | 'expired'): Inquiry {
    const interrupted: Inquiry = { ...inquiry, interrupted: true };
    if (how === 'expired') return this.#act(interrupted, 'expire');
    this.#endAccess(inquiry.id);
    return interrupted;
  }

  /** Ends the sessions and links of an inquiry; with a new session it goes on. */
  #endAccess(inquiryId: string): void {
    const now = this.#parts.clock.now();
    for (const session of this.#sessionsOf(inquiryId))
      if (session.status !== 'expired') Object.assign(session, { status: 'expired', endedAt: now });
    for (const link of Object.values(this.#parts.store.state.links))
      if (link.inquiryId === inquiryId) link.expiresAt = Math.min(link.expiresAt, now);
  }

  #openInquiry(id: string): Inquiry {
    const inquiry = this.get(id);
    if (!isOpen(inquiry)) throw new LifecycleError(`The inquiry is ${inquiry.status} and takes no more steps.`);
    return inquiry;
  }

  #act(
    inquiry: Inquiry,
    action: InquiryAction,
    comment: string | null = null,
    by: 'user' | 'workflow-run' = 'user',
  ): Inquiry {
    const { store, clock, agenda } = this.#parts;
    const { inquiry: next, event } = act(inquiry, action, clock.now());
    if (comment !== null) next.reviewerComment = comment;
    if (action === 'approve' || action === 'decline')
      next.reviewer = { type: by, id: by === 'user' ? 'user_sandbox' : store.ids.id('wfr') };
    if (next.status === 'expired') this.#endAccess(next.id);
    this.#keep(next, event);
    if (next.status === 'pending') this.#planExpiry(next);
    const decision = this.#decisionOf(next);
    if (decision) agenda.add(clock.now() + decision.after, { kind: 'decide', inquiryId: next.id, status: next.status });
    return next;
  }

  #keep(inquiry: Inquiry, event: string | null): void {
    const { store, webhooks, scenarios, cases, clock, log } = this.#parts;
    store.state.inquiries[inquiry.id] = inquiry;
    if (!event) return;
    const { id, referenceId, redactedAt } = inquiry;
    webhooks.send(event, this.resource(inquiry), this.#behaviour(inquiry));
    log({
      kind: 'inquiry',
      at: clock.now(),
      id,
      status: redactedAt === null ? inquiry.status : 'redacted',
      referenceId,
      scenario: scenarios.nameFor({ inquiryId: id, referenceId }),
    });
    cases.follow(inquiry);
  }

  #planExpiry(inquiry: Inquiry): void {
    if (inquiry.expiresAt !== null)
      this.#parts.agenda.add(inquiry.expiresAt, { kind: 'expire', inquiryId: inquiry.id });
  }

  #template({ templateId }: Inquiry) {
    return templateOf(this.#parts.store.state.templates, templateId);
  }

  #behaviour({ id, referenceId }: Inquiry) {
    return this.#parts.scenarios.for({ inquiryId: id, referenceId });
  }

  #decisionOf(inquiry: Inquiry) {
    const { workflow, kycWorkflow, decisionDelay } = this.#parts;
    return decisionOf(inquiry, {
      workflow: this.#template(inquiry).strict ? kycWorkflow : workflow,
      behaviour: this.#behaviour(inquiry),
      delay: decisionDelay,
    });
  }

  #sessionsOf(inquiryId: string) {
    return Object.values(this.#parts.store.state.sessions).filter((session) => session.inquiryId === inquiryId);
  }
}
