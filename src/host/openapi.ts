import * as z from 'zod';
import * as contract from './contract.js';
import { hostEventExample } from './contract-examples.js';
import { type HostEventType, hostEvents, personaEvent } from './event-contract.js';
import * as operations from './openapi-operations.js';
import { content } from './openapi-parts.js';
import * as shop from './shop-contract.js';

/** `order.completed` as the name of its schema. */
const eventName = (type: string) => `Event_${type.replace('.', '_')}`;

/** Every schema by the name that it has in the document. */
const schemas: Record<string, z.ZodType> = {
  StatusAnswer: contract.statusAnswer,
  InquiryRequest: contract.inquiryRequest,
  InquiryAnswer: contract.inquiryAnswer,
  NumbersAnswer: shop.numbersAnswer,
  PlacesAnswer: shop.placesAnswer,
  PurchaseRequest: shop.purchaseRequest,
  PurchaseAnswer: shop.purchaseAnswer,
  PurchaseProblem: shop.purchaseProblem,
  OrderAnswer: shop.orderAnswer,
  OrdersAnswer: shop.ordersAnswer,
  Problem: contract.problemAnswer,
  PersonaEvent: personaEvent,
  ...Object.fromEntries(Object.entries(hostEvents).map(([type, { schema }]) => [eventName(type), schema])),
};

/** What the elements ask of a host, as an OpenAPI 3.1 document, made from the schemas of the contract. */
export function openApi(): Record<string, unknown> {
  return {
    openapi: '3.1.1',
    info: {
      title: 'lc-identity-gate host',
      version: '1.1.0',
      description: 'What the elements ask of a host’s server. The server alone says who is verified.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    // Mocks that make answers up by the schemas take their values from its examples, so none says "verified" by chance.
    'x-json-schema-faker': { 'use-examples-value': true },
    servers: [{ url: '/api/identity' }],
    security: [{ session: [] }],
    paths: {
      '/status': { get: operations.readStatus },
      '/inquiry': { post: operations.openInquiry },
      '/numbers': { get: operations.searchNumbers },
      '/places': { get: operations.findPlaces },
      '/purchases': { post: operations.purchase },
      '/orders': { get: operations.listOrders },
      '/orders/{id}/cancel': { post: operations.cancelOrder },
      '/webhook': { post: operations.receiveEvent },
    },
    webhooks: Object.fromEntries(
      Object.entries(hostEvents).map(([type, { when }]) => [type, { post: toldEvent(type as HostEventType, when) }]),
    ),
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'However your site signs people in' },
      },
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)])),
    },
  };
}

/** What `onEvent` of `createHost` is told, for those who pass it on. */
function toldEvent(type: HostEventType, when: string) {
  const name = eventName(type);
  return {
    operationId: name,
    summary: `${when}; told again with the same id until it is taken`,
    security: [],
    requestBody: {
      required: true,
      ...content(name, { told: { summary: when, value: hostEventExample(type) } }),
    },
    responses: { 200: { description: 'Taken' } },
  };
}

function jsonSchema(schema: z.ZodType): object {
  // Unknown fields are tolerated, so nothing is closed.
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: 'input' });
  return plain;
}
