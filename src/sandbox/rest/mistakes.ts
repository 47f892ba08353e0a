import type { z } from 'zod';

/**
 * What a body or a query gets wrong, one sentence each, with the path to it as Persona writes it:
 * `data.attributes.inquiry_id is missing`.
 */
export function mistakesIn({ issues }: z.ZodError): string[] {
  return issues.flatMap(mistakesOf);
}

function mistakesOf(issue: z.core.$ZodIssue): string[] {
  const place = (path: readonly PropertyKey[]) => path.map((key) => String(key).replaceAll('-', '_')).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${place([...issue.path, key])} is not allowed`);
  // The choice that got furthest is the one that was meant.
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    return meant.flatMap((one) => mistakesOf({ ...one, path: [...issue.path, ...one.path] }));
  }
  const where = place(issue.path) || 'the body';
  if (issue.code !== 'invalid_type') return [`${where}: ${issue.message}`];
  return [/received undefined/.test(issue.message) ? `${where} is missing` : `${where} must be a ${issue.expected}`];
}
