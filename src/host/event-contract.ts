import * as z from 'zod';
import { account, inquiryId, instant } from './contract.js';
import { orderAnswer } from './shop-contract.js';

const reference = (type: string, id: string) =>
  z.object({
    data: z.object({ type: z.string().meta({ examples: [type] }), id: z.string().meta({ examples: [id] }) }).nullable(),
  });

/**
 * A body of Persona's webhook, as far as a host needs it. The keys' spelling is a setting of the webhook; this is the
 * default, kebab-case.
 */
export const personaEvent = z.object({
  data: z.object({
    type: z.literal('event'),
    id: z.string().meta({ description: 'The same when it is sent again', examples: ['evt_XsaVbkpUKBQW'] }),
    attributes: z.object({
      name: z.string().meta({
        description: 'What has happened. The status follows from it; names that you do not know mean nothing',
        examples: [
          'inquiry.created',
          'inquiry.started',
          'inquiry.completed',
          'inquiry.failed',
          'inquiry.expired',
          'inquiry.marked-for-review',
          'inquiry.approved',
          'inquiry.declined',
        ],
      }),
      'created-at': instant.describe('When it happened. This, and not the order of arrival, says what is newer'),
      payload: z.object({
        data: z.object({
          type: z.literal('inquiry'),
          id: inquiryId,
          attributes: z.object({
            status: z.string().meta({ examples: ['created'] }),
            'reference-id': account.nullish().describe('The account; anybody may have written it into an inquiry'),
            'created-at': instant,
          }),
          relationships: z.object({
            'inquiry-template': reference('inquiry-template', 'itmpl_Ygs16MKTkA6obnF8C3Rb17dm'),
          }),
        }),
      }),
    }),
  }),
});

export type PersonaEvent = z.infer<typeof personaEvent>;

const told = {
  id: z
    .string()
    .min(1)
    .meta({ description: 'The same when it is told again', examples: ['evt_018f'] }),
  account,
  at: instant.describe('When it happened'),
};

const accountEvent = <Type extends string>(type: Type) =>
  z.object({ ...told, type: z.literal(type), inquiryId: inquiryId.nullish() });
const orderEvent = <Type extends string>(type: Type) =>
  z.object({ ...told, type: z.literal(type), order: orderAnswer });

/** What a host tells the platform around it (`onEvent` of `createHost`), by type, and when. */
export const hostEvents = {
  'account.verified': { schema: accountEvent('account.verified'), when: 'The account was approved' },
  'account.declined': { schema: accountEvent('account.declined'), when: 'The account was declined' },
  'account.in_review': { schema: accountEvent('account.in_review'), when: 'A reviewer looks at it' },
  'account.abandoned': { schema: accountEvent('account.abandoned'), when: 'An inquiry was begun and not finished' },
  'account.foreign_inquiry': {
    schema: accountEvent('account.foreign_inquiry'),
    when: 'Somebody made an inquiry in the account’s name past the host; it counts for nothing',
  },
  'order.waiting': { schema: orderEvent('order.waiting'), when: 'An order waits for the verification' },
  'order.completed': { schema: orderEvent('order.completed'), when: 'Numbers of the order were bought' },
  'order.failed': { schema: orderEvent('order.failed'), when: 'Nothing of the order could be bought' },
  'order.expired': { schema: orderEvent('order.expired'), when: 'The verification took too long' },
  'order.cancelled': { schema: orderEvent('order.cancelled'), when: 'The person has cancelled it' },
} as const;

export type HostEventType = keyof typeof hostEvents;

/** What `onEvent` is told. */
export type HostEvent = z.infer<(typeof hostEvents)[HostEventType]['schema']>;
