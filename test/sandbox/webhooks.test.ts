import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { running } from './running-sandbox.js';
import { webhookReceiver } from './webhook-receiver.js';

/** Lets the events that are due go out. */
async function deliver(sandbox: { clock: { advance(ms: number): void } }) {
  sandbox.clock.advance(0);
}

describe('webhooks', () => {
  it('tell every change of an inquiry, with the inquiry as it then was', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url });
    const id = await sandbox.createInquiry({ 'reference-id': 'loc_1' });
    await sandbox.walk(id);
    await deliver(sandbox);
    sandbox.clock.advance(3000);
    const events = [];
    for (let n = 0; n < 6; n++) events.push(JSON.parse((await receiver.next()).body).data);
    const statuses = Object.fromEntries(
      events.map(({ attributes }) => [attributes.name, attributes.payload.data.attributes.status]),
    );
    expect(statuses).toEqual({
      'inquiry.created': 'created',
      'inquiry.started': 'pending',
      'inquiry.transitioned': 'pending',
      'inquiry.completed': 'completed',
      'inquiry.approved': 'approved',
    });
    expect(events[0]).toMatchObject({
      type: 'event',
      id: expect.stringMatching(/^evt_/),
      attributes: {
        payload: { data: { type: 'inquiry', id, attributes: { 'reference-id': 'loc_1' } }, included: [] },
        'created-at': '2026-11-20T12:00:00.000Z',
      },
    });
  });

  it('are signed over the time and the exact body', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url });
    await sandbox.createInquiry();
    await deliver(sandbox);
    const { body, headers } = await receiver.next();
    const seconds = Date.parse('2026-11-20T12:00:00Z') / 1000;
    const expected = createHmac('sha256', sandbox.webhookSecret).update(`${seconds}.${body}`).digest('hex');
    expect(headers['persona-signature']).toBe(`t=${seconds},v1=${expected}`);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'persona-webhook-attempts-left': '7',
      'persona-webhook-attempts-made': '1',
      'persona-webhook-first-attempted-at': String(seconds),
    });
  });

  it('are sent again on the documented schedule until one try succeeds', async () => {
    const receiver = await webhookReceiver((n) => (n < 4 ? 500 : 202));
    const sandbox = await running({ webhookUrl: receiver.url, webhookRetryScale: 1 });
    await sandbox.createInquiry();
    await deliver(sandbox);
    const first = await receiver.next();
    for (const [n, wait] of [3000, 64_000, 729_000].entries()) {
      await vi.waitFor(() => expect(sandbox.clock.nextIn).toBe(wait));
      sandbox.clock.advance(wait);
      const again = await receiver.next();
      expect(again.body).toBe(first.body);
      expect(again.headers).toMatchObject({
        'persona-webhook-attempts-left': String(6 - n),
        'persona-webhook-attempts-made': String(n + 2),
        'persona-webhook-first-attempted-at': first.headers['persona-webhook-first-attempted-at'],
      });
      expect(again.headers['persona-signature']).not.toBe(first.headers['persona-signature']);
    }
    // Only the inquiry's expiry is left.
    await vi.waitFor(() => expect(sandbox.clock.nextIn).toBe(86_400_000 - 796_000));
    expect(receiver.all).toHaveLength(4);
  });

  it.each([301, 204 + 1, 400, 503])('take %i for a failure', async (status) => {
    const receiver = await webhookReceiver(() => status);
    const sandbox = await running({ webhookUrl: receiver.url, webhookRetryScale: 1 });
    await sandbox.createInquiry();
    await deliver(sandbox);
    await receiver.next();
    await vi.waitFor(() => expect(sandbox.clock.nextIn).toBe(3000));
  });

  it('give up on an answer after five seconds and try again', async () => {
    const receiver = await webhookReceiver((n) => (n === 1 ? null : 200));
    const sandbox = await running({ webhookUrl: receiver.url, webhookRetryScale: 1 });
    await sandbox.createInquiry();
    await deliver(sandbox);
    const { closed } = await receiver.next();
    sandbox.clock.advance(5000);
    await closed;
    await vi.waitFor(() => expect(sandbox.clock.nextIn).toBe(3000));
    sandbox.clock.advance(3000);
    expect((await receiver.next()).headers['persona-webhook-attempts-made']).toBe('2');
  });

  it('stop after eight tries', async () => {
    const receiver = await webhookReceiver(() => 500);
    const sandbox = await running({ webhookUrl: receiver.url, webhookRetryScale: 1 / 1000 });
    await sandbox.createInquiry();
    await deliver(sandbox);
    for (const wait of [3, 64, 729, 4096, 15_625, 46_656, 117_649]) {
      await receiver.next();
      await vi.waitFor(() => expect(sandbox.clock.nextIn).toBe(wait));
      sandbox.clock.advance(wait);
    }
    expect((await receiver.next()).headers).toMatchObject({
      'persona-webhook-attempts-left': '0',
      'persona-webhook-attempts-made': '8',
    });
    await vi.waitFor(() => expect(sandbox.clock.nextIn).toBeGreaterThan(1_000_000));
  });
});
