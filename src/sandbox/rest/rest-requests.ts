import { z } from 'zod';

const text = z.string().nullish();
const seconds = z.number().int().positive().nullish();
const tags = z.array(z.string()).nullish();
const fields = z.record(z.string(), z.unknown()).nullish();

/** `POST /inquiries`: as Persona describes it, less what has no meaning without its dashboard. */
export const createRequest = z.strictObject({
  data: z.strictObject({
    attributes: z.strictObject({
      'inquiry-template-id': text,
      'inquiry-template-version-id': text,
      'template-id': text,
      'reference-id': text,
      'account-id': text,
      'creator-email-address': text,
      'theme-id': text,
      'theme-set-id': text,
      'initial-step-name': text,
      'redirect-uri': text,
      note: text,
      fields,
      tags,
    }),
  }),
  meta: z
    .strictObject({
      'auto-create-account': z.boolean().default(true),
      'auto-create-account-type-id': text,
      'auto-create-account-reference-id': text,
      'auto-create-inquiry-session': z.boolean().default(false),
      'auto-create-one-time-link': z.boolean().default(false),
      'expiration-after-create-interval-seconds': seconds,
      'expiration-after-start-interval-seconds': seconds,
      'expiration-after-resume-interval-seconds': seconds,
      'one-time-link-expiration-seconds': seconds,
    })
    .prefault({}),
});

/** What `POST /inquiries` was sent. */
export type CreateRequest = z.infer<typeof createRequest>;

/** `PATCH /inquiries/{id}`. */
export const updateRequest = z.strictObject({
  data: z.strictObject({
    attributes: z.strictObject({
      note: z.string().nullable().optional(),
      tags: z.array(z.string()).optional(),
      'redirect-uri': z.string().nullable().optional(),
      fields: z.record(z.string(), z.unknown()).optional(),
    }),
  }),
});

/** A call that takes nothing. */
export const emptyRequest = z.strictObject({});

/** `POST /inquiries/{id}/approve` and `/decline`. */
export const reviewRequest = z.strictObject({ meta: z.strictObject({ comment: z.string().optional() }).prefault({}) });

/** `add-tag` and `remove-tag` of inquiries and accounts. The stand-in keeps tags by name; they have no ids. */
export const tagRequest = z.strictObject({ meta: z.strictObject({ 'tag-name': z.string().min(1) }) });

/** `set-tags`; tags that are not named go. */
export const tagsRequest = z.strictObject({ meta: z.strictObject({ 'tag-name': z.array(z.string().min(1)) }) });

/** `POST /inquiries/{id}/generate-one-time-link`. */
export const linkRequest = z.strictObject({ meta: z.strictObject({ 'expires-in-seconds': seconds }).prefault({}) });

const simulateAction = z.union([
  z.strictObject({
    type: z.enum([
      'start_inquiry',
      'complete_inquiry',
      'fail_inquiry',
      'expire_inquiry',
      'mark_for_review_inquiry',
      'approve_inquiry',
      'decline_inquiry',
    ]),
  }),
  z.strictObject({
    type: z.enum(['create_passed_verification', 'create_failed_verification']),
    data: z.strictObject({ 'verification-template-id': z.string() }),
  }),
]);

/** One of the actions of `POST /inquiries/{id}/perform-simulate-actions`. */
export type SimulateAction = z.infer<typeof simulateAction>;

/** `POST /inquiries/{id}/perform-simulate-actions`. */
export const simulateRequest = z.strictObject({
  meta: z.strictObject({ 'simulate-actions': z.array(simulateAction).min(1) }),
});

/** `POST /inquiry-sessions`. */
export const sessionRequest = z.strictObject({
  data: z.strictObject({ attributes: z.strictObject({ 'inquiry-id': z.string() }) }),
});

/** `POST /inquiry-sessions/expire-all`. */
export const expireAllRequest = z.strictObject({ meta: z.strictObject({ 'inquiry-ids': z.array(z.string()) }) });

/** A time of a request in milliseconds, or undefined when none was given. */
export function millisecondsOf(given: number | null | undefined): number | undefined {
  return typeof given === 'number' ? given * 1000 : undefined;
}
