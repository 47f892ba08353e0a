import type { ReviewCase } from '../records/review-case.js';

/** The name of the case template, and so of every case. */
const caseName = 'KYC + Mobile 2FA Manual Review';

/** A case as Persona's REST API and webhooks write it (https://docs.withpersona.com/api-reference/cases). */
export function caseResource(one: ReviewCase, caseTemplateId: string) {
  const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  return {
    type: 'case',
    id: one.id,
    attributes: {
      status: one.status,
      name: caseName,
      resolution: one.resolvedAt === null ? null : one.status,
      'assignee-id': null,
      'sla-expires-at': null,
      tags: one.tags,
      comments: [one.comment],
      'created-at': time(one.createdAt),
      'updated-at': time(one.updatedAt),
      'resolved-at': time(one.resolvedAt),
    },
    relationships: {
      'case-template': { data: { type: 'case-template', id: caseTemplateId } },
      'case-queue': { data: null },
      inquiries: { data: [{ type: 'inquiry', id: one.inquiryId }] },
      accounts: { data: one.accountId === null ? [] : [{ type: 'account', id: one.accountId }] },
    },
  };
}
