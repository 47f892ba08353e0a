import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { idempotency } from '../../src/sandbox/rest/idempotency.js';
import { Store } from '../../src/sandbox/state/store.js';
import { FakeClock } from './fake-clock.js';
import { type RunningSandbox, running } from './running-sandbox.js';

const create = (sandbox: RunningSandbox, key: string, attributes = {}) =>
  sandbox.rest(
    '/inquiries',
    { data: { attributes: { 'inquiry-template-id': sandbox.templateId, ...attributes } } },
    { headers: { 'idempotency-key': key } },
  );

describe('idempotency-key', () => {
  it('makes one inquiry out of repeated requests and answers the same', async () => {
    const sandbox = await running();
    const first = await create(sandbox, 'key-1');
    expect(await create(sandbox, 'key-1')).toMatchObject({ status: 201, body: first.body });
    expect((await sandbox.rest('/inquiries')).body.data).toHaveLength(1);
  });

  it('runs a request once when repetitions arrive before its answer', async () => {
    let runs = 0;
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const app = new Hono();
    app.use(idempotency(new Store(), new FakeClock()));
    app.post('/', async (context) => {
      runs += 1;
      await slow;
      return context.json({ run: runs });
    });
    const requests = [1, 2, 3].map(() => app.request('/', { method: 'POST', headers: { 'idempotency-key': 'key-1' } }));
    await new Promise((resolve) => setImmediate(resolve));
    answer();
    const answers = await Promise.all(requests.map(async (response) => (await response).json()));
    expect(answers).toEqual([{ run: 1 }, { run: 1 }, { run: 1 }]);
  });

  it('repeats an error too', async () => {
    const sandbox = await running();
    const bad = () => create(sandbox, 'key-1', { 'inquiry-template-id': 'itmpl_other' });
    expect((await bad()).status).toBe(404);
    expect((await bad()).status).toBe(404);
  });

  it('refuses the same key with other parameters', async () => {
    const sandbox = await running();
    await create(sandbox, 'key-1');
    expect(await create(sandbox, 'key-1', { note: 'other' })).toMatchObject({
      status: 409,
      body: { errors: [{ title: 'Conflict' }] },
    });
  });

  it('checks the API key first', async () => {
    const sandbox = await running();
    const headers = { 'idempotency-key': 'key-1', Authorization: 'Bearer persona_sandbox_other' };
    expect((await sandbox.rest('/inquiries', {}, { headers })).status).toBe(401);
    expect((await create(sandbox, 'key-1')).status).toBe(201);
  });

  it('forgets a key after a day', async () => {
    const sandbox = await running();
    const first = await create(sandbox, 'key-1');
    sandbox.clock.advance(86_400_000);
    expect((await create(sandbox, 'key-1')).body.data.id).not.toBe(first.body.data.id);
  });
});
