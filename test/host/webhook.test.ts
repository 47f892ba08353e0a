import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdentityHost, type IdentityHost, type IdentityHostOptions, sqlStore } from '../../src/host/index.js';
import { freshDatabase } from '../helpers/blank-database.js';
import { delivery, event, sign, templateId, webhookSecret } from './signed.js';

const db = await freshDatabase();
afterAll(() => db.close());

const now = Date.parse('2026-11-20T12:00:00Z');
const asked: string[] = [];
let atPersona: unknown[] = [];
let reachable = true;

const store = sqlStore(db);
const onError = vi.fn();
const options: IdentityHostOptions = {
  persona: {
    apiKey: 'persona_sandbox_test',
    templateId,
    webhookSecret,
    fetch: async (input) => {
      asked.push(String(input));
      if (!reachable) throw new TypeError('fetch failed');
      return Response.json({ data: atPersona });
    },
  },
  store,
  authorize: () => true,
  onError,
  now: () => now,
};
// A host for each test: what is wrong with the webhook is told once a minute.
let host: IdentityHost;
beforeEach(() => {
  host = createIdentityHost(options);
  onError.mockClear();
});

let accounts = 0;
const fresh = () => {
  accounts += 1;
  return { account: `acc_${accounts}`, inquiryId: `inq_${accounts}` };
};

/** One that this host has opened. */
const mine = async () => {
  const one = fresh();
  const createdAt = new Date('2026-11-20T08:00:00.000Z');
  await store.claim({ ...one, status: 'created', createdAt, at: createdAt, asOf: createdAt }, 'host');
  return one;
};

const deliver = (body: string, signature: string | null = sign(body, { at: now })) =>
  host.webhook(delivery(body, signature));
const stored = async ({ inquiryId }: { inquiryId: string }) => {
  const { rows } = await db.query<{ status: string }>(
    'select status from lc_identity_inquiries where inquiry_id = $1',
    [inquiryId],
  );
  return rows[0]?.status ?? null;
};
const code = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('webhook', () => {
  it.each([
    ['inquiry.created', 'created'],
    ['inquiry.started', 'pending'],
    ['inquiry.completed', 'completed'],
    ['inquiry.failed', 'failed'],
    ['inquiry.expired', 'expired'],
    ['inquiry.marked-for-review', 'needs_review'],
    ['inquiry.approved', 'approved'],
    ['inquiry.declined', 'declined'],
  ])('takes %s as %s', async (name, status) => {
    const one = await mine();
    expect((await deliver(event({ ...one, name, at: '2026-11-20T11:59:00.000Z' }))).status).toBe(200);
    expect(await stored(one)).toBe(status);
  });

  it('answers 200 to events it does not know and keeps nothing of them', async () => {
    const one = fresh();
    expect(
      (await deliver(event({ ...one, name: 'inquiry.transitioned', at: '2026-11-20T11:59:00.000Z' }))).status,
    ).toBe(200);
    expect(
      (
        await deliver(
          JSON.stringify({
            data: { id: 'evt_x', attributes: { name: 'report.ready', 'created-at': '2026-11-20T11:59:00.000Z' } },
          }),
        )
      ).status,
    ).toBe(200);
    expect(await stored(one)).toBeNull();
  });

  it.each([
    ['no signature', null],
    ['a signature of another secret', sign('other', { at: now, secret: 'wbhsec_other' })],
    ['an empty signature', `t=${now / 1000},v1=`],
    ['a signature of the right length and wrong value', `t=${now / 1000},v1=${'0'.repeat(64)}`],
    ['text', 'let me in'],
  ])('refuses %s with 401 and keeps nothing', async (_, signature) => {
    const one = fresh();
    const response = await deliver(
      event({ ...one, name: 'inquiry.approved', at: '2026-11-20T11:59:00.000Z' }),
      signature,
    );
    expect(response.status).toBe(401);
    expect(await code(response)).toBe('invalid_signature');
    expect(await stored(one)).toBeNull();
  });

  it('refuses a body changed after signing', async () => {
    const one = fresh();
    const honest = event({ ...one, name: 'inquiry.declined', at: '2026-11-20T11:59:00.000Z' });
    expect((await deliver(honest.replace('declined', 'approved'), sign(honest, { at: now }))).status).toBe(401);
  });

  it('checks the bytes as sent, not the JSON they stand for', async () => {
    const body = event({ ...fresh(), name: 'inquiry.created', at: '2026-11-20T11:59:00.000Z' });
    expect((await deliver(`${body}\n`, sign(body, { at: now }))).status).toBe(401);
    expect((await deliver(`${body}\n`)).status).toBe(200);
  });

  it('accepts either signature while the secret is rotated', async () => {
    for (const order of [0, 1]) {
      const one = await mine();
      const body = event({ ...one, name: 'inquiry.approved', at: '2026-11-20T11:59:00.000Z' });
      const both = [sign(body, { at: now }), sign(body, { at: now - 1000, secret: 'wbhsec_other' })];
      if (order) both.reverse();
      expect((await deliver(body, both.join(' '))).status).toBe(200);
      expect(await stored(one)).toBe('approved');
    }
  });

  it.each([
    ['text', 'hello'],
    ['JSON that is no event', '{"data":{}}'],
    ['an event without a usable time', event({ name: 'inquiry.approved', at: 'yesterday' })],
    [
      'a known event without an inquiry',
      JSON.stringify({
        data: {
          id: 'evt_y',
          attributes: { name: 'inquiry.approved', 'created-at': '2026-11-20T11:59:00.000Z', payload: {} },
        },
      }),
    ],
  ])('answers 400 to signed %s', async (_, body) => {
    const response = await deliver(body);
    expect(response.status).toBe(400);
    expect(await code(response)).toBe('invalid_request');
  });

  it('takes a status from the event’s name when the body tells neither status nor times', async () => {
    for (const bare of [{ attributes: {} }, {}]) {
      const one = await mine();
      const body = JSON.stringify({
        data: {
          id: `evt_${crypto.randomUUID()}`,
          attributes: {
            name: 'inquiry.approved',
            'created-at': '2026-11-20T11:59:00.000Z',
            payload: { data: { id: one.inquiryId, ...bare } },
          },
        },
      });
      expect((await deliver(body)).status).toBe(200);
      expect(await stored(one)).toBe('approved');
    }
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('knows no event named %s', async (name) => {
    const one = await mine();
    expect((await deliver(event({ ...one, name, at: '2026-11-20T11:59:00.000Z' }))).status).toBe(200);
    expect(await stored(one)).toBe('created');
  });

  it('says why an event of Persona is refused, once a minute, and nothing of a stranger', async () => {
    const body = event({ ...fresh(), name: 'inquiry.approved', at: '2026-11-20T11:59:00.000Z' });
    await deliver(body, null);
    expect(onError).not.toHaveBeenCalled();
    for (let count = 0; count < 3; count += 1) await deliver(body, sign(body, { at: now, secret: 'wbhsec_other' }));
    expect(onError).toHaveBeenCalledOnce();
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({
        name: 'WebhookError',
        message: expect.stringMatching(/webhookSecret.*dashboard.*before express\.json\(\)/),
      }),
    );
  });

  it('says so when something has read the body before', async () => {
    const read = delivery(event({ ...fresh(), name: 'inquiry.approved', at: '2026-11-20T11:59:00.000Z' }));
    await read.text();
    const empty = delivery('', sign('{}', { at: now }));
    for (const request of [read, empty]) {
      host = createIdentityHost(options);
      onError.mockClear();
      expect((await host.webhook(request)).status).toBe(401);
      expect(onError).toHaveBeenCalledWith(
        expect.objectContaining({ message: expect.stringContaining('Mount this before express.json()') }),
      );
    }
  });

  it('counts an event id once', async () => {
    const one = await mine();
    const approved = event({ ...one, id: 'once', name: 'inquiry.approved', at: '2026-11-20T11:58:00.000Z' });
    await deliver(approved);
    await deliver(event({ ...one, name: 'inquiry.declined', at: '2026-11-20T11:59:00.000Z' }));
    const again = event({ ...one, id: 'once', name: 'inquiry.approved', at: '2026-11-20T11:59:30.000Z' });
    expect((await deliver(again)).status).toBe(200);
    expect(await stored(one)).toBe('declined');
  });

  it('ends in the same state for every order of arrival', async () => {
    const story = [
      ['inquiry.created', '2026-11-20T11:00:00.000Z'],
      ['inquiry.started', '2026-11-20T11:00:01.000Z'],
      ['inquiry.completed', '2026-11-20T11:00:01.000Z'],
      ['inquiry.approved', '2026-11-20T11:00:02.000Z'],
    ] as const;
    const orders = (items: number[]): number[][] =>
      items.length < 2
        ? [items]
        : items.flatMap((first) => orders(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
    for (const order of orders([0, 1, 2, 3])) {
      const one = await mine();
      for (const index of order) {
        const [name, at] = story[index] as (typeof story)[number];
        await deliver(event({ ...one, name, at }));
      }
      expect(await stored(one), order.join()).toBe('approved');
    }
  });

  it('takes the later of two statuses reported for the same millisecond, in either order', async () => {
    for (const names of [
      ['started', 'completed'],
      ['completed', 'started'],
    ]) {
      const one = await mine();
      for (const name of names)
        await deliver(event({ ...one, name: `inquiry.${name}`, at: '2026-11-20T11:00:00.000Z' }));
      expect(await stored(one), names.join()).toBe('completed');
    }
  });

  it('keeps the same state when all events arrive at once', async () => {
    const one = await mine();
    const names = ['created', 'started', 'completed', 'approved'];
    await Promise.all(
      names.map((name, index) =>
        deliver(event({ ...one, name: `inquiry.${name}`, at: `2026-11-20T11:00:0${index}.000Z` })),
      ),
    );
    expect(await stored(one)).toBe('approved');
  });

  it('lets a newer decision replace an older one, and nothing else', async () => {
    const one = await mine();
    await deliver(event({ ...one, name: 'inquiry.approved', at: '2026-11-20T11:00:00.000Z' }));
    await deliver(event({ ...one, name: 'inquiry.expired', at: '2026-11-20T11:10:00.000Z' }));
    expect(await stored(one)).toBe('approved');
    await deliver(event({ ...one, name: 'inquiry.declined', at: '2026-11-20T11:20:00.000Z' }));
    expect(await stored(one)).toBe('declined');
    await deliver(event({ ...one, name: 'inquiry.approved', at: '2026-11-20T11:15:00.000Z' }));
    expect(await stored(one)).toBe('declined');
  });

  it('ignores another template and an inquiry that belongs to no account', async () => {
    const [other, nobody] = [fresh(), fresh()];
    expect(
      (
        await deliver(
          event({ ...other, template: 'itmpl_light', name: 'inquiry.approved', at: '2026-11-20T11:59:00.000Z' }),
        )
      ).status,
    ).toBe(200);
    expect(
      (await deliver(event({ ...nobody, account: null, name: 'inquiry.approved', at: '2026-11-20T11:59:00.000Z' })))
        .status,
    ).toBe(200);
    expect([await stored(other), await stored(nobody)]).toEqual([null, null]);
  });

  it('keeps an inquiry with the account it was first seen for', async () => {
    const one = await mine();
    await deliver(event({ ...one, name: 'inquiry.created', at: '2026-11-20T11:00:00.000Z' }));
    await deliver(event({ ...one, account: 'someone else', name: 'inquiry.approved', at: '2026-11-20T11:01:00.000Z' }));
    expect(await host.requireVerified('someone else')).not.toBeNull();
    expect(await host.requireVerified(one.account)).toBeNull();
  });

  it('understands camel and snake case as well', async () => {
    for (const inflect of [
      (key: string) => key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
      (key: string) => key.replaceAll('-', '_'),
    ]) {
      const one = await mine();
      const body = event({ ...one, name: 'inquiry.approved', at: '2026-11-20T11:59:00.000Z' }).replace(
        /"[a-z-]+":/g,
        inflect,
      );
      expect((await deliver(body)).status).toBe(200);
      expect(await stored(one)).toBe('approved');
    }
  });

  describe('with a signature older than the tolerance', () => {
    const late = (body: string) => deliver(body, sign(body, { at: now - 301_000 }));

    it('asks Persona instead of believing the body', async () => {
      const one = await mine();
      atPersona = [
        {
          id: one.inquiryId,
          attributes: {
            status: 'needs_review',
            'reference-id': one.account,
            'created-at': '2026-11-20T08:00:00.000Z',
            'updated-at': '2026-11-20T09:00:00.000Z',
          },
        },
      ];
      const response = await late(event({ ...one, name: 'inquiry.approved', at: '2026-11-20T08:30:00.000Z' }));
      expect(response.status).toBe(200);
      expect(await stored(one)).toBe('needs_review');
    });

    it('answers 503 while Persona cannot be asked, so that the event comes again', async () => {
      reachable = false;
      const response = await late(event({ ...fresh(), name: 'inquiry.approved', at: '2026-11-20T08:30:00.000Z' }));
      reachable = true;
      expect(response.status).toBe(503);
    });

    it('does not ask for an event it has already', async () => {
      const body = event({ ...(await mine()), name: 'inquiry.created', at: '2026-11-20T11:00:00.000Z' });
      await deliver(body);
      const before = asked.length;
      expect((await late(body)).status).toBe(200);
      expect(asked.length).toBe(before);
    });
  });

  it('stores nothing of the person', async () => {
    const tables = ['lc_identity_inquiries', 'lc_identity_accounts', 'lc_identity_events'];
    const everything = await Promise.all(tables.map((table) => db.query(`select * from ${table}`)));
    expect(JSON.stringify(everything)).not.toContain('PRIVATE');
  });
});
