import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { inquiryAnswer, problemAnswer, statusAnswer, statusWords } from '../../src/host/contract.js';
import { hostEvents, personaEvent } from '../../src/host/event-contract.js';
import { openApi } from '../../src/host/openapi.js';
import * as shop from '../../src/host/shop-contract.js';

interface Content {
  schema: { $ref?: string };
  examples?: Record<string, { value: unknown }>;
}

/** Every content of a request or an answer that shows examples, by the name of its schema. */
function shown(value: unknown): { name: string; examples: unknown[] }[] {
  if (value === null || typeof value !== 'object') return [];
  const { schema, examples } = value as Partial<Content>;
  const inner = Object.values(value).flatMap(shown);
  if (!schema?.$ref || !examples) return inner;
  return [
    { name: schema.$ref.split('/').at(-1) ?? '', examples: Object.values(examples).map((one) => one.value) },
    ...inner,
  ];
}

const { paths, webhooks } = openApi() as { paths: object; webhooks: object };
const contents = [...shown(paths), ...shown(webhooks)];
const parsers = {
  StatusAnswer: statusAnswer,
  InquiryAnswer: inquiryAnswer,
  Problem: problemAnswer,
  PersonaEvent: personaEvent,
  NumbersAnswer: shop.numbersAnswer,
  PlacesAnswer: shop.placesAnswer,
  PurchaseRequest: shop.purchaseRequest,
  PurchaseAnswer: shop.purchaseAnswer,
  PurchaseProblem: shop.purchaseProblem,
  OrderAnswer: shop.orderAnswer,
  OrdersAnswer: shop.ordersAnswer,
  ...Object.fromEntries(
    Object.entries(hostEvents).map(([type, { schema }]) => [`Event_${type.replace('.', '_')}`, schema]),
  ),
};

describe('openApi', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    expect(await new Validator().validate(openApi())).toMatchObject({ valid: true });
  });

  it('is what docs/host-contract.openapi.json says', () => {
    const file = readFileSync(join(import.meta.dirname, '../../docs/host-contract.openapi.json'), 'utf8');
    expect(file, 'Run "npm run docs:contract".').toBe(`${JSON.stringify(openApi(), null, 2)}\n`);
  });

  it('has every refusal the elements know in words of the contract', () => {
    const text = JSON.stringify(openApi());
    for (const code of [
      'verification_required',
      'number_unavailable',
      'payment_required',
      'unknown_outcome',
      'already_decided',
      'attempts_exhausted',
      'not_required',
    ])
      expect(text).toContain(code);
  });

  it.each(Object.entries(parsers))('shows examples of %s that fit it', (name, schema) => {
    const examples = contents.filter((content) => content.name === name).flatMap((content) => content.examples);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples)
      expect(schema.safeParse(example).error?.issues, JSON.stringify(example)).toBeUndefined();
  });

  it('shows every word of a status, a no before the only yes', () => {
    const states = contents.find(({ name }) => name === 'StatusAnswer')?.examples as {
      verified: boolean;
      status: string;
    }[];
    expect(states[0]).toMatchObject({ verified: false, required: true, status: 'none' });
    expect(states.filter(({ verified }) => verified)).toEqual([states.at(-1)]);
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(Object.keys(statusWords)));
  });

  it('leads no mock to "verified": neither by its first example, nor by values made up by the schema', () => {
    const { components, ...document } = openApi() as {
      components: { schemas: Record<string, { properties: Record<string, object> }> };
    };
    expect(document).toMatchObject({ 'x-json-schema-faker': { 'use-examples-value': true } });
    expect(components.schemas.StatusAnswer?.properties).toMatchObject({
      verified: { type: 'boolean', examples: [false] },
      required: { examples: [true] },
    });
    expect(JSON.stringify(components)).not.toMatch(/"(default|const)":true/);
  });

  it('names no number that could be somebody’s', () => {
    const numbers = JSON.stringify(openApi()).match(/\+1\d{10}/g);
    expect(new Set(numbers)).toEqual(new Set(['+14155550100', '+14155550101']));
  });
});
