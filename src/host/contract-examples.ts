import type * as z from 'zod';
import type { InquiryAnswer, ProblemAnswer, StatusAnswer } from './contract.js';
import type { HostEvent, PersonaEvent } from './event-contract.js';
import type {
  NumbersAnswer,
  OrderAnswer,
  OrdersAnswer,
  PlacesAnswer,
  PurchaseAnswer,
  purchaseProblem,
} from './shop-contract.js';

// Examples by name, as OpenAPI wants them. The first is what a mock answers that is asked for nothing else, so the
// first status is a no. Numbers and ids are made up; the numbers are set aside for fiction.

interface Example<Value> {
  summary: string;
  value: Value;
}
type Examples<Value> = Record<string, Example<Value>>;

const account = 'loc_123';
const inquiryId = 'inq_FxVnvvuyGZ8oNSdQ5B8FTnPW';
const phoneNumber = '+14155550100';
const another = '+14155550101';
const at = '2026-11-20T09:00:00Z';
const later = '2026-11-21T09:00:00Z';

const status = (summary: string, rest: Partial<StatusAnswer>): Example<StatusAnswer> => ({
  summary,
  value: {
    verified: false,
    required: true,
    status: 'none',
    account,
    inquiryId,
    attemptsLeft: 3,
    verifiedAt: null,
    ...rest,
  },
});

/** Each state of an account. */
export const statusExamples: Examples<StatusAnswer> = {
  none: status('No inquiry yet', { inquiryId: null }),
  created: status('An inquiry that nobody has begun', { status: 'created' }),
  pending: status('Begun, on a phone', {
    status: 'pending',
    steps: ['phone', 'id', 'selfie'],
    step: 'selfie',
    device: 'other',
  }),
  completed: status('The person is through, and it is not decided', { status: 'completed' }),
  needs_review: status('With a reviewer', { status: 'needs_review' }),
  failed: status('Failed; the next attempt has to wait', { status: 'failed', attemptsLeft: 2, retryAt: later }),
  exhausted: status('Failed, and no attempt is left', { status: 'failed', attemptsLeft: 0 }),
  expired: status('Not finished in time', { status: 'expired' }),
  declined: status('Declined', { status: 'declined' }),
  exempt: status('Needs no verification here', { required: false, inquiryId: null }),
  approved: status('Approved', { verified: true, status: 'approved', verifiedAt: at }),
};

const sessionToken = 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl';

/** What opens an inquiry. */
export const inquiryExamples: Examples<InquiryAnswer> = {
  created: { summary: 'A new one opens by its id', value: { inquiryId } },
  resumed: {
    summary: 'One that was begun',
    value: { inquiryId, sessionToken, personaHost: 'inquiry.withpersona.com' },
  },
  link: {
    summary: 'To a request with "link": true',
    value: { inquiryId, sessionToken, oneTimeLink: 'https://withpersona.com/verify?code=us1-abc' },
  },
};

const found = {
  phoneNumber,
  friendlyName: '(415) 555-0100',
  isoCountry: 'US',
  locality: 'San Francisco',
  region: 'CA',
  numberType: 'local',
  addressRequirements: 'none',
  bundleRequired: false,
  capabilities: { SMS: true, MMS: true, voice: true },
  price: { number_type: 'local', price: 1.15, setup_price: 0, price_unit: 'USD' },
};

/** Numbers on sale. */
export const numbersExamples: Examples<NumbersAnswer> = {
  found: { summary: 'Numbers', value: { fingerprintId: '1763000000000', nextPage: 'p2', numbers: [found] } },
  nothing: { summary: 'No such number, or a country that is not sold', value: { numbers: [] } },
};

/** Places to look in. */
export const placesExamples: Examples<PlacesAnswer> = {
  city: {
    summary: 'A city and a state',
    value: {
      places: [
        {
          label: 'Chicago, IL',
          kind: 'city',
          countryCode: 'US',
          region: 'IL',
          areaCodes: ['312', '773', '872'],
          latitude: 41.88,
          longitude: -87.63,
        },
        { label: 'Illinois', kind: 'region', countryCode: 'US', region: 'IL', areaCodes: ['312', '217', '309'] },
      ],
    },
  },
  codes: {
    summary: 'An area code and a postal code, in Spanish',
    value: {
      places: [
        {
          label: 'Código de área 312 · Chicago, IL',
          kind: 'areaCode',
          countryCode: 'US',
          region: 'IL',
          areaCodes: ['312'],
        },
        { label: 'M5V · Toronto, ON', kind: 'postalCode', countryCode: 'CA', region: 'ON', areaCodes: ['416', '647'] },
      ],
    },
  },
  type: {
    summary: 'A kind of number',
    value: {
      places: [{ label: 'Toll-free numbers', kind: 'numberType', countryCode: 'US', numberType: 'tollFree' }],
    },
  },
  nothing: { summary: 'Nothing that anybody knows', value: { places: [] } },
};

const numbers = [
  {
    phoneNumber,
    countryCode: 'US',
    numberType: 'local',
    locality: 'San Francisco',
    region: 'CA',
    fingerprintId: '1763000000000',
  },
];

/** What the shop sends. */
export const purchaseRequestExamples = {
  one: { summary: 'One number', value: { account, numbers } },
  pool: {
    summary: 'A pool',
    value: { account, numbers: [...numbers, { ...numbers[0], phoneNumber: another }], pool: { name: '2026-11-20' } },
  },
};

/** What became of a purchase. */
export const purchaseExamples: Examples<PurchaseAnswer> = {
  purchased: {
    summary: 'Bought',
    value: { numbers: [{ phoneNumber, status: 'purchased' }], order: { id: 'ord_7f3c' } },
  },
  partly: {
    summary: 'One of a pool was taken',
    value: {
      numbers: [
        { phoneNumber, status: 'purchased' },
        { phoneNumber: another, status: 'failed', code: 'number_unavailable' },
      ],
    },
  },
};

const waiting: OrderAnswer = { id: 'ord_7f3c', status: 'waiting', numbers, finishBy: later };
const done: OrderAnswer = {
  id: 'ord_7f3b',
  status: 'done',
  numbers,
  receipt: { numbers: [{ phoneNumber, status: 'purchased' }] },
};

/** An account’s orders. */
export const ordersExamples: Examples<OrdersAnswer> = {
  some: { summary: 'One waits, one is done', value: { orders: [waiting, done], finish: 86_400 } },
  none: { summary: 'None', value: { orders: [] } },
};

/** One order. */
export const orderExamples: Examples<OrderAnswer> = {
  cancelled: { summary: 'Cancelled', value: { id: 'ord_7f3c', status: 'cancelled', numbers } },
};

/** A refusal by its code. */
export const problemExample = (
  httpStatus: number,
  code: string,
  more: Partial<z.infer<typeof purchaseProblem>> = {},
): ProblemAnswer => {
  const title = code.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return { type: 'about:blank', title, status: httpStatus, code, ...more };
};

/** An event of Persona’s. */
export const personaEventExample: PersonaEvent = {
  data: {
    type: 'event',
    id: 'evt_XsaVbkpUKBQW',
    attributes: {
      name: 'inquiry.created',
      'created-at': '2026-11-20T09:00:00.000Z',
      payload: {
        data: {
          type: 'inquiry',
          id: inquiryId,
          attributes: { status: 'created', 'reference-id': account, 'created-at': '2026-11-20T09:00:00.000Z' },
          relationships: {
            'inquiry-template': { data: { type: 'inquiry-template', id: 'itmpl_Ygs16MKTkA6obnF8C3Rb17dm' } },
          },
        },
      },
    },
  },
};

/** What a host tells about an account or an order. */
export function hostEventExample(type: HostEvent['type']): unknown {
  const told = { id: 'evt_018f', type, account, at };
  if (type.startsWith('account.')) return { ...told, inquiryId };
  return { ...told, order: { ...done, id: 'ord_7f3c' } };
}
