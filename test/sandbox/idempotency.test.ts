import { describe, expect, it } from 'vitest';
import { running, type RunningSandbox } from './running-sandbox.js';

const create = (sandbox: RunningSandbox, key: string, attributes = {}) =>
  sandbox.rest('/inquiries', { data: { attributes: { 'inquiry-template-id': sandbox.templateId, ...attributes } } }, { headers: { 'Idempotency-Key': key } });

describe('Idempotency-Key', () => {
  it('makes one inquiry out of repeated requests and answers the same', async () => {
    const sandbox = await running();
    const first = await create(sandbox, 'key-1');
    expect(await create(sandbox, 'key-1')).toMatchObject({ status: 201, body: first.body });
    expect((await sandbox.rest('/inquiries')).body.data).toHaveLength(1);
  });

  it('makes one inquiry out of requests that arrive at once', async () => {
    const sandbox = await running();
    const answers = await Promise.all([1, 2, 3, 4].map(() => create(sandbox, 'key-1')));
    expect(new Set(answers.map(({ body }) => body.data.id)).size).toBe(1);
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
    expect(await create(sandbox, 'key-1', { note: 'other' })).toMatchObject({ status: 409, body: { errors: [{ title: 'Conflict' }] } });
  });

  it('checks the API key first', async () => {
    const sandbox = await running();
    const headers = { 'Idempotency-Key': 'key-1', Authorization: 'Bearer persona_sandbox_other' };
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
