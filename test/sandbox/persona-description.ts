import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, onTestFinished } from 'vitest';
import { toKebab } from '../../src/sandbox/resources/json-api.js';

// The vendor's description is not ours to ship; who has it says where.
const path =
  process.env.PERSONA_OPENAPI ?? resolve(import.meta.dirname, '../../../shared/contracts/persona-kyc.openapi.json');

/** Whether Persona's description of its API is on this computer; without it nothing is compared. */
export const isDescribed = existsSync(path);
if (!isDescribed)
  console.warn(
    `The check against Persona's OpenAPI file is left out: there is none at ${path}. Set PERSONA_OPENAPI to its path.`,
  );

/** Persona's description of inquiries and of what belongs to them: 94 operations, 64 webhooks. */
export const description = isDescribed
  ? JSON.parse(readFileSync(path, 'utf8'))
  : { paths: {}, webhooks: {}, components: {} };

/** What belongs to products the stand-in has nothing of, in the choices of kinds of reports and verifications. */
const verifications = 'government-id|phone-number|selfie|shared-\\w+|template|template-version|included-objects';
const otherProducts = new RegExp(
  `/(report-(?!shared)|verification-(?!(${verifications})$)|document-(government-id-nfc|mdoc)$)`,
);

/**
 * The description with these choices left out: an answer of such a kind fits less than before, and compiling takes a
 * seventh of the time.
 */
function narrowed<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(narrowed) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [
    key,
    key === 'oneOf' ? narrowed(value.filter(({ $ref = '' }) => !otherProducts.test($ref))) : narrowed(value),
  ]);
  return Object.fromEntries(entries);
}

const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true, code: { optimize: false } });
addFormats.default(ajv);
ajv.addSchema(narrowed(description), 'persona');
const compiled = new Map<string, ValidateFunction>();

/** What does not fit the schema at those keys of the description; empty when everything does. */
export function misfits(keys: string[], value: unknown): string[] {
  return errorsAt(keys, value).map(({ instancePath, message, params }) =>
    `${instancePath} ${message} ${JSON.stringify(params)}`.trim(),
  );
}

function errorsAt(keys: string[], value: unknown): ErrorObject[] {
  const escaped = keys.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')));
  const pointer = `persona#/${escaped.join('/')}`;
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: pointer });
  compiled.set(pointer, validate);
  return validate(value) ? [] : (validate.errors ?? []);
}

/** One operation of the description. */
export interface Operation {
  /** In lower case. */
  method: string;
  /** With the names of ids in braces. */
  path: string;
}

/** All operations, in the order of the description. */
export const operations: Operation[] = Object.entries(description.paths as Record<string, object>).flatMap(
  ([pathName, item]) =>
    Object.keys(item)
      .filter((method) => ['get', 'post', 'patch', 'put', 'delete'].includes(method))
      .map((method) => ({ method, path: pathName })),
);

/** The operation that a call is; undefined for what the description does not know. */
export function operationOf(method: string, pathName: string): Operation | undefined {
  const fits = (operation: Operation) =>
    operation.method === method.toLowerCase() &&
    new RegExp(`^${operation.path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(pathName);
  return operations.filter(fits).sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

// Compiling a schema takes a moment in which an idle connection may be closed, so it is done after the test.
const seen: (() => string[])[] = [];

function note(look: () => string[]): void {
  if (seen.length === 0) onTestFinished(() => expect([...new Set(seen.splice(0).flatMap((one) => one()))]).toEqual([]));
  seen.push(look);
}

/** Compares a call with the description when the test is over; what is different then fails it. */
export function noteExchange(exchange: Exchange): void {
  note(() => differences(exchange));
}

/** The same for an event as it arrived. */
export function noteEvent(name: string, body: unknown): void {
  note(() => eventDifferences(name, body));
}

/** A call of the REST API and its answer. */
export interface Exchange {
  method: string;
  /** With its query, without `/api/v1`. */
  path: string;
  body?: unknown;
  answer: { status: number; body: unknown; headers: Headers };
}

/** The versions that the description describes; older ones differ. */
const describedVersions = ['2025-12-08', '2025-10-27'];

/**
 * What an answer, or a request that was accepted, has otherwise than the description; empty when nothing, for an older
 * version of the API, and for what is not in the description.
 */
function differences({ method, path: target, body, answer }: Exchange): string[] {
  const url = new URL(target, 'http://stand-in');
  const operation = operationOf(method, url.pathname);
  if (!isDescribed || !operation) return [];
  const found = [
    ...(answer.status < 300 ? [...queryDifferences(operation, url), ...bodyDifferences(operation, body)] : []),
    ...answerDifferences(operation, answer, url),
  ];
  return found.map((one) => `${method} ${operation.path} ${answer.status}: ${one}`);
}

const at = ({ path: pathName, method }: Operation) => description.paths[pathName][method];
const resolved = (one: { $ref?: string }) =>
  one.$ref ? { keys: one.$ref.split('/').slice(1), value: pick(one.$ref.split('/').slice(1)) } : undefined;
const pick = (keys: string[]) => keys.reduce((value, key) => value[key], description);

// The stand-in's own, beside Persona's.
const ours = ['scenario'];

function queryDifferences(operation: Operation, url: URL): string[] {
  const parameters = [...(at(operation).parameters ?? []), ...(description.paths[operation.path].parameters ?? [])]
    .map((one) => resolved(one)?.value ?? one)
    .filter((one) => one.in === 'query');
  // A list has links to its pages, also where the description forgets to name them as parameters.
  const hasPages = 'links' in (at(operation).responses[200]?.content?.[json]?.schema?.properties ?? {});
  const isKnown = (name: string) => {
    if (hasPages && /^page\[(after|before|size)\]$/.test(name)) return true;
    const [root, key] = name.replace(']', '').split('[') as [string, string?];
    const known = parameters.find((one) => one.name === root || one.name === name);
    const properties = known?.schema?.properties;
    return known && (key === undefined || known.name === name || !properties || key in properties);
  };
  return [...url.searchParams.keys()]
    .filter((name) => !ours.includes(name) && !isKnown(name))
    .map((name) => `took the query parameter ${name}`);
}

function bodyDifferences(operation: Operation, body: unknown): string[] {
  const described = at(operation).requestBody;
  if (body === undefined) return [];
  if (!described) return Object.keys(body as object).length ? ['took a body'] : [];
  const keys = resolved(described)?.keys ?? ['paths', operation.path, operation.method, 'requestBody'];
  return misfits([...keys, ...jsonSchema], toKebab(body)).map((one) => `took ${one}`);
}

function answerDifferences(operation: Operation, { status, body, headers }: Exchange['answer'], url: URL): string[] {
  if (status === 501) return misfits(['components', 'responses', 'not-found', ...jsonSchema], body);
  const described = at(operation).responses[String(status)];
  // An id that is unknown is a 404, also where the description forgets to say so.
  if (!described) return status === 404 && operation.path.includes('{') ? [] : ['no such status'];
  const answer = resolved(described);
  const missing = Object.keys((answer?.value ?? described).headers ?? {}).filter((name) => !headers.has(name));
  const version = headers.get('persona-version');
  if (version && !describedVersions.includes(version)) return missing;
  const keys = answer?.keys ?? ['paths', operation.path, operation.method, 'responses', String(status)];
  const errors = errorsAt([...keys, ...jsonSchema], toKebab(body));
  // Who asks for some attributes gets no others, which the description's "required" does not know.
  const isSparse = [...url.searchParams.keys()].some((name) => name.startsWith('fields['));
  return [
    ...missing.map((name) => `has no header ${name}`),
    ...errors
      .filter(({ keyword }) => !isSparse || keyword !== 'required')
      .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`),
  ];
}

const json = 'application/json';
const jsonSchema = ['content', json, 'schema'];

/** What an event has otherwise than the description, whichever inflection its keys have. */
function eventDifferences(name: string, body: unknown): string[] {
  if (!isDescribed) return [];
  if (!description.webhooks[name]) return [`${name}: no such event`];
  const keys = ['webhooks', name, 'post', 'requestBody', ...jsonSchema];
  return misfits(keys, toKebab(body)).map((one) => `${name}: ${one}`);
}
