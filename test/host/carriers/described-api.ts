import Ajv, { type AnySchema } from 'ajv';
import { afterEach, expect, vi } from 'vitest';

/** An operation of an OpenAPI description. */
interface Operation {
  method: string;
  path: string;
  query: object;
  headers: object;
  body?: { type: string; schema: object };
  answers: Record<string, object>;
}

/** What was asked of a carrier. */
export interface Asked {
  name: string;
  method: string;
  url: URL;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: Record<string, unknown> | undefined;
  signal: AbortSignal | null | undefined;
}

/** An answer to send, looked at before. */
export type Answer = (asked: Asked) => Response | Promise<Response>;

// Queries and forms are text, whatever they mean.
const ajv = new Ajv({ strict: false, coerceTypes: true });
const exact = new Ajv({ strict: false, allowUnionTypes: true });

const wrong = (validator: Ajv, schema: object, value: unknown): unknown => {
  const validate = validator.compile(schema as AnySchema);
  return validate(value) ? [] : validate.errors;
};

/** Answers that the description does not know: a carrier in trouble. */
const undescribed = new WeakSet<Response>();

// A carrier takes what is thrown here for a network that is cut, so what is wrong is told after the test.
const violations: string[] = [];
const told = (what: string, errors: unknown) => {
  const text = JSON.stringify(errors);
  if (text !== '[]') violations.push(`${what}: ${text}`);
};
afterEach(() => {
  expect(violations.splice(0)).toEqual([]);
});

/** An answer that is not what the description says. */
export function broken(body: string, init?: ResponseInit): Response {
  const response = new Response(body, init);
  undescribed.add(response);
  return response;
}

/** A refusal as carriers send it; the descriptions have few of them. */
export const refused = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  broken(JSON.stringify(body), { status, headers });

/** An answer that never comes, until the request is broken off. */
export const silent: Answer = ({ signal }) =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });

/** A `fetch` that compares each request, and each answer, with the description. */
export function describedApi({ operations }: { operations: Record<string, unknown> }, answer: Answer) {
  const asked: Asked[] = [];
  const send = vi.fn(async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const [name, operation] =
      (Object.entries(operations) as [string, Operation][]).find(
        ([, { method, path }]) =>
          method === request.method && new RegExp(`^${path.replace(/\{\w+\}/g, '[\\w-]+')}$`).test(url.pathname),
      ) ?? [];
    if (!name || !operation) {
      violations.push(`no operation for ${request.method} ${url.pathname}`);
      throw new Error('No operation.');
    }
    const headers = Object.fromEntries(request.headers);
    const query = Object.fromEntries(url.searchParams);
    if ([...url.searchParams.keys()].length > Object.keys(query).length) violations.push('a parameter twice');
    told(`query of ${name}`, wrong(ajv, operation.query, { ...query }));
    told(`headers of ${name}`, wrong(exact, operation.headers, headers));
    const text = await request.text();
    const type = headers['content-type']?.split(';')[0];
    if (type !== operation.body?.type) violations.push(`content type of ${name}: ${type}`);
    const json = type === 'application/json';
    const fields = () =>
      json ? (JSON.parse(text) as Record<string, unknown>) : Object.fromEntries(new URLSearchParams(text));
    const body = operation.body ? fields() : undefined;
    if (operation.body) told(`body of ${name}`, wrong(json ? exact : ajv, operation.body.schema, { ...body }));

    const one: Asked = {
      name,
      method: request.method,
      url,
      query,
      headers,
      body,
      signal: init?.signal,
    };
    asked.push(one);
    const response = await answer(one);
    if (!undescribed.has(response)) {
      const schema = operation.answers[String(response.status)];
      if (!schema) violations.push(`${name} has no answer ${response.status}`);
      told(`answer of ${name}`, wrong(exact, schema ?? {}, await response.clone().json()));
    }
    return response;
  });
  return { send: send as typeof fetch & typeof send, asked };
}
