import type { ReviewCase } from '../records/review-case.js';
import type { Resource } from '../resources/json-api.js';

const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** A case by what it can be searched by (https://docs.withpersona.com/api-reference/cases/search-cases). */
export const searchedBy =
  (templateId: string) =>
  (one: ReviewCase): Resource => ({
    type: 'case',
    id: one.id,
    attributes: {
      template: templateId,
      // Persona's examples write statuses in small letters.
      status: [one.status, one.status.toLowerCase()],
      state: one.resolution === null ? 'open' : 'resolved',
      'created-at': time(one.createdAt),
      'updated-at': time(one.updatedAt),
      'resolved-at': time(one.resolvedAt),
      'sla-expires-at': time(one.slaExpiresAt),
      assignee: one.assignee?.id ?? null,
      'case-queue': null,
      resolver: one.resolver?.id ?? null,
      fields: Object.fromEntries(Object.entries(one.fields).map(([key, value]) => [key, { value }])),
    },
  });
