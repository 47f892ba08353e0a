import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { kycWalk } from './kyc-walk.js';
import { type RunningSandbox, running } from './running-sandbox.js';
import { type WebhookReceiver, webhookReceiver } from './webhook-receiver.js';

/** A webhook made by the API and switched on. */
async function endpoint({ rest }: RunningSandbox, attributes: object) {
  const made = (await rest('/webhooks', { data: { attributes: { name: 'Mine', ...attributes } } })).body.data;
  await rest(`/webhooks/${made.id}/enable`, {});
  return made;
}

/** What arrives next. */
async function received(sandbox: RunningSandbox, receiver: WebhookReceiver) {
  sandbox.clock.advance(0);
  return JSON.parse((await receiver.next()).body).data;
}

describe('a webhook', () => {
  it('is made disabled, and sent events with its own secret once it is enabled', async () => {
    const sandbox = await running();
    const receiver = await webhookReceiver();
    const { data } = (
      await sandbox.rest('/webhooks', {
        data: { attributes: { name: 'Mine', url: receiver.url, 'enabled-events': ['inquiry.created'] } },
      })
    ).body;
    expect(data.attributes).toMatchObject({ status: 'disabled', secrets: [{ value: data.attributes.secret }] });
    await sandbox.createInquiry();
    await sandbox.rest(`/webhooks/${data.id}/enable`, {});
    const id = await sandbox.createInquiry();
    sandbox.clock.advance(0);
    const { body, headers } = await receiver.next();
    expect(JSON.parse(body).data.attributes.payload.data.id).toBe(id);
    const seconds = sandbox.clock.now() / 1000;
    const digest = createHmac('sha256', data.attributes.secret).update(`${seconds}.${body}`).digest('hex');
    expect(headers['persona-signature']).toBe(`t=${seconds},v1=${digest}`);
    await sandbox.rest(`/webhooks/${data.id}/disable`, {});
    await sandbox.createInquiry();
    sandbox.clock.advance(0);
    expect(receiver.all).toHaveLength(1);
  });

  it('stands beside others, each with its own events, keys, version and headers', async () => {
    const [plain, own] = [await webhookReceiver(), await webhookReceiver(undefined, { described: false })];
    const sandbox = await running({ webhookUrl: plain.url });
    await endpoint(sandbox, {
      url: own.url,
      'enabled-events': ['*'],
      'api-key-inflection': 'camel',
      'api-version': '2023-01-05',
      'custom-http-headers': { 'X-API-Key': 'mine' },
    });
    await sandbox.createInquiry({ 'reference-id': 'loc_1', fields: { 'name-first': 'Ada' } });
    expect((await received(sandbox, plain)).attributes.payload.data.attributes).toMatchObject({
      'reference-id': 'loc_1',
    });
    expect((await received(sandbox, own)).attributes.name).toBe('account.created');
    const { attributes } = await received(sandbox, own);
    expect(attributes).toMatchObject({
      name: 'inquiry.created',
      createdAt: expect.any(String),
      payload: {
        data: { attributes: { referenceId: 'loc_1', nameFirst: 'Ada', fields: { nameFirst: { value: 'Ada' } } } },
      },
    });
    expect(own.all[0]!.headers['x-api-key']).toBe('mine');
    expect(plain.all).toHaveLength(1);
  });

  it('leaves out attributes by name and by path, whichever resource has them', async () => {
    const sandbox = await running();
    const receiver = await webhookReceiver(undefined, { described: false });
    await endpoint(sandbox, {
      url: receiver.url,
      'enabled-events': ['inquiry.created'],
      'api-attributes-blocklist': ['name-*', '/data/attributes/fields/*-number', 'note'],
      'relationship-allowlist': { state: 'include_none' },
    });
    await sandbox.createInquiry({ note: 'private' });
    const { data } = (await received(sandbox, receiver)).attributes.payload;
    expect(data.attributes).not.toHaveProperty('note');
    expect(Object.keys(data.attributes.fields)).toEqual(expect.arrayContaining(['birthdate', 'address-city']));
    expect(Object.keys(data.attributes.fields).filter((key) => /^name-|-number$/.test(key))).toEqual([]);
    expect(data).not.toHaveProperty('relationships');
  });

  it('is sent only what its filter contains', async () => {
    const sandbox = await running();
    const receiver = await webhookReceiver();
    const { id } = await endpoint(sandbox, {
      url: receiver.url,
      'enabled-events': ['inquiry.created'],
      'payload-filter': { data: { attributes: { tags: ['vip'], $or: [{ note: 'a' }, { note: 'b' }] } } },
    });
    await sandbox.createInquiry({ note: 'a' });
    await sandbox.createInquiry({ note: 'c', tags: ['vip'] });
    const right = await sandbox.createInquiry({ note: 'b', tags: ['new', 'vip'] });
    expect((await received(sandbox, receiver)).attributes.payload.data.id).toBe(right);
    expect(receiver.all).toHaveLength(1);
    const change = { data: { attributes: { 'enabled-events': ['inquiry.expired'] } } };
    const { body } = await sandbox.rest(`/webhooks/${id}`, change, { method: 'PATCH' });
    expect(body.data.attributes).toMatchObject({ 'enabled-events': ['inquiry.expired'], status: 'enabled' });
    expect(body.data.attributes).not.toHaveProperty('secret');
  });

  it('carries along the records that its allowlist names', async () => {
    const sandbox = await running();
    const receiver = await webhookReceiver();
    await endpoint(sandbox, {
      url: receiver.url,
      'enabled-events': ['inquiry.created', 'inquiry.expired'],
      'included-allowlist': {
        state: 'custom',
        'event-types': [{ 'event-type': 'inquiry', relationships: ['account'] }],
      },
    });
    await sandbox.createInquiry({ 'reference-id': 'loc_1' });
    expect((await received(sandbox, receiver)).attributes.payload.included).toMatchObject([
      { type: 'account', attributes: { 'reference-id': 'loc_1' } },
    ]);
  });

  it('names pictures by addresses that are open for as long as it says', async () => {
    const sandbox = await running();
    const receiver = await webhookReceiver();
    await endpoint(sandbox, {
      url: receiver.url,
      'enabled-events': ['document.processed'],
      'file-access-token-expires-in': 60,
    });
    await kycWalk(sandbox, {});
    const { url } = (await received(sandbox, receiver)).attributes.payload.data.attributes['front-photo'];
    expect((await fetch(url)).headers.get('content-type')).toBe('image/png');
    expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(401);
    expect((await fetch(url.replace(/file_\w+\./, 'file_other.'))).status).toBe(401);
    sandbox.clock.advance(60_000);
    expect((await fetch(url)).status).toBe(401);
  });

  it('is copied with a secret of its own, and archived for good', async () => {
    const sandbox = await running();
    const made = await endpoint(sandbox, {
      url: 'http://127.0.0.1:9/',
      name: 'Mine',
      'enabled-events': ['case.created'],
    });
    const copy = (await sandbox.rest(`/webhooks/${made.id}/clone`, {})).body.data;
    expect(copy.attributes).toMatchObject({ name: 'Mine', 'enabled-events': ['case.created'], status: 'disabled' });
    expect(copy.attributes.secret).not.toBe(made.attributes.secret);
    expect((await sandbox.rest('/webhooks')).body.data).toHaveLength(3);
    await sandbox.rest(`/webhooks/${made.id}/archive`, {});
    expect((await sandbox.rest('/webhooks')).body.data).toHaveLength(2);
    expect((await sandbox.rest(`/webhooks/${made.id}`)).body.data.attributes.status).toBe('archived');
  });

  it.each([
    [{ url: undefined }, 'url is missing'],
    [{ name: undefined }, 'name is missing'],
    [{ url: 'ftp://example.com' }, 'url'],
    [{ 'enabled-events': ['inquiry.complete'] }, 'must be * or the name of an event'],
    [{ 'enabled-events': ['inquiry.*'] }, 'must be * or the name of an event'],
    [{ 'api-version': '2024-01-01' }, 'api_version'],
    [{ 'api-key-inflection': 'pascal' }, 'api_key_inflection'],
    [{ colour: 'red' }, 'colour is not allowed'],
  ])('is refused with %j', async (wrong, details) => {
    const sandbox = await running();
    const right = {
      name: 'Mine',
      url: 'http://example.com',
      'enabled-events': ['inquiry.created', 'report/watchlist.ready'],
    };
    expect((await sandbox.rest('/webhooks', { data: { attributes: right } })).status).toBe(201);
    expect(await sandbox.rest('/webhooks', { data: { attributes: { ...right, ...wrong } } })).toMatchObject({
      status: 400,
      body: { errors: [{ details: expect.stringContaining(details) }] },
    });
  });
});
