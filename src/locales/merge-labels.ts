import type { PartialLabels } from './labels.js';

/** The labels with a page's own words laid over them. */
export function mergeLabels<T extends object>(labels: T, own: PartialLabels<T> | undefined): T {
  if (!own) return labels;
  const merged = { ...labels };
  for (const key of Object.keys(own) as (keyof T)[]) {
    const [base, value] = [labels[key], own[key]];
    if (value === undefined) continue;
    merged[key] =
      typeof base === 'object' && base && typeof value === 'object'
        ? (mergeLabels(base, value as PartialLabels<typeof base & object>) as T[keyof T])
        : (value as T[keyof T]);
  }
  return merged;
}
