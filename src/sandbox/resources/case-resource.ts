import type { CaseComment } from '../records/case-comment.js';
import type { CaseTemplate } from '../records/case-template.js';
import type { ReviewCase } from '../records/review-case.js';
import type { Reference, Resource } from './json-api.js';

/** What a case's resource takes from around it. */
export interface CaseSurroundings {
  templateId: string;
  template: CaseTemplate;
  /** Names a verification by its type; undefined for one that is gone. */
  verification: (id: string) => Reference | undefined;
  /** Address of a kept file. */
  fileUrl: (fileId: string) => string;
}

const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** A case as Persona's REST API and webhooks write it (https://docs.withpersona.com/api-reference/cases). */
export function caseResource(one: ReviewCase, { templateId, template, verification, fileUrl }: CaseSurroundings) {
  const all = (type: string, ids: string[]) => ({ data: ids.map((id) => ({ type, id })) });
  const { objects, creator, assignee, assigner, resolver, updater } = one;
  return {
    type: 'case',
    id: one.id,
    attributes: {
      status: one.status,
      name: template.name,
      resolution: one.resolution,
      'created-at': time(one.createdAt),
      'updated-at': time(one.updatedAt),
      'assigned-at': time(one.assignedAt),
      'resolved-at': time(one.resolvedAt),
      'redacted-at': time(one.redactedAt),
      'sla-expires-at': time(one.slaExpiresAt),
      'creator-id': creator.id,
      'creator-type': creator.type,
      'assignee-id': assignee?.id ?? null,
      'assigner-id': assigner?.id ?? null,
      'assigner-type': assigner?.type ?? null,
      'resolver-id': resolver?.id ?? null,
      'resolver-type': resolver?.type ?? null,
      'updater-id': updater?.id ?? null,
      'updater-type': updater?.type ?? null,
      tags: one.tags,
      fields: one.fields,
      attachments: one.attachments.map(({ filename, fileId, byteSize }) => ({
        filename,
        url: fileUrl(fileId),
        'byte-size': byteSize,
      })),
    },
    relationships: {
      accounts: all('account', objects.accounts),
      'case-comments': all(
        'case-comment',
        one.comments.map(({ id }) => id),
      ),
      'case-template': { data: { type: 'case-template', id: templateId } },
      'case-queue': { data: null },
      inquiries: all('inquiry', objects.inquiries),
      reports: { data: [] },
      verifications: { data: objects.verifications.flatMap((id) => verification(id) ?? []) },
      txns: { data: [] },
    },
  } satisfies Resource;
}

/** A comment on a case. */
export function caseCommentResource({ id, message, at, commenter }: CaseComment): Resource {
  return {
    type: 'case-comment',
    id,
    attributes: {
      message,
      'created-at': time(at),
      'updated-at': time(at),
      'commenter-id': commenter.id,
      'commenter-type': commenter.type,
    },
  };
}

/** The case template with its fields. */
export function caseTemplateResource(id: string, { name, resolutions, fields }: CaseTemplate): Resource {
  const made = time(Date.UTC(2026, 0, 1));
  return {
    type: 'case-template',
    id,
    attributes: {
      status: 'active',
      name,
      resolutions,
      'created-at': made,
      'updated-at': made,
      'archived-at': null,
      'field-schemas': Object.entries(fields).map(([key, type]) => ({
        type,
        key,
        label: null,
        'default-value': null,
        config: { required: false },
      })),
    },
  };
}
