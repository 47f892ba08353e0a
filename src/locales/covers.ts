import type { PartialLabels } from './labels.js';

/** Whether a page brings every word of its own, so that none of ours is on screen. */
export function covers<T extends object>(own: PartialLabels<T> | undefined | null, labels: T): boolean {
  return (Object.keys(labels) as (keyof T)[]).every((key) => {
    const [base, value] = [labels[key], own?.[key]];
    return typeof base === 'object' && base ? covers(value as object, base) : value !== undefined;
  });
}
