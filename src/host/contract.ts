import * as z from 'zod';
import { actions } from '../core/gate/actions.js';

// The contract in the words of a host that writes its own server: stricter than what the elements tolerate. OpenAPI,
// the tables of docs/contract.md and `check` are made of these schemas; the shop's part is in shop-contract.ts, the
// events' in event-contract.ts.

/** A time as every part of the contract writes it. */
export const instant = z.iso
  .datetime({ offset: true })
  .meta({ description: 'ISO 8601 with Z or an offset', examples: ['2026-11-21T09:00:00Z'] });

/** A host's own id of an account. */
export const account = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'Your id of the account that buys', examples: ['loc_123'] });

/** What an account wants to do. */
export const action = z
  .string()
  .max(100)
  .meta({
    description: 'What the account wants to do; others may come',
    examples: [...actions],
  });

/** Persona's id of an inquiry. */
export const inquiryId = z
  .string()
  .regex(/^inq_\w+$/)
  .meta({ description: 'Persona’s id of the account’s one inquiry', examples: ['inq_FxVnvvuyGZ8oNSdQ5B8FTnPW'] });

const steps = z
  .array(z.string())
  .nullish()
  .meta({
    description: 'What the inquiry asks, in order: `phone`, `id`, `selfie`; default `["id", "selfie"]`',
    examples: [['id', 'selfie']],
  });
const step = z
  .string()
  .nullish()
  .meta({ description: 'Which of `steps` the person is at, on whatever device', examples: ['id'] });

/** The words of a status that the elements know. */
export const statusWords = {
  none: 'no inquiry yet',
  created: 'an inquiry that nobody has begun',
  pending: 'begun',
  completed: 'the person is through, and it is not decided',
  needs_review: 'with a reviewer',
  approved: 'decided: verified',
  declined: 'decided: not verified',
  failed: 'the attempts of this inquiry are used up',
  expired: 'not finished in time; it can be resumed',
} as const;

/** Answer of the status endpoint. */
export const statusAnswer = z.object({
  // Nothing that makes up answers by this schema may make up a yes.
  verified: z.boolean().meta({ description: 'The one field that opens the gate', examples: [false] }),
  required: z
    .boolean()
    .optional()
    .meta({
      description: 'False lets the account through unverified; default true',
      examples: [true],
    }),
  status: z
    .string()
    .nullish()
    .meta({
      description: `${Object.keys(statusWords).join(', ')}; default none. Others may come and count as not decided`,
      examples: Object.keys(statusWords),
    }),
  account: account.nullish().describe('The account that was asked about'),
  inquiryId: inquiryId.nullish().describe('Persona’s id, for events and for telling old news from new'),
  attemptsLeft: z
    .int()
    .nonnegative()
    .nullish()
    .meta({ description: 'Shown after a failure; 0 with `failed` ends it', examples: [2] }),
  retryAt: instant.nullish().describe('“Try again” waits until then'),
  verifiedAt: instant.nullish().describe('When it was decided, for events'),
  steps,
  step,
  device: z
    .enum(['here', 'other'])
    .nullish()
    .describe('Where the person goes on: on the device of this page, or on another one'),
});

export type StatusAnswer = z.infer<typeof statusAnswer>;

/** What is sent to the inquiry endpoint. */
export const inquiryRequest = z.object({
  account,
  action: action.nullish(),
  renew: z
    .boolean()
    .optional()
    .describe('True when Persona has refused the session last given: make a new one, and no link'),
  link: z
    .boolean()
    .optional()
    .describe('True when the person wants to go on on another device: answer with a `oneTimeLink`'),
});

/** Answer of the inquiry endpoint. */
export const inquiryAnswer = z.object({
  inquiryId,
  sessionToken: z
    .string()
    .nullish()
    .meta({
      description:
        'Wanted for an inquiry that was begun before (`pending`, `expired`); a `created` one opens without it',
      examples: ['eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl'],
    }),
  personaHost: z
    .string()
    .regex(/^[A-Za-z\d.-]+(:\d+)?$/)
    .nullish()
    .meta({
      description:
        'Where Persona’s pages are, without a scheme; default Persona’s own. Only `*.withpersona.com`, `localhost` and ' +
        'the host that the `persona-host` attribute names are framed',
      examples: ['inquiry.withpersona.com'],
    }),
  oneTimeLink: z
    .url()
    .nullish()
    .meta({
      description: 'Opens the inquiry once on any device; for whoever asked with `link: true`, else left out',
      examples: ['https://withpersona.com/verify?code=us1-abc'],
    }),
  expiresAt: instant.nullish().describe('Accepted; not used'),
  steps,
  step,
});

export type InquiryAnswer = z.infer<typeof inquiryAnswer>;

/** A refusal: RFC 9457 with a `code`. */
export const problemAnswer = z.object({
  type: z
    .string()
    .optional()
    .meta({ examples: ['about:blank'] }),
  title: z
    .string()
    .optional()
    .meta({ examples: ['Invalid request'] }),
  status: z
    .int()
    .optional()
    .meta({ examples: [400] }),
  detail: z.string().optional().describe('For engineers; it is not shown'),
  code: z.string().meta({ description: 'A stable name, which the elements go by', examples: ['invalid_request'] }),
});

export type ProblemAnswer = z.infer<typeof problemAnswer>;
