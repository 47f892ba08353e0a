import type * as z from 'zod';
import type { Answer } from './host-line.js';
import { NotAsked, type Verdict, wrong } from './verdict.js';

/** What does not fit, one mistake in one sentence however often it is made; undefined when all fits. */
export function misfit(schema: z.ZodType, { where, text, json }: Answer): string | undefined {
  if (json === undefined) {
    return `${where} answered no JSON but "${text.slice(0, 40)}". Answer with JSON, as application/json.`;
  }
  const issues = schema.safeParse(json).error?.issues ?? [];
  const [first] = issues;
  if (!first) return undefined;
  const path = first.path.join('.') || 'the whole answer';
  const more = issues.length > 1 ? ` ${issues.length - 1} more like it or besides.` : '';
  return `${where} does not fit the contract (does_not_fit): "${path}": ${first.message}.${more} A page takes it for no answer.`;
}

/** The verdict on an answer that has to fit. */
export function fits(schema: z.ZodType, answer: Answer): Verdict | undefined {
  const found = misfit(schema, answer);
  return found === undefined ? undefined : wrong(found);
}

/** The part of an answer that the contract names; throws {@link NotAsked} when it does not fit. */
export function read<T>(schema: z.ZodType<T>, answer: Answer): T {
  const parsed = schema.safeParse(answer.json);
  if (parsed.success) return parsed.data;
  throw new NotAsked(`${answer.where} answered ${answer.status} and nothing that can be read`);
}
