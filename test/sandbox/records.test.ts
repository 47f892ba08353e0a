import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Json, running } from './running-sandbox.js';
import { webhookReceiver } from './webhook-receiver.js';

describe('accounts', () => {
  it('are one for a reference id and carried along by its inquiries', async () => {
    const sandbox = await running();
    const made = (await sandbox.rest('/accounts', { data: { attributes: { 'reference-id': 'loc_1' } } })).body.data;
    const id = await sandbox.createInquiry({ 'reference-id': 'loc_1' });
    const { body } = await sandbox.rest('/accounts?filter[reference-id]=loc_1');
    expect(body.data).toMatchObject([{ type: 'account', id: made.id, attributes: { 'reference-id': 'loc_1' } }]);
    expect((await sandbox.rest(`/inquiries/${id}?include=account`)).body.included).toEqual(body.data);
    expect((await sandbox.rest(`/accounts/${made.id}`)).body.data).toEqual(body.data[0]);
    expect(await sandbox.rest('/accounts', { data: { attributes: { 'reference-id': 'loc_1' } } })).toMatchObject({
      status: 409,
    });
    expect(await sandbox.rest('/accounts/act_x')).toMatchObject({ status: 404 });
  });
});

describe('inquiry sessions', () => {
  it('are made, listed and ended', async () => {
    const sandbox = await running();
    const inquiryId = await sandbox.createInquiry();
    const { status, body } = await sandbox.rest('/inquiry-sessions', {
      data: { attributes: { 'inquiry-id': inquiryId } },
    });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({ type: 'inquiry-session', attributes: { status: 'new', 'expired-at': null } });
    const token = (await sandbox.rest(`/inquiries/${inquiryId}/resume`, {})).body.meta['session-token'];
    expect((await sandbox.flow('', undefined, token)).status).toBe(200);
    expect((await sandbox.rest(`/inquiry-sessions?filter[inquiry-id]=${inquiryId}`)).body.data).toMatchObject([
      { id: body.data.id, attributes: { status: 'active' } },
    ]);
    expect((await sandbox.rest(`/inquiry-sessions/${body.data.id}/expire`, {})).body.data.attributes).toMatchObject({
      status: 'expired',
      'expired-at': '2026-11-20T12:00:00.000Z',
    });
    expect((await sandbox.flow('', undefined, token)).status).toBe(409);
    expect(await sandbox.rest(`/inquiry-sessions/${body.data.id}/generate-one-time-link`, {})).toMatchObject({
      status: 409,
    });
  });

  it('are ended for several inquiries at once', async () => {
    const sandbox = await running();
    const ids = [await sandbox.createInquiry(), await sandbox.createInquiry(), await sandbox.createInquiry()];
    for (const id of ids) await sandbox.rest(`/inquiries/${id}/resume`, {});
    const { data } = (await sandbox.rest('/inquiry-sessions/expire-all', { meta: { 'inquiry-ids': ids.slice(1) } }))
      .body;
    expect(data).toMatchObject([{ attributes: { status: 'expired' } }, { attributes: { status: 'expired' } }]);
    const all = (await sandbox.rest('/inquiry-sessions')).body.data;
    expect(all.map(({ attributes }: Json) => attributes.status)).toEqual(['expired', 'expired', 'new']);
  });

  it('give a link that goes on elsewhere', async () => {
    const sandbox = await running();
    const { data } = (
      await sandbox.rest('/inquiry-sessions', { data: { attributes: { 'inquiry-id': await sandbox.createInquiry() } } })
    ).body;
    const { meta } = (await sandbox.rest(`/inquiry-sessions/${data.id}/generate-one-time-link`, {})).body;
    const code = new URL(meta['one-time-link']).searchParams.get('code');
    expect((await sandbox.flow('/open', { code })).status).toBe(200);
  });
});

describe('events', () => {
  it('are kept whether or not anybody is told, and found by name and object', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    await sandbox.createInquiry();
    await sandbox.walk(id);
    const names = async (query: string) =>
      (await sandbox.rest(`/events?page[size]=100&${query}`)).body.data.map(
        ({ attributes }: { attributes: { name: string } }) => attributes.name,
      );
    const ofTheInquiry = await names(`filter[object-id]=${id}`);
    expect(ofTheInquiry.filter((name: string) => name !== 'inquiry.transitioned')).toEqual([
      'inquiry.completed',
      'inquiry.started',
      'inquiry.created',
    ]);
    expect(await names('filter[name]=verification.passed')).toHaveLength(2);
    const { documents } = (await sandbox.rest(`/inquiries/${id}`)).body.data.relationships;
    expect(await names(`filter[object-id]=${documents.data[0].id}`)).toEqual([
      'document.processed',
      'document.submitted',
      'document.created',
    ]);
    expect(await names('filter[name]=selfie.processed')).toHaveLength(1);
    const [event] = (await sandbox.rest('/events')).body.data;
    expect((await sandbox.rest(`/events/${event.id}`)).body.data).toEqual(event);
  });
});

describe('decisions', () => {
  it('name who made them, a workflow or a person', async () => {
    const sandbox = await running();
    const reviewerOf = async (id: string) =>
      (await sandbox.rest(`/inquiries/${id}`)).body.data.relationships.reviewer.data;
    const ids = [await sandbox.createInquiry(), await sandbox.createInquiry()];
    for (const id of ids) await sandbox.walk(id);
    expect(await reviewerOf(ids[0]!)).toBeNull();
    await sandbox.rest(`/inquiries/${ids[0]}/decline`, {});
    sandbox.clock.advance(3000);
    expect((await reviewerOf(ids[0]!)).type).toBe('user');
    expect((await reviewerOf(ids[1]!)).type).toBe('workflow-run');
  });
});

describe('simulate actions', () => {
  it('make verifications too', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    const [passed] = sandbox.verificationTemplates;
    const act = (actions: object[]) =>
      sandbox.rest(`/inquiries/${id}/perform-simulate-actions`, { meta: { 'simulate-actions': actions } });
    const data = { 'verification-template-id': passed!.id };
    const { body } = await act([
      { type: 'create_failed_verification', data },
      { type: 'create_passed_verification', data },
      { type: 'complete_inquiry' },
    ]);
    expect(body.data.attributes.status).toBe('completed');
    expect(body.data.relationships.verifications.data).toMatchObject([
      { type: `verification/${passed!.type}` },
      { type: `verification/${passed!.type}` },
    ]);
    expect(
      await act([{ type: 'create_passed_verification', data: { 'verification-template-id': 'vtmpl_x' } }]),
    ).toMatchObject({ status: 404 });
  });
});

describe('the webhook', () => {
  it('signs with both secrets while a rotation lasts, and with the new one afterwards', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url });
    const [{ id }] = (await sandbox.rest('/webhooks')).body.data;
    const { secret } = (await sandbox.rest(`/webhooks/${id}/rotate-secret`, { meta: { 'expires-in-seconds': 60 } }))
      .body.data.attributes;
    const signed = (body: string, key: string, seconds: number) =>
      `t=${seconds},v1=${createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex')}`;
    const seconds = sandbox.clock.now() / 1000;
    await sandbox.createInquiry();
    sandbox.clock.advance(0);
    const first = await receiver.next();
    expect(first.headers['persona-signature']).toBe(
      `${signed(first.body, secret, seconds)} ${signed(first.body, sandbox.webhookSecret, seconds)}`,
    );
    sandbox.moveClock(60_000);
    await sandbox.createInquiry();
    sandbox.clock.advance(0);
    const second = await receiver.next();
    expect(second.headers['persona-signature']).toBe(signed(second.body, secret, seconds + 60));
  });

  it('takes the events it is asked to', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url, webhookEvents: ['verification.passed'] });
    await sandbox.walk(await sandbox.createInquiry());
    sandbox.clock.advance(0);
    expect([(await receiver.next()).name, (await receiver.next()).name]).toEqual([
      'verification.passed',
      'verification.passed',
    ]);
  });
});

describe('the rate limit', () => {
  it('counts down, refuses above it and begins again after a minute', async () => {
    const sandbox = await running({ rateLimit: 2 });
    const first = await sandbox.rest('/inquiries');
    expect(
      Object.fromEntries(['limit', 'remaining', 'reset'].map((name) => [name, first.headers.get(`ratelimit-${name}`)])),
    ).toEqual({ limit: '2', remaining: '1', reset: '60' });
    expect((await sandbox.rest('/rate-limits')).body.data[0].attributes.remaining).toBe(0);
    expect(await sandbox.rest('/inquiries')).toMatchObject({
      status: 429,
      body: { errors: [{ title: 'Rate limit exceeded' }] },
    });
    sandbox.clock.advance(60_000);
    expect((await sandbox.rest('/inquiries')).status).toBe(200);
  });
});
