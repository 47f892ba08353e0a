import { z } from 'zod';

const ids = z.array(z.string()).nullish();
const ninetyDays = 90 * 24 * 60 * 60;
const sla = z.number().positive().max(ninetyDays).nullish();
const queue = z.null({ error: 'The stand-in has no case queues.' }).optional();
const fields = z.record(z.string(), z.unknown()).optional();
const tag = z.string().min(1);

/** `POST /cases`. */
export const createCaseRequest = z.strictObject({
  data: z.strictObject({
    attributes: z.strictObject({
      'case-template-id': z.string(),
      'creator-email-address': z.email().optional(),
      'case-queue-id': queue,
      fields,
    }),
  }),
  meta: z.strictObject({ 'object-ids': ids, 'sla-expires-in-seconds': sla }).prefault({}),
});

/** `PATCH /cases/{id}`. */
export const updateCaseRequest = z.strictObject({
  data: z
    .strictObject({
      attributes: z
        .strictObject({
          attachments: z.array(z.strictObject({ data: z.base64(), filename: z.string().min(1) })).optional(),
          'case-queue-id': queue,
          fields,
        })
        .prefault({}),
    })
    .prefault({}),
  meta: z.strictObject({ 'sla-expires-in-seconds': sla }).prefault({}),
});

/** `POST /cases/{id}/assign`. */
export const assignRequest = z.strictObject({ meta: z.strictObject({ 'user-email-address': z.email() }) });

/** `POST /cases/{id}/set-status`. */
export const caseStatusRequest = z.strictObject({ meta: z.strictObject({ status: z.string() }) });

/** `POST /cases/{id}/add-objects` and `/remove-objects`. */
export const objectsRequest = z.strictObject({ meta: z.strictObject({ 'object-ids': ids }).prefault({}) }).prefault({});

/** `POST /cases/{id}/add-tag` and `/remove-tag`. The stand-in keeps tags by name; they have no ids. */
export const caseTagRequest = z.strictObject({ meta: z.strictObject({ 'tag-name': tag }) });

/** `POST /cases/{id}/set-tags`; tags that are not named go. */
export const caseTagsRequest = z.strictObject({ meta: z.strictObject({ 'tag-name': z.array(tag) }) });

/** Seconds of a request in ms; null and undefined stay what they are. */
export const millisecondsOrNull = (seconds: number | null | undefined): number | null | undefined =>
  typeof seconds === 'number' ? seconds * 1000 : seconds;
