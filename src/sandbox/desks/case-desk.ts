import { kindOf } from '../examiner/uploads.js';
import { type Actor, someUser } from '../records/actor.js';
import { statusChange, tagChange } from '../records/case-changes.js';
import type { CaseComment } from '../records/case-comment.js';
import { CaseError, type CaseTemplate, checkFields } from '../records/case-template.js';
import { type Inquiry, LifecycleError, NotFoundError } from '../records/inquiry.js';
import {
  type CaseChange,
  type CaseObjects,
  type CaseOpening,
  joined,
  newCase,
  objectsOf,
  type ReviewCase,
  redactedCase,
  without,
} from '../records/review-case.js';
import type { FileKind } from '../records/upload-limits.js';
import { caseResource } from '../resources/case-resource.js';
import type { Agenda } from '../state/agenda.js';
import type { DeskParts } from './desk-parts.js';
import { userOf } from './users.js';
import type { Webhooks } from './webhooks.js';

/** What the desk of cases works with. */
export interface CaseDeskParts extends DeskParts {
  agenda: Agenda;
  webhooks: Webhooks;
  template: CaseTemplate;
  /** Address of a kept picture. */
  fileUrl: (fileId: string) => string;
}

/** Where cases are opened, changed and ended, and every change is told to the host. */
export class CaseDesk {
  readonly #parts: CaseDeskParts;

  constructor(parts: CaseDeskParts) {
    this.#parts = parts;
  }

  /** What cases are made from. */
  get template(): CaseTemplate {
    return this.#parts.template;
  }

  /** All cases, newest first. */
  all(): ReviewCase[] {
    return this.#parts.store.cases.newestFirst();
  }

  /** The case with this id; throws a NotFoundError. */
  get(id: string): ReviewCase {
    const found = this.#parts.store.cases.get(id);
    if (!found) throw new NotFoundError(`There is no case "${id}".`);
    return found;
  }

  /** The cases about an inquiry, newest first. */
  about(inquiryId: string): ReviewCase[] {
    return this.#parts.store.cases.by('inquiry', inquiryId).reverse();
  }

  /** The case about an inquiry that waits for a person. */
  waiting(inquiryId: string): ReviewCase | undefined {
    return this.about(inquiryId).find(({ resolution, redactedAt }) => resolution === null && redactedAt === null);
  }

  /** The comment with this id; throws a NotFoundError. */
  getComment(id: string): CaseComment {
    const [one] = this.#parts.store.cases.by('comment', id);
    const found = one?.comments.find((comment) => comment.id === id);
    if (!found) throw new NotFoundError(`There is no comment "${id}".`);
    return found;
  }

  /** The case as the REST API and webhooks write it. */
  resource(one: ReviewCase) {
    const { store, template, fileUrl } = this.#parts;
    return caseResource(one, {
      templateId: store.state.caseTemplateId,
      template,
      fileUrl,
      verification: (id) => {
        const found = store.inquiries
          .by('evidence', id)[0]
          ?.verifications.find((verification) => verification.id === id);
        return found && { type: `verification/${found.type}`, id };
      },
    });
  }

  /** Opens a case. Throws a CaseError for fields the case template does not have. The caller saves the state. */
  open({ by = someUser, inquiry, objects, reason, tags, fields = {}, slaAfter }: CaseOpening): ReviewCase {
    const { store, template } = this.#parts;
    checkFields(template, fields);
    const parts = [inquiry && objectsOf(inquiry), objects].filter((one) => one !== undefined);
    const opened = newCase(
      {
        id: store.ids.id('case'),
        status: template.statuses[0]!,
        creator: by,
        ...(parts.length && { objects: parts.reduce(joined) }),
        tags: [...new Set(tags)],
        fields,
        comments: reason === undefined ? [] : [this.#comment(reason, by)],
      },
      this.#now,
    );
    return this.#keep(this.#withSla(opened, slaAfter), 'created');
  }

  /** Adds to a case what a workflow has found. The caller saves the state. */
  add(id: string, { reason, tags = [], by }: { reason?: string; tags?: string[]; by?: Actor }): ReviewCase {
    if (reason !== undefined) this.comment(id, reason, by);
    return this.setTags(id, [...this.get(id).tags, ...tags], by);
  }

  /** Writes a comment on a case; Persona has no event for it. The caller saves the state. */
  comment(id: string, message: string, by: Actor = someUser): ReviewCase {
    const { comments } = this.#open(id);
    return this.#change(id, { comments: [...comments, this.#comment(message, by)] }, by);
  }

  /** Assigns the case to the person with that address. The caller saves the state. */
  assign(id: string, email: string, by: Actor = someUser): ReviewCase {
    this.#open(id);
    const assignee = { id: userOf(email).id, email };
    return this.#change(id, { assignee, assigner: by, assignedAt: this.#now }, by, 'assigned');
  }

  /**
   * Sets the status, and with it the resolution, without a word to the inquiries; the same one again changes nothing.
   * Throws a CaseError for one the case template does not have. The caller saves the state.
   */
  setStatus(id: string, status: string, by: Actor = someUser): ReviewCase {
    const change = statusChange(this.#open(id), status, this.template, { by, now: this.#now });
    return change ? this.#change(id, change.change, by, change.event) : this.get(id);
  }

  /** Makes these the tags, each once. The caller saves the state. */
  setTags(id: string, given: string[], by: Actor = someUser): ReviewCase {
    const change = tagChange(this.#open(id), given);
    return change ? this.#change(id, { tags: change.tags }, by, 'updated-tags', change.context) : this.get(id);
  }

  /** Adds what the case is about, or takes it away. The caller saves the state. */
  setObjects(id: string, change: { add: CaseObjects } | { remove: string[] }): ReviewCase {
    const before = this.#open(id).objects;
    const objects = 'add' in change ? joined(before, change.add) : without(before, change.remove);
    return this.#change(id, { objects }, someUser);
  }

  /**
   * Changes fields, adds files, moves the time it has. Throws a CaseError for a field the case template does not have
   * and for a file that is not accepted. The caller saves the state.
   */
  update(id: string, { fields = {}, attachments = [], slaAfter }: CaseChange): ReviewCase {
    const { store, template } = this.#parts;
    const before = this.#open(id);
    checkFields(template, fields);
    const kinds = attachments.map(({ bytes }) => attachmentKind(bytes));
    const added = attachments.map(({ filename, bytes }, place) => ({
      filename,
      fileId: store.addFile(bytes, kinds[place]!),
      byteSize: bytes.length,
    }));
    const { slaExpiresAt } = this.#withSla(before, slaAfter);
    return this.#change(
      id,
      { fields: { ...before.fields, ...fields }, attachments: [...before.attachments, ...added], slaExpiresAt },
      someUser,
      Object.keys(fields).length > 0 ? 'updated-fields' : undefined,
    );
  }

  /** Forgets what is personal: fields, files and what was written. The caller saves the state. */
  redact(id: string): ReviewCase {
    const { redacted, fileIds } = redactedCase(this.get(id), this.#now);
    for (const fileId of fileIds) this.#parts.store.removeFile(fileId);
    return this.#keep(redacted, 'redacted');
  }

  /** Tells that the time of a case is over, unless it is resolved. */
  endSla(id: string): void {
    const one = this.get(id);
    if (one.resolution !== null || one.redactedAt !== null) return;
    this.#keep(one, 'sla-expired');
    this.#parts.store.save();
  }

  /**
   * Does for an inquiry's case what its new status asks for: one in review has a case, and a decision resolves it when
   * nothing else in it waits. The caller saves the state.
   */
  follow(inquiry: Inquiry, by: Actor, reason = 'Marked for review.'): void {
    const open = this.waiting(inquiry.id);
    if (inquiry.status === 'needs_review' && !open) this.open({ by, inquiry, reason });
    const resolution = { approved: 'Approved', declined: 'Declined' }[inquiry.status as string];
    if (!open || !resolution || !this.template.resolutions.includes(resolution)) return;
    const { inquiries } = this.#parts.store;
    const isDecided = (id: string) => /approved|declined/.test(inquiries.get(id)?.status ?? 'approved');
    if (open.objects.inquiries.every(isDecided)) this.setStatus(open.id, resolution, by);
  }

  get #now(): number {
    return this.#parts.clock.now();
  }

  #comment(message: string, commenter: Actor): CaseComment {
    return { id: this.#parts.store.ids.id('ccmt'), message, at: this.#now, commenter };
  }

  #withSla(one: ReviewCase, after: number | null | undefined): ReviewCase {
    if (after === undefined) return one;
    const { agenda } = this.#parts;
    const slaExpiresAt = after === null ? null : this.#now + after;
    if (slaExpiresAt === null) agenda.drop(`sla ${one.id}`);
    else agenda.add(slaExpiresAt, { kind: 'end-sla', caseId: one.id }, `sla ${one.id}`);
    return { ...one, slaExpiresAt };
  }

  /** The case while it may be changed. */
  #open(id: string): ReviewCase {
    const one = this.get(id);
    if (one.redactedAt !== null) throw new LifecycleError('Case already redacted');
    return one;
  }

  #change(id: string, change: Partial<ReviewCase>, by: Actor, event?: string, context?: object): ReviewCase {
    return this.#keep({ ...this.get(id), ...change, updater: by, updatedAt: this.#now }, event, context);
  }

  #keep(next: ReviewCase, event?: string, context?: object): ReviewCase {
    const { store, webhooks, log, clock } = this.#parts;
    store.cases.put(next.id, next);
    if (!event) return next;
    webhooks.send(`case.${event}`, this.resource(next), {}, context);
    log({ kind: 'case', at: clock.now(), id: next.id, status: next.status, about: next.objects.inquiries[0] ?? null });
    return next;
  }
}

/** The kind of a file for a case; throws a CaseError for any but a picture or a PDF. */
function attachmentKind(bytes: Uint8Array): FileKind {
  const kind = kindOf(bytes);
  if (!kind) throw new CaseError('An attachment is a JPEG, PNG, HEIC or PDF; this file is none.');
  return kind;
}
