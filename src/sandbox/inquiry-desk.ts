import type { Agenda } from './agenda.js';
import type { Clock } from './clock.js';
import { decisionOf, type DecisionWorkflow } from './decision-workflow.js';
import { fieldsFrom } from './fields.js';
import { advance, FlowError, sideOf, type FlowEvent, type Side } from './flow.js';
import { act, createInquiry, isOpen, LifecycleError, type Inquiry, type InquiryAction, type InquiryDraft, type InquiryStatus } from './inquiries.js';
import { inquiryResource } from './inquiry-resource.js';
import type { LogLine } from './log.js';
import type { ScenarioDesk } from './scenario-desk.js';
import type { Store } from './store.js';
import { checkUpload } from './uploads.js';
import type { Webhooks } from './webhooks.js';

/** An id nobody has given out. */
export class NotFoundError extends Error {
  override name = 'NotFoundError';
}

/** Where everything that happens to an inquiry is written down, told to the host, and followed by what comes next. */
export class InquiryDesk {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #agenda: Agenda;
  readonly #webhooks: Webhooks;
  readonly #scenarios: ScenarioDesk;
  readonly #workflow: DecisionWorkflow;
  readonly #decisionDelay: number;
  readonly #log: (line: LogLine) => void;

  constructor(options: { store: Store; clock: Clock; agenda: Agenda; webhooks: Webhooks; scenarios: ScenarioDesk; workflow: DecisionWorkflow; decisionDelay: number; log: (line: LogLine) => void }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#agenda = options.agenda;
    this.#webhooks = options.webhooks;
    this.#scenarios = options.scenarios;
    this.#workflow = options.workflow;
    this.#decisionDelay = options.decisionDelay;
    this.#log = options.log;
  }

  /** Makes an inquiry, with a scenario of its own if one is given; a reference id always leads to the same account. Throws an Error for a field the template does not have. */
  create(draft: Omit<InquiryDraft, 'templateId' | 'templateVersionId' | 'fields'> & { fields?: Record<string, unknown> }, scenario?: string | null): Inquiry {
    const { state, ids } = this.#store;
    const accountId = draft.accountId ?? this.#accountOf(draft.referenceId ?? null);
    const fields = fieldsFrom(draft.fields);
    const id = ids.id('inq');
    if (scenario) this.#scenarios.choose(scenario, { inquiryId: id });
    const inquiry = createInquiry(id, { ...draft, accountId, fields, templateId: state.templateId, templateVersionId: state.templateVersionId }, this.#clock.now());
    this.#keep(inquiry, 'inquiry.created');
    this.#planExpiry(inquiry);
    this.#store.save();
    return inquiry;
  }

  /** The inquiry with this id; throws {@link NotFoundError}. */
  get(id: string): Inquiry {
    const inquiry = this.#store.state.inquiries[id];
    if (!inquiry) throw new NotFoundError(`There is no inquiry "${id}".`);
    return inquiry;
  }

  /** All inquiries, newest first. */
  all(): Inquiry[] {
    return Object.values(this.#store.state.inquiries).reverse();
  }

  /** The inquiry as the REST API and webhooks write it. */
  resource(inquiry: Inquiry) {
    return inquiryResource(inquiry, this.#sessionsOf(inquiry.id).map(({ id }) => id));
  }

  /** Does something to an inquiry as a whole; throws {@link LifecycleError} when its status does not allow it. */
  act(id: string, action: InquiryAction, comment: string | null = null): Inquiry {
    const inquiry = this.#act(this.get(id), action, comment);
    this.#store.save();
    return inquiry;
  }

  /** Takes a step of the flow; throws {@link FlowError} when it does not fit, {@link LifecycleError} when the inquiry is over. */
  advance(id: string, event: FlowEvent): Inquiry {
    const before = this.#openInquiry(id);
    const { fails, interruption } = this.#behaviour(before);
    const { progress, verification } = fails ? advance(before.progress, event.type === 'confirm' ? { ...event, pass: false } : event, 1) : advance(before.progress, event);
    let inquiry: Inquiry = { ...before, progress, updatedAt: this.#clock.now() };
    if (event.type === 'country') inquiry.fields = { ...inquiry.fields, 'selected-country-code': { type: 'string', value: event.country } };
    if (verification) {
      const { type, passed, files } = verification;
      const submitted = { id: this.#store.ids.id('ver'), type, status: passed ? 'passed' as const : 'failed' as const, submittedAt: this.#clock.now(), fileIds: Object.values(files) };
      inquiry.verifications = [...inquiry.verifications, submitted];
      if (inquiry.status === 'created') inquiry = this.#act(inquiry, 'start');
      if (interruption && passed && !inquiry.interrupted) {
        inquiry = { ...inquiry, interrupted: true };
        if (interruption === 'expired') inquiry = this.#act(inquiry, 'expire');
        else for (const session of this.#sessionsOf(id)) session.status = 'expired';
      }
    }
    if (progress.step === 'success') inquiry = this.#act(inquiry, 'complete');
    if (progress.step === 'failed') inquiry = this.#act(inquiry, 'fail');
    this.#store.state.inquiries[id] = inquiry;
    this.#store.save();
    return inquiry;
  }

  /** Keeps a picture for the current step, in place of an earlier one; throws an UploadError for a file that is not accepted. */
  addPicture(id: string, side: Side, bytes: Uint8Array): void {
    const inquiry = this.#openInquiry(id);
    if (sideOf(inquiry.progress.step) !== side) throw new FlowError(`The step "${inquiry.progress.step}" asks for no "${side}" picture.`);
    const fileId = this.#store.addFile(bytes, checkUpload(bytes));
    const replaced = inquiry.progress.files[side];
    const progress = { ...inquiry.progress, files: { ...inquiry.progress.files, [side]: fileId } };
    this.#store.state.inquiries[id] = { ...inquiry, progress };
    this.#store.save();
    if (replaced) this.#store.removeFile(replaced);
  }

  /** Changes what the host may change; throws an Error for a field the template does not have. */
  update(id: string, change: Partial<Pick<Inquiry, 'note' | 'tags' | 'redirectUri'>> & { fields?: Record<string, unknown> }): Inquiry {
    const inquiry = this.get(id);
    const given = fieldsFrom(change.fields);
    const changed = Object.fromEntries(Object.keys(change.fields ?? {}).map((key) => [key, given[key]!]));
    const next = { ...inquiry, ...change, fields: { ...inquiry.fields, ...changed }, updatedAt: this.#clock.now() };
    this.#keep(next, null);
    this.#store.save();
    return next;
  }

  /** Forgets what is personal: fields, note, pictures. The status stays; nothing more can happen. */
  redact(id: string): Inquiry {
    const inquiry = this.get(id);
    if (inquiry.redactedAt !== null) throw new LifecycleError('Inquiry already redacted');
    const fileIds = [...Object.values(inquiry.progress.files), ...inquiry.verifications.flatMap((verification) => verification.fileIds)];
    const now = this.#clock.now();
    const progress = { ...inquiry.progress, files: {} };
    const verifications = inquiry.verifications.map((verification) => ({ ...verification, fileIds: [] }));
    const next = { ...inquiry, fields: fieldsFrom(), note: null, progress, verifications, updatedAt: now, redactedAt: now };
    this.#keep(next, 'inquiry.redacted');
    this.#store.save();
    for (const fileId of fileIds) this.#store.removeFile(fileId);
    return next;
  }

  /** Ends an inquiry whose time is over; a resumed one has been given more and stays. */
  expire(id: string): void {
    const inquiry = this.get(id);
    if (isOpen(inquiry) && (inquiry.expiresAt ?? Infinity) <= this.#clock.now()) this.act(id, 'expire');
  }

  /** Decides by the workflow, unless somebody has been quicker. */
  decide(id: string, status: InquiryStatus): void {
    const inquiry = this.get(id);
    const decision = this.#decisionOf(inquiry);
    if (decision && inquiry.status === status && inquiry.redactedAt === null) this.act(id, decision.action);
  }

  #openInquiry(id: string): Inquiry {
    const inquiry = this.get(id);
    if (!isOpen(inquiry)) throw new LifecycleError(`The inquiry is ${inquiry.status} and takes no more steps.`);
    return inquiry;
  }

  #act(inquiry: Inquiry, action: InquiryAction, comment: string | null = null): Inquiry {
    const { inquiry: next, event } = act(inquiry, action, this.#clock.now());
    if (comment !== null) next.reviewerComment = comment;
    this.#keep(next, event);
    if (next.status === 'pending') this.#planExpiry(next);
    const decision = this.#decisionOf(next);
    if (decision) this.#agenda.add(this.#clock.now() + decision.after, { kind: 'decide', inquiryId: next.id, status: next.status });
    return next;
  }

  #keep(inquiry: Inquiry, event: string | null): void {
    this.#store.state.inquiries[inquiry.id] = inquiry;
    if (!event) return;
    this.#webhooks.send(event, this.resource(inquiry), this.#behaviour(inquiry));
    const { id, status, referenceId } = inquiry;
    this.#log({ kind: 'inquiry', at: this.#clock.now(), id, status: inquiry.redactedAt === null ? status : 'redacted', referenceId, scenario: this.#scenarios.nameFor({ inquiryId: id, referenceId }) });
  }

  #planExpiry(inquiry: Inquiry): void {
    if (inquiry.expiresAt !== null) this.#agenda.add(inquiry.expiresAt, { kind: 'expire', inquiryId: inquiry.id });
  }

  #accountOf(referenceId: string | null): string {
    const { state, ids } = this.#store;
    if (referenceId === null) return ids.id('act');
    return (state.accounts[referenceId] ??= ids.id('act'));
  }

  #behaviour({ id, referenceId }: Inquiry) {
    return this.#scenarios.for({ inquiryId: id, referenceId });
  }

  #decisionOf(inquiry: Inquiry) {
    return decisionOf(inquiry.status, { workflow: this.#workflow, behaviour: this.#behaviour(inquiry), delay: this.#decisionDelay });
  }

  #sessionsOf(inquiryId: string) {
    return Object.values(this.#store.state.sessions).filter((session) => session.inquiryId === inquiryId);
  }
}
