import { describe, expect, it } from 'vitest';
import { sqlStore } from '../../src/host/index.js';
import { at, atPersona, happen, makeHost, onError, opened, post, read, status, world } from './stand-in-host.js';

describe('status', () => {
  it('knows nothing of a new account and asks Persona about it once', async () => {
    expect(await status()).toEqual({
      verified: false,
      required: true,
      status: 'none',
      account: world.account,
      attemptsLeft: 3,
      verifiedAt: null,
      steps: ['id', 'selfie'],
    });
    await status();
    expect(world.calls).toEqual(['GET']);
  });

  it('learns of an approval whose webhook never came', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start', 'complete', 'approve');
    const decided = world.time;
    world.time += 4000;
    expect(await status()).toMatchObject({
      verified: true,
      status: 'approved',
      inquiryId,
      verifiedAt: new Date(decided).toISOString(),
    });
    world.calls = [];
    world.time += 3_600_000;
    expect(await status()).toMatchObject({ verified: true });
    expect(world.calls).toEqual([]);
  });

  it('learns that a reviewer has second thoughts after a refusal, although the event was lost', async () => {
    const first = await opened();
    await happen(first.inquiryId, 'start', 'fail');
    await happen((await opened()).inquiryId, 'start', 'fail', 'decline');
    world.time += 60_000;
    expect(await status()).toMatchObject({ status: 'declined' });
    await happen(first.inquiryId, 'approve');
    world.time += 3_600_000;
    expect(await status()).toMatchObject({ verified: true, inquiryId: first.inquiryId });
  });

  it('asks Persona at most once in three seconds, however many pages and processes wait', async () => {
    await opened();
    world.time += 60_000;
    world.calls = [];
    const hosts = [makeHost(), makeHost()];
    await Promise.all([...hosts, ...hosts, ...hosts].map((host) => status(host)));
    world.time += 2999;
    await status();
    expect(world.calls).toEqual(['GET']);
    world.time += 15_000;
    await status();
    expect(world.calls).toEqual(['GET', 'GET']);
  });

  it('answers what it knows while Persona is away', async () => {
    const { inquiryId } = await opened();
    world.time += 60_000;
    world.answer = () => Promise.reject(new TypeError('fetch failed'));
    expect(await status()).toMatchObject({ verified: false, status: 'created', inquiryId });
    expect(onError).toHaveBeenCalledOnce();
  });

  it('goes by the newest decision, whichever inquiry it was made on', async () => {
    const first = await opened();
    await happen(first.inquiryId, 'start', 'fail');
    const second = await opened();
    expect(second.inquiryId).not.toBe(first.inquiryId);
    await happen(first.inquiryId, 'decline');
    await happen(second.inquiryId, 'start', 'complete', 'approve');
    world.time += 60_000;
    expect(await status()).toMatchObject({ verified: true, inquiryId: second.inquiryId });
  });
});

describe('policy', () => {
  it('lets accounts through that need no verification, without asking Persona', async () => {
    const host = makeHost({ policy: { required: (_, action) => action === 'number-purchase' } });
    expect(await status(host)).toMatchObject({ verified: false, required: false });
    expect(await host.requireVerified(world.account, 'cnam')).toBeNull();
    expect(await read(await host.inquiry(post({ account: world.account, action: 'cnam' })))).toMatchObject({
      status: 409,
      code: 'not_required',
    });
    expect(world.calls).toEqual([]);
    expect((await host.requireVerified(world.account, 'number-purchase'))?.status).toBe(403);
  });
});

describe('policy.subject', () => {
  it('lets one verification serve all accounts of an agency, and shows each its own name', async () => {
    const agency = `agency_of_${world.account}`;
    const asked: string[] = [];
    const host = makeHost({ policy: { subject: () => agency }, authorize: (_, account) => asked.push(account) > 0 });
    const openFor = async (account: string) =>
      ((await (await host.inquiry(post({ account }))).json()) as { inquiryId: string }).inquiryId;
    const [one, two] = [`${world.account}_1`, `${world.account}_2`];
    const inquiryId = await openFor(one);
    expect(await openFor(two)).toBe(inquiryId);
    expect((await host.requireVerified(two))?.status).toBe(403);
    await happen(inquiryId, 'start', 'complete', 'approve');
    world.time += 60_000;
    for (const account of [one, two]) {
      expect(await read(await host.status(at(`status?account=${account}`)))).toMatchObject({
        account,
        verified: true,
        inquiryId,
      });
      expect(await host.requireVerified(account)).toBeNull();
    }
    expect(new Set(asked)).toEqual(new Set([one, two]));
  });
});

describe('policy.verifies', () => {
  it('takes a completed inquiry where the host says so, until it is declined', async () => {
    const host = makeHost({ policy: { verifies: 'completed' } });
    const { inquiryId } = await opened(host);
    await happen(inquiryId, 'start', 'complete');
    world.time += 4000;
    expect(await status(host)).toMatchObject({ verified: true, status: 'completed' });
    expect(await host.requireVerified(world.account)).toBeNull();
    await happen(inquiryId, 'decline');
    world.time += 60_000;
    expect((await host.requireVerified(world.account))?.status).toBe(403);
  });
});

describe('policy.pause', () => {
  it('opens the next attempt only when the time has come, and says when', async () => {
    const host = makeHost({ policy: { pause: 600 } });
    const first = await opened(host);
    await happen(first.inquiryId, 'start', 'fail');
    const retryAt = new Date(world.time + 600_000).toISOString();
    world.time += 60_000;
    expect(await status(host)).toMatchObject({ status: 'failed', attemptsLeft: 2, retryAt });
    expect(await read(await host.inquiry(post({ account: world.account })))).toMatchObject({
      status: 409,
      code: 'attempts_exhausted',
      detail: expect.stringContaining(retryAt),
    });
    world.time += 540_000;
    expect((await opened(host)).inquiryId).not.toBe(first.inquiryId);
  });
});

describe('requireVerified', () => {
  it('refuses until the account is approved', async () => {
    const host = makeHost();
    const refusal = await host.requireVerified(world.account);
    expect(refusal?.headers.get('content-type')).toBe('application/problem+json');
    expect(await read(refusal as Response)).toMatchObject({
      status: 403,
      code: 'verification_required',
      type: 'about:blank',
    });
    await happen((await opened(host)).inquiryId, 'start', 'complete');
    world.time += 4000;
    expect((await host.requireVerified(world.account))?.status).toBe(403);
    await happen((await atPersona())[0] as string, 'approve');
    world.time += 4000;
    expect(await host.requireVerified(world.account)).toBeNull();
  });
});

describe('fetch', () => {
  const host = () => makeHost();
  const strangers = { headers: { cookie: 'user=stranger' } };

  it.each<[string, Request, number, string]>([
    ['no account', at('status'), 400, 'invalid_request'],
    ['an empty account', at('status?account=%20'), 400, 'invalid_request'],
    ['an account of 201 characters', at(`status?account=${'a'.repeat(201)}`), 400, 'invalid_request'],
    ['a body without account', post({ action: 'cnam' }), 400, 'invalid_request'],
    [
      'a body that is no JSON',
      at('inquiry', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }),
      400,
      'invalid_request',
    ],
    [
      'a form of another site',
      at('inquiry', { method: 'POST', body: '{"account":"a"}', headers: { 'content-type': 'text/plain' } }),
      415,
      'unsupported_media_type',
    ],
    ['a stranger asking', at('status?account=a', strangers), 403, 'forbidden'],
    ['a stranger creating', post({ account: 'a' }, { cookie: 'user=stranger' }), 403, 'forbidden'],
    ['nobody asking', new Request('http://host.test/status?account=a'), 401, 'not_signed_in'],
    ['the wrong method', at('status?account=a', { method: 'POST' }), 405, 'method_not_allowed'],
    ['another wrong method', at('inquiry'), 405, 'method_not_allowed'],
    ['an unsigned event', at('webhook', { method: 'POST', body: '{}' }), 401, 'invalid_signature'],
    ['another path', at('secrets'), 404, 'not_found'],
  ])('answers %s with a problem and leaves Persona alone', async (_, request, expected, code) => {
    const response = await host().fetch(request);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await read(response)).toMatchObject({
      status: expected,
      code,
      detail: expect.any(String),
      title: expect.any(String),
    });
    expect(world.calls).toEqual([]);
  });

  it('routes by the last part of the path, whatever stands before it', async () => {
    const response = await host().fetch(
      new Request(`http://host.test/deep/er/status?account=${world.account}`, { headers: { cookie: 'user=owner' } }),
    );
    expect(await read(response)).toMatchObject({ status: 'none' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('takes a path that ends with a slash for the same path', async () => {
    const request = new Request(`http://host.test/status/?account=${world.account}`, {
      headers: { cookie: 'user=owner' },
    });
    expect(await read(await host().fetch(request))).toMatchObject({ status: 'none' });
  });

  it.each([[[]], [{}], ['yes'], [1]])('lets nobody in whom authorize answers with %j', async (odd) => {
    for (const answer of [odd, Promise.resolve(odd)]) {
      const strict = makeHost({ authorize: () => answer as unknown as boolean });
      expect(await read(await strict.fetch(at(`status?account=${world.account}`)))).toMatchObject({
        code: 'forbidden',
      });
    }
    const sure = makeHost({ authorize: async () => true });
    expect(await read(await sure.fetch(at(`status?account=${world.account}`)))).toMatchObject({ status: 'none' });
  });

  it("answers 503 when the host's own function fails, lets nobody through and does not blame Persona", async () => {
    const failing = () => Promise.reject(new Error('no session store'));
    for (const over of [{ authorize: failing }, { policy: { required: failing } }, { policy: { subject: failing } }]) {
      onError.mockClear();
      expect(await read(await makeHost(over).fetch(at(`status?account=${world.account}`)))).toMatchObject({
        status: 503,
        code: 'unavailable',
        detail: expect.not.stringContaining('session'),
      });
      expect(onError).toHaveBeenCalledWith(new Error('no session store'));
      if (over.policy) await expect(makeHost(over).requireVerified(world.account)).rejects.toThrow('no session store');
    }
  });

  it('answers 503 instead of throwing when the database is away, and tells the log without a secret', async () => {
    const broken = makeHost({
      store: sqlStore({
        query: () => Promise.reject(Object.assign(new Error('connection refused'), { params: ['token'] })),
      }),
    });
    expect(await read(await broken.fetch(at(`status?account=${world.account}`)))).toMatchObject({
      status: 503,
      code: 'unavailable',
    });
    const [error] = onError.mock.calls[0] as [Error];
    expect(error.message).toBe('The identity store failed: connection refused');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('token');
  });
});
