/** What may happen to each kind of record, as Persona names it (https://docs.withpersona.com/events). */
const happenings: Record<string, string[]> = {
  account: [
    'added-relation',
    'archived',
    'consolidated',
    'consolidated-with',
    'created',
    'redacted',
    'removed-relation',
    'restored',
    'status-updated',
    'tag-added',
    'tag-removed',
    'updated-fields',
    'updated-tags',
  ],
  case: [
    'assigned',
    'created',
    'exported',
    'print-initiated',
    'queue-updated',
    'redacted',
    'reopened',
    'resolved',
    'sla-expired',
    'status-updated',
    'updated',
    'updated-fields',
    'updated-tags',
  ],
  document: ['created', 'errored', 'extracted', 'pending', 'processed', 'submitted'],
  inquiry: [
    'approved',
    'completed',
    'created',
    'declined',
    'expired',
    'failed',
    'marked-for-review',
    'redacted',
    'reusable-persona-assurance-failed',
    'reusable-persona-created',
    'reusable-persona-updated',
    'reusable-persona-used',
    'started',
    'transitioned',
    'updated-tags',
  ],
  'inquiry-session': ['canceled', 'expired', 'started'],
  selfie: ['created', 'errored', 'processed', 'submitted'],
  verification: [
    'canceled',
    'created',
    'escalated',
    'failed',
    'passed',
    'requires-retry',
    'skipped',
    'submitted',
    'tentatively-failed',
    'tentatively-passed',
    'updated-tags',
  ],
  'workflow-run': ['created', 'errored', 'resumed'],
  'case-comment': ['created'],
};

/** Kinds of Persona's other products, whose events a webhook may ask for and never gets. */
const otherKinds = /^(report\/[a-z_-]+|[a-z]+(-[a-z]+)*(\/[a-z-]+)?)\.[a-z]+(-[a-z]+)*$/;

/** Whether Persona has events of that name, as far as the stand-in knows; `*` stands for all. */
export function isEventName(name: string): boolean {
  if (name === '*') return true;
  const [kind = '', what = ''] = name.split('.');
  return happenings[kind]?.includes(what) ?? otherKinds.test(name);
}
