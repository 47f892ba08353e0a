import {
  $constructor,
  type $strip,
  $ZodBoolean,
  $ZodNumber,
  $ZodObject,
  $ZodString,
  $ZodType,
  type $ZodTypeDef,
  $ZodUnknown,
  type input,
  type output,
  type ParsePayload,
} from 'zod/v4/core';
import { LcError } from '../errors.js';

// Zod's core without the methods of its schemas, which `zod/mini` has too: those cost the page 1 kB before anyone acts.
// Nor does its `$ZodObject` probe `new Function`, which a strict Content-Security-Policy reports as a violation.

/** What values of this kind have to be. */
export type Contract<Value = unknown> = $ZodType<Value>;

/** What a value that fits a contract is. */
export type Fitting<Contract> = output<Contract>;

// Only objects, strings, numbers and booleans: every further kind costs 0.2 to 0.5 kB.
export const string = new $ZodString({ type: 'string' });
export const boolean = new $ZodBoolean({ type: 'boolean' });

/** An object with these members; others are dropped. */
export const object = <Shape extends Record<string, Contract>>(shape: Shape) =>
  new $ZodObject({ type: 'object', shape }) as $ZodObject<Shape, $strip>;

type Maybe<Inner extends Contract> = $ZodType<output<Inner> | null | undefined, input<Inner> | null | undefined> & {
  _zod: { optin: 'optional'; optout: 'optional' };
};

// Instead of zod's optional in its nullable, which know more ways than a host's answers have, for another 0.2 kB.
const Maybe = $constructor('Maybe', (kind: $ZodType, { innerType }: $ZodTypeDef & { innerType: Contract }) => {
  $ZodType.init(kind, { type: 'optional' });
  kind._zod.optin = 'optional';
  kind._zod.optout = 'optional';
  kind._zod.parse = (payload, context) => (payload.value == null ? payload : innerType._zod.run(payload, context));
});

/** As the contract says, or missing, or null, as most fields of a host's answers may be. */
export const maybe = <Inner extends Contract>(innerType: Inner) =>
  new Maybe({ type: 'optional', innerType }) as Maybe<Inner>;

// Zod's array would cost another 0.3 kB, and a list that only adorns the screen must keep nobody from going on.
/** Whatever it is: for what the reader looks through itself. */
export const anything = maybe(new $ZodUnknown({ type: 'unknown' }));

export const text = maybe(string);
export const amount = maybe(new $ZodNumber({ type: 'number' }));
export const flag = maybe(boolean);

/**
 * The part of a value that a contract names, or the first thing that does not fit it. By zod's own runner: its
 * `safeParse` makes messages besides, which nobody reads here, for another 0.3 kB.
 */
export function look<T>(
  schema: $ZodType<T>,
  value: unknown,
): { fitting: T; issue?: { path: PropertyKey[]; code: string } | undefined } {
  const run = schema._zod.run({ value, issues: [] }, { async: false }) as ParsePayload<T>;
  const [issue] = run.issues;
  return { fitting: run.value, issue: issue && { path: issue.path ?? [], code: `${issue.code}` } };
}

/**
 * The value, checked against a contract. `path` is where it stands in the whole answer.
 * @throws {LcError} `invalid_answer` naming the first path that does not fit.
 */
export function fit<T>(schema: $ZodType<T>, value: unknown, source: string, path: readonly PropertyKey[] = []): T {
  const { fitting, issue } = look(schema, value);
  if (!issue) return fitting;
  throw misfit(source, [...path, ...issue.path].join('.') || '(the whole answer)', `${issue.code}`);
}

/** The error for an answer that does not keep to the contract. */
export const misfit = (source: string, path: string, why: string): LcError =>
  new LcError('invalid_answer', `${source} answered something that does not fit: "${path}" (${why}).`);
