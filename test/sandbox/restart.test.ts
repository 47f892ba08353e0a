import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.js';
import { png } from './pictures.js';
import { running, temporaryDirectory } from './running-sandbox.js';
import { webhookReceiver } from './webhook-receiver.js';

describe('startSandbox', () => {
  it('makes up keys once and keeps them with the data', async () => {
    const dataDir = temporaryDirectory();
    const first = await running({ dataDir });
    expect(first.apiKey).toMatch(/^persona_sandbox_/);
    expect(first.webhookSecret).toMatch(/^wbhsec_/);
    expect(first.host).toMatch(/^localhost:\d+$/);
    await first.close();
    const second = await running({ dataDir });
    expect(second).toMatchObject({
      apiKey: first.apiKey,
      webhookSecret: first.webhookSecret,
      templateId: first.templateId,
    });
  });

  it('frees its port at once, with connections open', async () => {
    const first = await running();
    const port = Number(first.host.split(':')[1]);
    const unfinished = connect(port, '127.0.0.1');
    unfinished.on('error', () => {});
    onTestFinished(() => {
      unfinished.destroy();
    });
    await new Promise<void>((resolve) =>
      unfinished.write('GET /verify HTTP/1.1\r\nHost: localhost\r\n', () => resolve()),
    );
    await first.rest('/inquiries'); // by now the request before has begun, and it never ends
    await first.close();
    const second = await running({ port });
    expect(second.origin).toBe(first.origin);
    expect((await second.rest('/inquiries')).status).toBe(200);
  });

  it('answers on both addresses localhost stands for', async () => {
    const { origin } = await running();
    for (const address of ['127.0.0.1', '[::1]'])
      expect((await fetch(`${origin.replace('localhost', address)}/verify`)).status).toBe(200);
  });

  it('rejects a taken port', async () => {
    const { host } = await running();
    await expect(running({ port: Number(host.split(':')[1]) })).rejects.toThrow('EADDRINUSE');
  });

  it('says how to build the pages when they are missing', async () => {
    await expect(startSandbox({ appDir: temporaryDirectory() })).rejects.toThrow('npx vite build --mode sandbox');
  });

  it('says which file is damaged instead of starting over it', async () => {
    const dataDir = temporaryDirectory();
    writeFileSync(join(dataDir, 'sandbox.journal'), '{"version":\n');
    await expect(running({ dataDir })).rejects.toThrow(join(dataDir, 'sandbox.journal'));
  });

  it.each(['sandbox.json', 'sandbox.jsonl'])('does not start beside %s, of an earlier version', async (name) => {
    const dataDir = temporaryDirectory();
    writeFileSync(join(dataDir, name), '{"version":2}');
    await expect(running({ dataDir })).rejects.toThrow(join(dataDir, name));
  });

  it('keeps data and pictures to the owner of the account', async () => {
    const dataDir = temporaryDirectory();
    const sandbox = await running({ dataDir });
    await sandbox.walk(await sandbox.createInquiry());
    const pictures = readdirSync(join(dataDir, 'files'));
    expect(pictures).toHaveLength(4);
    for (const path of ['sandbox.journal', 'events.txt', join('files', pictures[0]!)])
      expect(statSync(join(dataDir, path)).mode & 0o077).toBe(0);
  });

  it('keeps nothing in its journal of what a redacted inquiry said', async () => {
    const dataDir = temporaryDirectory();
    const sandbox = await running({ dataDir });
    const id = await sandbox.createInquiry({ note: 'Tell nobody', fields: { 'name-first': 'Nobody' } });
    const other = await sandbox.createInquiry({ note: 'Stays' });
    const journal = () => readFileSync(join(dataDir, 'sandbox.journal'), 'utf8');
    expect(journal()).toContain('Tell nobody');
    await sandbox.rest(`/inquiries/${id}`, undefined, { method: 'DELETE' });
    expect(journal()).not.toMatch(/Tell nobody|Nobody/);
    await sandbox.close();
    const after = await running({ dataDir });
    expect((await after.rest(`/inquiries/${other}`)).body.data.attributes.note).toBe('Stays');
    expect((await after.rest(`/inquiries/${id}`)).body.data.attributes['redacted-at']).not.toBeNull();
  });

  it('deletes the pictures of a redacted inquiry', async () => {
    const dataDir = temporaryDirectory();
    const sandbox = await running({ dataDir });
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    await sandbox.rest(`/inquiries/${id}`, undefined, { method: 'DELETE' });
    expect(readdirSync(join(dataDir, 'files'))).toEqual([]);
  });
});

describe('a restart', () => {
  it('goes on at the step reached, with the same session', async () => {
    const dataDir = temporaryDirectory();
    const before = await running({ dataDir });
    const id = await before.createInquiry();
    const { sessionToken } = (await before.flow('/open', { inquiryId: id })).body;
    for (const event of [
      { type: 'country', country: 'US' },
      { type: 'id-type', idClass: 'dl' },
    ])
      await before.flow('/events', event, sessionToken);
    await before.flow('/pictures/front', png(), sessionToken);
    await before.close();
    const after = await running({ dataDir, clock: before.clock });
    const { view } = (await after.flow('/events', { type: 'confirm', pass: true }, sessionToken)).body;
    expect(view).toMatchObject({ inquiryId: id, step: 'id-back' });
  });

  it('decides what was waiting for its decision', async () => {
    const dataDir = temporaryDirectory();
    const before = await running({ dataDir });
    const id = await before.createInquiry();
    await before.walk(id);
    await before.close();
    before.clock.advance(60_000);
    const after = await running({ dataDir, clock: before.clock });
    after.clock.advance(0);
    expect((await after.rest(`/inquiries/${id}`)).body.data.attributes.status).toBe('approved');
  });

  it('sends the events that were not delivered', async () => {
    const dataDir = temporaryDirectory();
    const receiver = await webhookReceiver((n) => (n === 1 ? 500 : 200));
    const before = await running({ dataDir, webhookUrl: receiver.url, webhookRetryScale: 1 });
    await before.createInquiry();
    before.clock.advance(0);
    const first = await receiver.next();
    await vi.waitFor(() => expect(before.clock.nextIn).toBe(3000));
    await before.close();
    const after = await running({ dataDir, webhookUrl: receiver.url, webhookRetryScale: 1, clock: before.clock });
    after.clock.advance(3000);
    const second = await receiver.next();
    expect(second.body).toBe(first.body);
    expect(second.headers['persona-webhook-attempts-made']).toBe('2');
  });

  it('repeats a delivery that was under way', async () => {
    const dataDir = temporaryDirectory();
    const receiver = await webhookReceiver((n) => (n === 1 ? null : 200));
    const before = await running({ dataDir, webhookUrl: receiver.url });
    await before.createInquiry();
    before.clock.advance(0);
    const first = await receiver.next();
    await before.close();
    await first.closed;
    const after = await running({ dataDir, webhookUrl: receiver.url, clock: before.clock });
    after.clock.advance(0);
    expect((await receiver.next()).body).toBe(first.body);
  });
});
