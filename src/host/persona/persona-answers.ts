import * as z from 'zod/mini';

/**
 * Persona's JSON with its keys in camelCase. Keys come as kebab, camel or snake by the setting of the webhook or
 * request, so one schema fits all three.
 */
export function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (value === null || typeof value !== 'object') return value;
  const camel = (key: string) => key.replace(/[-_]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camel(key), camelKeys(inner)]));
}

const time = z.pipe(
  z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)), 'not a time')),
  z.transform((text) => new Date(text)),
);

const link = z.optional(z.nullable(z.object({ data: z.nullish(z.object({ id: z.string() })) })));

/** An inquiry, cut to what is used: everything else, the person's data above all, is dropped here. */
export const inquiryResource = z.object({
  id: z.string(),
  attributes: z.object({
    status: z.string(),
    referenceId: z.nullish(z.string()),
    createdAt: time,
    updatedAt: z.nullish(time),
    expiresAt: z.nullish(time),
    redactedAt: z.nullish(time),
    nextStepName: z.nullish(z.string()),
  }),
  relationships: z.optional(z.object({ inquiryTemplate: link, template: link })),
});

export type InquiryResource = z.infer<typeof inquiryResource>;

export const inquiryList = z.object({ data: z.array(inquiryResource) });

export const inquiryAnswer = z.object({
  data: inquiryResource,
  meta: z.nullish(z.object({ sessionToken: z.nullish(z.string()) })),
});

export type InquiryAnswer = z.infer<typeof inquiryAnswer>;

/** What Persona says to a request that it refuses, without what it says about the request's own content. */
export const refusal = z.object({ errors: z.array(z.object({ title: z.string() })) });

/** A webhook's body: the envelope of every event; `payload` is only read for the events we know. */
export const eventEnvelope = z.object({
  data: z.object({
    id: z.string(),
    attributes: z.object({ name: z.string(), createdAt: time, payload: z.optional(z.unknown()) }),
  }),
});

/**
 * The inquiry in a webhook's body, as far as it is needed: the event's name says the status, and a host may have told
 * Persona to leave attributes out.
 */
export const inquiryPayload = z.object({
  data: z.object({
    id: z.string(),
    attributes: z.nullish(z.object({ referenceId: z.nullish(z.string()), createdAt: z.nullish(time) })),
    relationships: z.optional(z.object({ inquiryTemplate: link, template: link })),
  }),
});

/** The inquiry in the body of `inquiry.transitioned`: where the person has come to. */
export const transitionPayload = z.object({
  data: z.object({ id: z.string(), attributes: z.object({ nextStepName: z.nullish(z.string()) }) }),
});

const ofInquiry = z.object({ inquiry: z.object({ data: z.object({ id: z.string() }) }) });

/** The verification in a webhook's body. */
export const verificationPayload = z.object({
  data: z.object({ type: z.string(), relationships: ofInquiry }),
});

/** The session in a webhook's body, and how the person came into it from another device, if they did. */
export const sessionPayload = z.object({
  data: z.object({
    id: z.string(),
    attributes: z.nullish(z.object({ deviceHandoffMethod: z.nullish(z.string()) })),
    relationships: ofInquiry,
  }),
});

/** An inquiry session that was just made, and a link into it. */
export const sessionAnswer = z.object({ data: z.object({ id: z.string() }) });
export const linkAnswer = z.object({ meta: z.object({ oneTimeLink: z.string() }) });

/** The template an inquiry was made from, under whichever of its two names it has one. */
export function templateOf({ relationships }: Pick<InquiryResource, 'relationships'>): string | undefined {
  return relationships?.inquiryTemplate?.data?.id ?? relationships?.template?.data?.id;
}
