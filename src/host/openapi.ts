import * as z from 'zod';
import {
  inquiryAnswer,
  inquiryRequest,
  numbersAnswer,
  problemAnswer,
  purchaseAnswer,
  purchaseRequest,
  statusAnswer,
} from './contract.js';

const schemas = {
  StatusAnswer: statusAnswer,
  InquiryRequest: inquiryRequest,
  InquiryAnswer: inquiryAnswer,
  NumbersAnswer: numbersAnswer,
  PurchaseRequest: purchaseRequest,
  PurchaseAnswer: purchaseAnswer,
  Problem: problemAnswer,
};

const ref = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` });
const content = (name: keyof typeof schemas, type = 'application/json') => ({
  content: { [type]: { schema: ref(name) } },
});
const refusal = (description: string) => ({ description, ...content('Problem', 'application/problem+json') });
const query = (name: string, description: string, required = false, schema: object = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  required,
  schema,
});

const later = {
  '503': refusal('rate_limited, provider_unavailable, busy or unavailable: ask again, not before Retry-After'),
};
const common = {
  '400': refusal('Something is missing or wrong; the detail says what'),
  '401': refusal('Nobody is signed in'),
  '403': refusal('The signed-in user may not act for this account'),
};

/** What the elements ask of a host, as an OpenAPI 3.1 document, made from the schemas of `contract.ts`. */
export function openApi(): Record<string, unknown> {
  return {
    openapi: '3.1.1',
    info: {
      title: 'lc-identity-gate host',
      version: '1.0.0',
      description: 'What the elements ask of a host’s server. The server alone says who is verified.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/identity' }],
    security: [{ session: [] }],
    paths: {
      '/status': {
        get: {
          operationId: 'readStatus',
          summary: 'Whether the account is verified',
          description:
            'An answer with a Link header of rel="alternate" and type="text/event-stream" ' +
            'offers the same status as server-sent events.',
          parameters: [
            query('account', 'Your id of the account', true),
            query('action', 'What the account wants to do'),
          ],
          responses: {
            '200': {
              description: 'The status; never cached',
              content: {
                ...content('StatusAnswer').content,
                'text/event-stream': { schema: { type: 'string', description: 'Each event’s data is a StatusAnswer' } },
              },
            },
            ...common,
            ...later,
          },
        },
      },
      '/inquiry': {
        post: {
          operationId: 'openInquiry',
          summary: 'Creates the account’s inquiry or resumes it; the same answer twice for the same account',
          requestBody: { required: true, ...content('InquiryRequest') },
          responses: {
            '200': { description: 'What opens the inquiry', ...content('InquiryAnswer') },
            ...common,
            '409': refusal('already_decided, attempts_exhausted or not_required'),
            '413': refusal('too_large'),
            '415': refusal('Not JSON: what a form on another site could send'),
            ...later,
          },
        },
      },
      '/numbers': {
        get: {
          operationId: 'searchNumbers',
          summary: 'Numbers for sale, as the public LC Phone API gives them',
          parameters: [
            query('countryCode', 'ISO 3166-1 alpha-2', true, { type: 'string', pattern: '^[A-Za-z]{2}$' }),
            query('numberTypes', 'local, tollFree, mobile, joined by commas'),
            ...['firstPart', 'lastPart', 'anywhere'].map((name) => query(name, 'Digits the number has there')),
            ...['smsEnabled', 'mmsEnabled', 'voiceEnabled'].map((name) =>
              query(name, 'Only numbers that can', false, { type: 'boolean' }),
            ),
          ],
          responses: {
            '200': { description: 'The numbers', ...content('NumbersAnswer') },
            '400': { description: 'A parameter is missing or wrong' },
          },
        },
      },
      '/purchases': {
        post: {
          operationId: 'purchase',
          summary: 'Buys the numbers, once for each key',
          parameters: [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              description: 'The same for every repeat of one purchase',
              schema: { type: 'string', minLength: 1, maxLength: 255 },
            },
          ],
          requestBody: { required: true, ...content('PurchaseRequest') },
          responses: {
            '201': { description: 'Bought, all or some', ...content('PurchaseAnswer') },
            ...common,
            '400': refusal('invalid_request: the body is no order; or idempotency_key_required'),
            '402': refusal('payment_required'),
            '403': refusal('verification_required, or the user may not act for this account'),
            '409': refusal('number_unavailable'),
            '422': refusal('The key came with another order before'),
            '503': refusal('unknown_outcome: ask again with the same key'),
          },
        },
      },
      '/webhook': {
        post: {
          operationId: 'receiveEvent',
          summary: 'Takes Persona’s events',
          security: [],
          parameters: [
            {
              name: 'Persona-Signature',
              in: 'header',
              required: true,
              description: 't=<unix seconds>,v1=<HMAC-SHA256 of "t.body" in hex>',
              schema: { type: 'string' },
            },
          ],
          requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
          responses: {
            '200': { description: 'Taken, or not meant for us' },
            '400': refusal('Not an event'),
            '401': refusal('invalid_signature'),
            '413': refusal('too_large'),
          },
        },
      },
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'However your site signs people in' },
      },
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)])),
    },
  };
}

function jsonSchema(schema: z.ZodType): object {
  // Unknown fields are tolerated, so nothing is closed.
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: 'input' });
  return plain;
}
