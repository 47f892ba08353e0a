import type { Actor } from './actor.js';
import type { CaseComment } from './case-comment.js';
import { type Inquiry, LifecycleError } from './inquiry.js';

/** A file that was added to a case. */
export interface CaseAttachment {
  filename: string;
  /** Id of the kept file. */
  fileId: string;
  byteSize: number;
}

/** What a case is about, by ids; all its lists are in the order of adding. */
export interface CaseObjects {
  inquiries: string[];
  accounts: string[];
  verifications: string[];
}

/** Something a person has to look at; times are milliseconds since 1970, null when it has not happened. */
export interface ReviewCase {
  id: string;
  /** One of the case template's statuses or resolutions. */
  status: string;
  /** How it was resolved; null while it is not. */
  resolution: string | null;
  objects: CaseObjects;
  tags: string[];
  fields: Record<string, unknown>;
  attachments: CaseAttachment[];
  /** Oldest first; the first says why it was opened, where a workflow has opened it. */
  comments: CaseComment[];
  creator: Actor;
  assignee: { id: string; email: string } | null;
  assigner: Actor | null;
  resolver: Actor | null;
  updater: Actor | null;
  createdAt: number;
  updatedAt: number;
  assignedAt: number | null;
  resolvedAt: number | null;
  redactedAt: number | null;
  slaExpiresAt: number | null;
}

/** What a new case is given. */
export type CaseDraft = Pick<ReviewCase, 'id' | 'status' | 'creator'> &
  Partial<Pick<ReviewCase, 'objects' | 'tags' | 'fields' | 'comments' | 'slaExpiresAt'>>;

/** What somebody opens a case with. */
export interface CaseOpening {
  by?: Actor;
  inquiry?: Inquiry;
  objects?: CaseObjects;
  /** Why, as its first comment. */
  reason?: string;
  tags?: string[];
  fields?: Record<string, unknown>;
  /** Milliseconds until its time to be resolved is over. */
  slaAfter?: number | null;
}

/** What of a case may be changed. */
export interface CaseChange {
  fields?: Record<string, unknown>;
  attachments?: { filename: string; bytes: Uint8Array }[];
  slaAfter?: number | null;
}

/** A case about nothing. */
const noObjects: CaseObjects = { inquiries: [], accounts: [], verifications: [] };

/** A new case. */
export function newCase(draft: CaseDraft, now: number): ReviewCase {
  return {
    objects: noObjects,
    tags: [],
    fields: {},
    comments: [],
    slaExpiresAt: null,
    ...draft,
    resolution: null,
    attachments: [],
    assignee: null,
    assigner: null,
    resolver: null,
    updater: null,
    createdAt: now,
    updatedAt: now,
    assignedAt: null,
    resolvedAt: null,
    redactedAt: null,
  };
}

/** An inquiry as what a case is about: with its account and its verifications. */
export const objectsOf = ({ id, accountId, verifications }: Inquiry): CaseObjects => ({
  inquiries: [id],
  accounts: accountId === null ? [] : [accountId],
  verifications: verifications.map((verification) => verification.id),
});

/** Both, each id once. */
export function joined(a: CaseObjects, b: CaseObjects): CaseObjects {
  const both = (kind: keyof CaseObjects) => [...new Set([...a[kind], ...b[kind]])];
  return { inquiries: both('inquiries'), accounts: both('accounts'), verifications: both('verifications') };
}

/** The one without those of the other. */
export function without(a: CaseObjects, ids: string[]): CaseObjects {
  const rest = (kind: keyof CaseObjects) => a[kind].filter((id) => !ids.includes(id));
  return { inquiries: rest('inquiries'), accounts: rest('accounts'), verifications: rest('verifications') };
}

/**
 * The case without anything personal, and the ids of the files to delete; throws a LifecycleError the second time.
 */
export function redactedCase(one: ReviewCase, now: number): { redacted: ReviewCase; fileIds: string[] } {
  if (one.redactedAt !== null) throw new LifecycleError('Case already redacted');
  const comments = one.comments.map((comment) => ({ ...comment, message: '' }));
  return {
    redacted: { ...one, fields: {}, attachments: [], comments, updatedAt: now, redactedAt: now },
    fileIds: one.attachments.map(({ fileId }) => fileId),
  };
}
