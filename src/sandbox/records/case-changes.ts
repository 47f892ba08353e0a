import type { Actor } from './actor.js';
import { type CaseTemplate, checkStatus } from './case-template.js';
import { LifecycleError } from './inquiry.js';
import type { ReviewCase } from './review-case.js';

/**
 * What another status changes in a case, and the end of the event's name; undefined for the same one. Throws a
 * CaseError for a status the template does not have, a LifecycleError for a second resolution.
 */
export function statusChange(
  { status: before, resolution }: ReviewCase,
  status: string,
  template: CaseTemplate,
  { by, now }: { by: Actor; now: number },
): { change: Partial<ReviewCase>; event: string } | undefined {
  checkStatus(template, status);
  if (before === status) return undefined;
  const isResolved = resolution !== null;
  if (template.resolutions.includes(status)) {
    if (isResolved)
      throw new LifecycleError(`The case is ${before}. Reopen it with another status to resolve it anew.`);
    return { change: { status, resolution: status, resolver: by, resolvedAt: now }, event: 'resolved' };
  }
  return isResolved
    ? { change: { status, resolution: null, resolver: null, resolvedAt: null }, event: 'reopened' }
    : { change: { status }, event: 'status-updated' };
}

/** What these tags, each once, change in a case, as the event says it; undefined for nothing. */
export function tagChange(
  { tags: before }: ReviewCase,
  given: string[],
): { tags: string[]; context: object } | undefined {
  const tags = [...new Set(given)];
  const added = tags.filter((tag) => !before.includes(tag));
  const removed = before.filter((tag) => !tags.includes(tag));
  if (!added.length && !removed.length) return undefined;
  return { tags, context: { 'added-tags': added, 'removed-tags': removed } };
}
