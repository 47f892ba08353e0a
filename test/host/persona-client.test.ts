import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { PersonaClient } from '../../src/host/persona/persona-client.js';
import { PersonaError } from '../../src/host/persona/persona-error.js';
import { templateId, webhookSecret } from './signed.js';

const apiKey = 'persona_sandbox_very-secret';
const inquiry = (over: Record<string, unknown> = {}) => ({
  id: 'inq_1',
  attributes: { status: 'created', 'reference-id': 'acc', 'created-at': '2026-11-20T08:00:00.000Z', ...over },
  relationships: { 'inquiry-template': { data: { id: templateId } } },
});

function client(answer: (request: Request) => Response | Promise<Response>, now = () => 0) {
  const send = vi.fn(async (input: RequestInfo | URL, init?: RequestInit) => answer(new Request(input, init)));
  return {
    client: new PersonaClient({ apiKey, templateId, webhookSecret, fetch: send, timeout: 50 }, now),
    send,
  };
}

const failure = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PersonaError);
  return error as PersonaError;
};

describe('PersonaClient', () => {
  it('sends the key, the version and, when creating, the idempotency key', async () => {
    const seen: Request[] = [];
    const { client: persona } = client((request) => {
      seen.push(request);
      return Response.json({ data: inquiry(), meta: { 'session-token': 'token' } }, { status: 201 });
    });
    const made = await persona.create('acc', 'key-1');
    expect(made.meta?.sessionToken).toBe('token');
    const [request] = seen as [Request];
    expect(request.url).toBe('https://api.withpersona.com/api/v1/inquiries');
    expect(Object.fromEntries(request.headers)).toMatchObject({
      authorization: `Bearer ${apiKey}`,
      'persona-version': '2025-12-08',
      'idempotency-key': 'key-1',
    });
    expect(await request.json()).toMatchObject({
      data: { attributes: { 'inquiry-template-id': templateId, 'reference-id': 'acc' } },
    });
  });

  it('drops inquiries of another reference id or template, whatever the filter let through', async () => {
    const others = [
      inquiry({ 'reference-id': 'acc2' }),
      { ...inquiry(), id: 'inq_2', relationships: { 'inquiry-template': { data: { id: 'itmpl_light' } } } },
    ];
    const { client: persona } = client(() => Response.json({ data: [...others, inquiry()] }));
    expect((await persona.list('acc')).map(({ id }) => id)).toEqual(['inq_1']);
  });

  it('keeps nothing of the person', async () => {
    const { client: persona } = client(() =>
      Response.json({ data: [inquiry({ fields: { 'name-first': { type: 'string', value: 'PRIVATE' } } })] }),
    );
    expect(JSON.stringify(await persona.list('acc'))).not.toContain('PRIVATE');
  });

  it('names status, request id and Persona’s own words when it refuses', async () => {
    const { client: persona } = client(() =>
      Response.json({ errors: [{ title: 'Record not found' }] }, { status: 404, headers: { 'request-id': 'req_7' } }),
    );
    const error = await failure(persona.resume('inq_1'));
    expect(error).toMatchObject({
      code: 'refused',
      status: 404,
      message: 'Persona answered 404 to POST /inquiries/inq_1/resume (req_7): Record not found.',
    });
  });

  it('keeps only the beginning of what Persona says, and nothing of the details', async () => {
    const errors = [{ title: `No\n${'x'.repeat(500)}`, details: 'PRIVATE' }, { title: 'Two' }, { title: 'Three' }];
    const { client: persona } = client(() => Response.json({ errors }, { status: 403 }));
    const { message } = await failure(persona.list('acc'));
    expect(message).toBe(`Persona answered 403 to GET /inquiries: No ${'x'.repeat(77)}; Two; Three.`);
  });

  it('lists page by page, until one is not full', async () => {
    const all = Array.from({ length: 60 }, (_, index) => ({ ...inquiry(), id: `inq_${index}` }));
    const { client: persona, send } = client(({ url }) => {
      const after = new URL(url).searchParams.get('page[after]');
      const from = all.findIndex(({ id }) => id === after) + 1;
      return Response.json({ data: all.slice(from, from + 25) });
    });
    const ids: string[] = [];
    for await (const page of persona.pages('acc')) ids.push(...page.map(({ id }) => id));
    expect(ids).toEqual(all.map(({ id }) => id));
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('finds one inquiry, or says that there is none', async () => {
    const { client: persona } = client(({ url }) =>
      url.endsWith('/inq_1') ? Response.json({ data: inquiry() }) : Response.json({ errors: [] }, { status: 404 }),
    );
    expect(await persona.find('inq_1')).toMatchObject({ id: 'inq_1' });
    expect(await persona.find('inq_2')).toBeUndefined();
  });

  it('asks nothing more after a 429 until the time is over, longer each time', async () => {
    let now = 0;
    const { client: persona, send } = client(
      () => new Response('{}', { status: 429 }),
      () => now,
    );
    const waits: (number | undefined)[] = [];
    for (let round = 0; round < 5; round += 1) {
      const { retryAfter } = await failure(persona.list('acc'));
      waits.push(retryAfter);
      await failure(persona.list('acc'));
      now += (retryAfter ?? 0) * 1000;
    }
    expect(waits).toEqual([5, 10, 20, 40, 40]);
    expect(send).toHaveBeenCalledTimes(5);
  });

  it('starts over with short waits once an answer came through', async () => {
    let now = 0;
    const statuses = [429, 200, 429];
    const { client: persona } = client(
      () => Response.json({ data: [] }, { status: statuses.shift() }),
      () => now,
    );
    await failure(persona.list('acc'));
    now = 5000;
    await persona.list('acc');
    expect((await failure(persona.list('acc'))).retryAfter).toBe(5);
  });

  it('gives up on an answer that does not come', async () => {
    const { client: persona } = client(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    );
    expect(await failure(persona.list('acc'))).toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('(TimeoutError)'),
    });
  });

  it('names the reason of a failed request, and not its address, which has the account in it', async () => {
    const refused = Object.assign(new Error('connect to https://api.test/inquiries?filter=acc-of-jane'), {
      code: 'ECONNREFUSED',
    });
    for (const thrown of [new TypeError('fetch failed', { cause: refused }), refused]) {
      const error = await failure(client(() => Promise.reject(thrown)).client.list('acc-of-jane'));
      expect(error.message).toBe(
        'Persona did not answer GET /inquiries within 50 ms or could not be reached (ECONNREFUSED).',
      );
      expect(inspect(error)).not.toContain('acc-of-jane');
    }
  });

  it.each([
    ['no JSON', new Response('<html>')],
    ['another shape', Response.json({ data: [{ id: 'inq_1' }] })],
    ['a time that is none', Response.json({ data: [inquiry({ 'created-at': 'soon' })] })],
  ])('calls %s unexpected and says where', async (_, answer) => {
    const { client: persona } = client(() => answer.clone());
    const error = await failure(persona.list('acc'));
    expect(error.code).toBe('unexpected');
    expect(error.message).toMatch(/does not fit: .+\./);
  });

  it('never shows the key, in no error and no setting it complains about', async () => {
    const answers = [
      () => new Response('{}', { status: 500 }),
      () => new Response('{}', { status: 429 }),
      () => new Response('x'),
      () => Promise.reject(new TypeError('fetch failed')),
    ];
    for (const answer of answers) {
      const error = await failure(client(answer).client.list('acc'));
      expect(inspect(error)).not.toContain(apiKey);
    }
    const broken = { apiKey: `${apiKey}\n`, templateId, webhookSecret };
    expect(() => new PersonaClient(broken, Date.now)).toThrow(/^persona\.apiKey is missing or has characters/);
    expect(() => new PersonaClient({ ...broken, apiKey, webhookSecret: '' }, Date.now)).toThrow(
      /persona\.webhookSecret/,
    );
  });
});
