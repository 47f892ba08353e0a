import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Ajv, type ValidateFunction } from 'ajv';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: object;
}

interface Operation {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: { 'application/json': { schema: object } } };
  responses: Record<string, { content?: { 'application/json'?: { examples?: Record<string, { value: unknown }> } } }>;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

interface Route {
  method: string;
  path: RegExp;
  operation: Operation;
  body: ValidateFunction | undefined;
  parameters: { parameter: Parameter; validate: ValidateFunction }[];
}

/**
 * A server made of an OpenAPI file: it knows the file's paths, holds every request against the file's schemas, and
 * answers with the file's own examples. A request that does not fit is answered 400 and kept in `misfits`.
 */
export class OpenApiMock {
  readonly misfits: string[] = [];
  readonly requests: { operationId: string; body: unknown; query: Record<string, string> }[] = [];
  /** Status other than the first 2xx to answer an operation with, once, by its id. */
  readonly next = new Map<string, string>();
  readonly #routes: Route[];

  constructor(file: string) {
    const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
    const ajv = new Ajv({ strict: false, coerceTypes: 'array', allErrors: true });
    ajv.addSchema({ $id: 'api', components: description.components });
    const compile = (schema: object) =>
      ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')) as object);
    this.#routes = Object.entries(description.paths)
      .filter(([path]) => path.includes('/numbers/'))
      .flatMap(([path, operations]) =>
        Object.entries(operations).map(([method, operation]) => ({
          method: method.toUpperCase(),
          path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
          operation,
          body:
            operation.requestBody &&
            compile({ ...operation.requestBody.content['application/json'].schema, additionalProperties: undefined }),
          parameters: operation.parameters.map((parameter) => ({ parameter, validate: compile(parameter.schema) })),
        })),
      );
  }

  /** Answers a request, or says that it is none of its own. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url!, 'http://localhost');
    const route = this.#routes.find(({ method, path }) => method === request.method && path.test(url.pathname));
    if (!route) return false;
    const { operation } = route;
    const query = Object.fromEntries(url.searchParams);
    let text = '';
    for await (const part of request) text += part;
    const body: unknown = text ? JSON.parse(text) : undefined;
    this.requests.push({ operationId: operation.operationId, body, query });
    const wrong = this.#wrong(route, { query, headers: request.headers as Record<string, string>, body });
    this.misfits.push(...wrong);
    const planned = this.next.get(operation.operationId);
    this.next.delete(operation.operationId);
    const status =
      wrong.length > 0 ? '400' : (planned ?? Object.keys(operation.responses).find((code) => code.startsWith('2'))!);
    const examples = operation.responses[status]?.content?.['application/json']?.examples ?? {};
    const example = Object.values(examples)[0]?.value ?? {
      statusCode: Number(status),
      message: status === '400' ? 'Phone number is no longer available' : 'No',
    };
    response.writeHead(Number(status), { 'content-type': 'application/json' }).end(JSON.stringify(example));
    return true;
  }

  #wrong(
    { operation, body: validate, parameters }: Route,
    given: { query: Record<string, string>; headers: Record<string, string>; body: unknown },
  ): string[] {
    const wrong: string[] = [];
    const place = { query: given.query, header: given.headers };
    for (const { parameter, validate: fits } of parameters) {
      if (parameter.in === 'path') continue;
      const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
      const value = place[parameter.in][name];
      if (value === undefined ? parameter.required : !fits([value]) && !fits(value))
        wrong.push(`${operation.operationId}: ${parameter.in} ${parameter.name} is ${value}`);
    }
    const known = parameters.map(({ parameter }) => parameter.name);
    for (const name of Object.keys(given.query))
      if (!known.includes(name)) wrong.push(`${operation.operationId}: query ${name} is not in the file`);
    if (validate && !validate(given.body))
      wrong.push(
        ...validate.errors!.map(
          ({ instancePath, message }) => `${operation.operationId}: body${instancePath} ${message}`,
        ),
      );
    return wrong;
  }
}
