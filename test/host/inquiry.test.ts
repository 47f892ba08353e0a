import { describe, expect, it } from 'vitest';
import {
  atPersona,
  db,
  happen,
  makeHost,
  onError,
  open,
  opened,
  persona,
  post,
  read,
  status,
  world,
} from './stand-in-host.js';

/** Opens the inquiry at Persona as the page does, after which its session is no longer unused. */
async function useUp(sessionToken: string): Promise<void> {
  const { inquiryId } = await opened();
  const response = await fetch(`${persona.origin}/flow/open`, {
    method: 'POST',
    body: JSON.stringify({ inquiryId, sessionToken, fields: {} }),
    headers: { 'content-type': 'application/json' },
  });
  expect(response.status).toBe(200);
}

describe('inquiry', () => {
  it('creates one and gives the same answer the second time', async () => {
    const first = await open();
    expect(first).toMatchObject({
      status: 200,
      inquiryId: expect.stringMatching(/^inq_/),
      personaHost: persona.host,
    });
    expect(first).not.toHaveProperty('sessionToken');
    expect(first).not.toHaveProperty('oneTimeLink');
    expect(await open()).toEqual(first);
    expect(world.calls.filter((call) => call.startsWith('POST'))).toEqual(['POST']);
  });

  it('creates one for many requests at once, to two processes on one database', async () => {
    const [one, two] = [makeHost(), makeHost()];
    const answers = await Promise.all([one, two, one, two, one].map((host) => open(host)));
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(await atPersona()).toHaveLength(1);
  });

  it('takes what it finds at Persona for its own only where the host says so', async () => {
    const { inquiryId } = await opened();
    await db.query('delete from lc_identity_inquiries where account = $1', [world.account]);
    expect((await opened(makeHost({ policy: { accepts: 'template' } }))).inquiryId).toBe(inquiryId);
    expect((await opened()).inquiryId).not.toBe(inquiryId);
  });

  it('resumes one that was begun, once, and hands out the same session again', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start');
    const resumed = await opened();
    expect(resumed).toMatchObject({ inquiryId, sessionToken: expect.stringMatching(/^ey/) });
    // Not a day from now: it may be a session that was made before, such as that of a link nobody has opened.
    const { exp } = JSON.parse(atob(resumed.sessionToken!.split('.')[1]!));
    expect(resumed.expiresAt).toBe(new Date(exp * 1000).toISOString());
    expect(await opened()).toEqual(resumed);
    expect(world.calls.filter((call) => call.includes('resume'))).toHaveLength(1);
  });

  it('uses up one session for many requests at once', async () => {
    await happen((await opened()).inquiryId, 'start');
    const [one, two] = [makeHost(), makeHost()];
    const answers = await Promise.all([one, two, one, two].map((host) => open(host)));
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(world.calls.filter((call) => call.includes('resume'))).toHaveLength(1);
  });

  it('asks for another session when the page says its own was refused, and when it is about to end', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start');
    await opened();
    await open(makeHost(), { renew: true });
    expect(world.calls.filter((call) => call.includes('resume'))).toHaveLength(2);
    world.time += 24 * 3_600_000 - 60_000;
    await opened();
    expect(world.calls.filter((call) => call.includes('resume'))).toHaveLength(3);
  });

  it('takes one more session for all the requests of the last ten minutes, because none lasts longer', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start');
    const { sessionToken } = await opened();
    await useUp(sessionToken as string);
    world.time += 24 * 3_600_000 - 5 * 60_000;
    const last = await opened();
    expect(last.sessionToken).not.toBe(sessionToken);
    await useUp(last.sessionToken as string);
    world.time += 60_000;
    expect([await opened(), await opened()]).toEqual([last, last]);
    expect(world.calls.filter((call) => call.includes('resume'))).toHaveLength(2);
  });

  it('says of one that nobody has begun when it ends, however late it is asked for again', async () => {
    const first = await opened();
    expect(Date.parse(first.expiresAt as string)).toBeGreaterThan(world.time);
    world.time += 24 * 3_600_000 - 5 * 60_000;
    expect(await opened()).toEqual(first);
    expect(await open(makeHost(), { renew: true })).toMatchObject({ expiresAt: first.expiresAt });
  });

  it('refuses a body that was read before it came here, and says where to mount the host', async () => {
    for (const spoil of [(request: Request) => request.text(), (request: Request) => request.body?.getReader()]) {
      const request = post({ account: world.account });
      await spoil(request);
      expect(await read(await makeHost().inquiry(request))).toMatchObject({
        status: 400,
        detail: expect.stringContaining('mount this before express.json()'),
      });
    }
    expect(onError).not.toHaveBeenCalled();
  });

  it('makes a link for whoever asks for one, once for each session', async () => {
    const { inquiryId } = await opened();
    const linked: Record<string, unknown> = await open(makeHost(), { link: true });
    expect(linked).toMatchObject({ inquiryId, oneTimeLink: expect.stringContaining('/verify?code=') });
    expect(await open(makeHost(), { link: true })).toEqual(linked);
    expect(await opened()).not.toHaveProperty('oneTimeLink');
    const links = () => world.calls.filter((call) => call.includes('one-time-link')).length;
    expect(links()).toBe(1);
    await happen(inquiryId, 'start');
    const resumed: Record<string, unknown> = await open(makeHost(), { link: true });
    expect(resumed.oneTimeLink).not.toBe(linked.oneTimeLink);
    expect([links(), (await opened()).sessionToken]).toEqual([2, resumed.sessionToken]);
  });

  it('opens without a link when Persona makes none', async () => {
    world.answer = async (go) =>
      world.calls.at(-1)?.includes('one-time-link') ? Response.json({ errors: [] }, { status: 500 }) : go();
    const answer = await open(makeHost(), { link: true });
    expect(answer).toMatchObject({ status: 200, inquiryId: expect.stringMatching(/^inq_/) });
    expect(answer).not.toHaveProperty('oneTimeLink');
  });

  it('resumes one that has expired', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start', 'expire');
    expect(await opened()).toMatchObject({ inquiryId, sessionToken: expect.any(String) });
    world.time += 4000;
    expect(await status()).toMatchObject({ status: 'pending', inquiryId });
  });

  it('creates another when Persona does not let it be resumed', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start');
    world.answer = async (go) =>
      world.calls.at(-1)?.includes('resume') ? Response.json({ errors: [] }, { status: 409 }) : go();
    const next = await opened();
    expect(next.inquiryId).not.toBe(inquiryId);
    expect((await opened()).inquiryId).toBe(next.inquiryId);
  });

  it('allows three failed inquiries, then asks for support', async () => {
    for (const attemptsLeft of [2, 1, 0]) {
      await happen((await opened()).inquiryId, 'start', 'fail');
      world.time += 60_000;
      expect(await status()).toMatchObject({ status: 'failed', attemptsLeft });
    }
    expect(await open()).toMatchObject({ status: 409, code: 'attempts_exhausted' });
    expect(await atPersona()).toHaveLength(3);
  });

  it.each([
    ['completed', ['start', 'complete']],
    ['in review', ['start', 'fail', 'mark_for_review']],
    ['approved', ['start', 'complete', 'approve']],
    ['declined', ['start', 'fail', 'decline']],
  ])('answers 409 to one that is %s', async (_, steps) => {
    await happen((await opened()).inquiryId, ...steps);
    expect(await open()).toMatchObject({ status: 409, code: 'already_decided' });
    expect(await atPersona()).toHaveLength(1);
  });

  it('does not make a second one when the answer to the first got lost', async () => {
    world.answer = async (go) => {
      const response = await go();
      if (world.calls.at(-1) === 'POST') throw new TypeError('fetch failed');
      return response;
    };
    expect(await open()).toMatchObject({ status: 503, code: 'provider_unavailable' });
    // Not even while Persona's list does not show it yet.
    world.answer = async (go) => (world.calls.at(-1) === 'GET' ? Response.json({ data: [] }) : go());
    expect(await open()).toMatchObject({ status: 200 });
    expect(await atPersona()).toHaveLength(1);
  });

  it('is not stuck with an error Persona would repeat', async () => {
    const keys: (string | null)[] = [];
    const host = makeHost({
      persona: {
        ...persona,
        apiUrl: `${persona.origin}/api/v1`,
        fetch: async (input, init) => {
          const request = new Request(input, init);
          if (request.method !== 'POST') return fetch(input, init);
          const key = request.headers.get('idempotency-key');
          keys.push(key);
          return key === keys[0] ? Response.json({ errors: [] }, { status: 500 }) : fetch(input, init);
        },
      },
    });
    expect(await open(host)).toMatchObject({ status: 503 });
    expect(await open(host)).toMatchObject({ status: 200 });
    // Once more with the first key, because a gateway may have failed behind which the inquiry was made.
    expect(keys).toEqual([keys[0], keys[0], expect.any(String)]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('knows an inquiry for its own that was made behind a gateway that failed', async () => {
    world.answer = async (go) => {
      const response = await go();
      return world.calls.at(-1) === 'POST' ? new Response('', { status: 502 }) : response;
    };
    expect(await open()).toMatchObject({ status: 503 });
    world.answer = (go) => go();
    const { inquiryId } = await opened();
    expect(await atPersona()).toEqual([inquiryId]);
  });

  it('takes over from a process that died in its turn', async () => {
    await db.query(
      `insert into lc_identity_accounts (account, turn, turn_until)
       values ($1, gen_random_uuid(), now() - interval '1 second')`,
      [world.account],
    );
    expect(await open()).toMatchObject({ status: 200 });
  });

  it('passes on how long Persona wants to be left alone', async () => {
    world.answer = async () => new Response('{}', { status: 429, headers: { 'ratelimit-reset': '12' } });
    const response = await makeHost().inquiry(post({ account: world.account }));
    expect(response.headers.get('retry-after')).toBe('12');
    expect(await read(response)).toMatchObject({ status: 503, code: 'rate_limited' });
  });
});
