import * as examples from './contract-examples.js';
import {
  asksForAccount,
  common,
  content,
  countryCode,
  forbidden,
  invalid,
  later,
  link,
  noStore,
  notSignedIn,
  ok,
  problemType,
  query,
  refusal,
  retryAfter,
  tooMany,
} from './openapi-parts.js';

// What the elements ask, and Persona tells, each as OpenAPI says it.

export const readStatus = {
  operationId: 'readStatus',
  summary: 'Whether the account is verified',
  description:
    'Read again while a person waits, by every page of the account. It tells what is so now, kept by no cache.',
  parameters: [asksForAccount, query('action', 'What the account wants to do', { example: 'number-purchase' })],
  responses: {
    200: {
      description: 'The status',
      headers: { ...noStore, ...link, ...retryAfter },
      content: {
        ...content('StatusAnswer', examples.statusExamples).content,
        'text/event-stream': { schema: { type: 'string', description: 'Each event’s data is a StatusAnswer' } },
      },
    },
    ...common,
    ...tooMany,
    ...later,
  },
};

export const openInquiry = {
  operationId: 'openInquiry',
  summary: 'Creates the account’s inquiry or resumes it; the same inquiry twice for the same account',
  requestBody: {
    required: true,
    ...content('InquiryRequest', {
      open: { summary: 'To begin or go on', value: { account: 'loc_123', action: 'number-purchase' } },
      link: { summary: 'To go on on a phone', value: { account: 'loc_123', action: 'number-purchase', link: true } },
      renew: { summary: 'Persona has refused the session', value: { account: 'loc_123', renew: true } },
    }),
  },
  responses: {
    200: ok(
      'What opens the inquiry; 201 for a new one is taken too',
      'InquiryAnswer',
      examples.inquiryExamples,
      noStore,
    ),
    ...common,
    ...refusal(409, {
      already_decided: 'approved, declined, or with a reviewer',
      attempts_exhausted: 'no attempt is left, or none for now',
      not_required: 'the account needs none',
    }),
    ...refusal(413, { too_large: 'far more than a request has' }),
    ...refusal(415, { unsupported_media_type: 'not JSON: what a form on another site could send' }),
    ...tooMany,
    ...later,
  },
};

export const searchNumbers = {
  operationId: 'searchNumbers',
  summary: 'Numbers for sale, as the public LC Phone API gives them',
  parameters: [
    query('countryCode', 'ISO 3166-1 alpha-2', { required: true, schema: countryCode, example: 'US' }),
    query('numberTypes', '`local`, `tollFree`, `mobile`, joined by commas'),
    ...['firstPart', 'lastPart', 'anywhere'].map((name) => query(name, 'Digits the number has there')),
    ...['smsEnabled', 'mmsEnabled', 'voiceEnabled'].map((name) =>
      query(name, 'Only numbers that can', { schema: { type: 'boolean' } }),
    ),
    query('page', 'The `nextPage` of the answer before'),
  ],
  responses: {
    200: ok('The numbers; an empty list for a country that is not sold', 'NumbersAnswer', examples.numbersExamples),
    400: { description: 'A parameter is missing or wrong' },
    ...tooMany,
  },
};

export const findPlaces = {
  operationId: 'findPlaces',
  summary: 'Places that may be meant by what was typed; a host without this endpoint leaves it to the page',
  parameters: [
    query('q', 'What was typed', { required: true, schema: { type: 'string', maxLength: 100 }, example: 'chi' }),
    query('countries', 'ISO 3166-1 alpha-2, joined by commas; places elsewhere may follow', { example: 'US,CA,PR' }),
    query('language', 'For the labels', { example: 'en' }),
  ],
  responses: { 200: ok('The places, the best first', 'PlacesAnswer', examples.placesExamples), ...invalid },
};

export const purchase = {
  operationId: 'purchase',
  summary: 'Buys the numbers, once for each key',
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: 'The same for every repeat of one purchase',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
      example: '6f1a0c52-6f0e-4c8e-9a51-0e8f6f3f1f10',
    },
  ],
  requestBody: { required: true, ...content('PurchaseRequest', examples.purchaseRequestExamples) },
  responses: {
    201: ok('Bought, all or some; 200 is taken too', 'PurchaseAnswer', examples.purchaseExamples),
    ...refusal(400, {
      invalid_request: 'the body is no order',
      idempotency_key_required: 'a purchase without a key could happen twice',
    }),
    ...notSignedIn,
    ...refusal(402, { payment_required: 'the balance or card does not cover it' }),
    403: {
      description:
        '`verification_required`: not verified; not kept under the key · `forbidden`: not this user’s account',
      ...content(
        'PurchaseProblem',
        {
          verification_required: {
            summary: 'Opens the gate; the order waits where the host finishes orders',
            value: examples.problemExample(403, 'verification_required', { order: { id: 'ord_7f3c' } }),
          },
          forbidden: { summary: 'Not this user’s account', value: examples.problemExample(403, 'forbidden') },
        },
        problemType,
      ),
    },
    ...refusal(409, {
      number_unavailable: 'somebody else has it',
      plan_limit: 'the plan allows no more numbers',
      address_required: 'the number needs an address',
      bundle_required: 'the number needs documents',
    }),
    ...refusal(413, { too_large: 'far more than an order has' }),
    ...refusal(415, { unsupported_media_type: 'not JSON: what a form on another site could send' }),
    ...refusal(422, { idempotency_key_reused: 'the key came with another order before' }),
    ...tooMany,
    ...refusal(503, { unknown_outcome: 'ask again with the same key' }, retryAfter),
  },
};

export const listOrders = {
  operationId: 'listOrders',
  summary: 'The account’s orders, wherever they were begun; a page without this endpoint works as before',
  parameters: [asksForAccount],
  responses: { 200: ok('The orders, the newest first', 'OrdersAnswer', examples.ordersExamples, noStore), ...common },
};

export const cancelOrder = {
  operationId: 'cancelOrder',
  summary: 'Cancels an order that waits; cancelling twice is the same as once',
  parameters: [
    {
      name: 'id',
      in: 'path',
      required: true,
      description: 'The order’s id',
      schema: { type: 'string' },
      example: 'ord_7f3c',
    },
  ],
  responses: {
    200: ok('The order as it is now', 'OrderAnswer', examples.orderExamples),
    ...notSignedIn,
    ...forbidden,
    ...refusal(404, { not_found: 'no such order, or not this user’s' }),
    ...refusal(409, { too_late: 'it is being bought, or has ended' }),
  },
};

export const receiveEvent = {
  operationId: 'receiveEvent',
  summary: 'Takes Persona’s events; docs/signature-vectors.json has signatures to try',
  security: [],
  parameters: [
    {
      name: 'Persona-Signature',
      in: 'header',
      required: true,
      description:
        't=<unix seconds>,v1=<HMAC-SHA256 of "t.body" in lower-case hex>; while a secret is being rotated two such sets, ' +
        'separated by a space, of which one has to fit',
      schema: { type: 'string' },
      example: 't=1795165200,v1=0000000000000000000000000000000000000000000000000000000000000000',
    },
  ],
  requestBody: {
    required: true,
    ...content('PersonaEvent', { created: { summary: 'An inquiry was made', value: examples.personaEventExample } }),
  },
  responses: {
    200: { description: 'Taken, or not meant for us. 201, 202 and 204 say the same; anything else is sent again' },
    ...refusal(400, { invalid_request: 'not an event' }),
    ...refusal(401, { invalid_signature: 'not signed with the secret' }),
    ...refusal(413, { too_large: 'far more than an event has' }),
  },
};
