import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdentityHost, type IdentityHost, type IdentityStore, memoryStore } from '../../src/host/index.js';
import { templateId, webhookSecret } from './signed.js';

const pace = 10_000;
let store: IdentityStore;
let host: IdentityHost;
let required: boolean;
const onError = vi.fn();

const make = (streams?: number) =>
  createIdentityHost({
    persona: {
      apiKey: 'persona_sandbox_test',
      templateId,
      webhookSecret,
      // It knows of nothing.
      fetch: async (input) => Response.json({ data: [] }, { status: String(input).includes('?') ? 200 : 404 }),
    },
    store,
    authorize: (_, account) => account !== 'theirs',
    policy: { required: () => required, streams },
    onError,
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  store = memoryStore();
  required = true;
  host = make();
  onError.mockClear();
});
afterEach(() => void vi.useRealTimers());

const ask = (account = 'acc', init: RequestInit = {}, asked = host) =>
  asked.fetch(
    new Request(`http://host.test/api/identity/status?account=${account}&action=cnam`, {
      ...init,
      headers: { accept: 'text/event-stream', cookie: 'a=b', ...init.headers },
    }),
  );
const news = (status: string, minute: number, account = 'acc') => {
  const at = new Date(Date.UTC(2026, 10, 20, 12, minute));
  return { inquiryId: `inq_${account}`, account, status, createdAt: at, at, asOf: at };
};

/** Reads a stream one message at a time. */
function reader(response: Response) {
  const source = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  const message = async (): Promise<string | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const one = text.slice(0, end);
        text = text.slice(end + 2);
        return one;
      }
      const { value, done } = await source.read();
      if (done) return null;
      text += new TextDecoder().decode(value);
    }
  };
  return {
    message,
    data: async () => JSON.parse(((await message()) ?? '').replace(/^data: /, '')) as Record<string, unknown>,
    close: () => source.cancel(),
  };
}

describe('status streams', () => {
  it('are announced by the status answer under its own address', async () => {
    const response = await ask('acc', { headers: { accept: 'application/json' } });
    expect(response.headers.get('link')).toBe('<?account=acc&action=cnam>; rel="alternate"; type="text/event-stream"');
    expect(response.headers.get('content-type')).toBe('application/json');
  });

  it('tell the status at once and every change of it', async () => {
    const response = await ask();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
    });
    const { data, close } = reader(response);
    const plain = await (await ask('acc', { headers: { accept: 'application/json' } })).json();
    expect(await data()).toEqual(plain);
    await store.claim(news('pending', 1), 'host');
    expect(await data()).toMatchObject({ status: 'pending', verified: false, account: 'acc' });
    await store.record(news('approved', 2), 'evt_1');
    expect(await data()).toMatchObject({ status: 'approved', verified: true });
    await close();
  });

  it('tell nothing of other accounts', async () => {
    const { data, message, close } = reader(await ask());
    await data();
    await store.claim(news('approved', 1, 'another'), 'host');
    vi.advanceTimersByTime(pace);
    expect(await message()).toBe(':');
    await close();
  });

  it('look by themselves for what nobody announced, and else keep the line open', async () => {
    const { data, message, close } = reader(await ask());
    expect(await data()).toMatchObject({ required: true });
    vi.advanceTimersByTime(pace);
    expect(await message()).toBe(':');
    required = false;
    vi.advanceTimersByTime(pace);
    expect(await data()).toMatchObject({ required: false });
    await close();
  });

  it('go on after the store was away', async () => {
    const inquiries = vi.spyOn(store, 'inquiries');
    const { data, message, close } = reader(await ask());
    await data();
    inquiries.mockRejectedValueOnce(new Error('away'));
    vi.advanceTimersByTime(pace);
    expect(await message()).toBe(':');
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'away' }));
    await store.claim(news('pending', 1), 'host');
    expect(await data()).toMatchObject({ status: 'pending' });
    await close();
  });

  it('still look when the store cannot announce', async () => {
    vi.spyOn(store, 'listen').mockRejectedValueOnce(new Error('no channel'));
    const { data, close } = reader(await ask());
    await data();
    expect(onError).toHaveBeenCalledOnce();
    await store.claim(news('pending', 1), 'host');
    vi.advanceTimersByTime(pace);
    expect(await data()).toMatchObject({ status: 'pending' });
    await close();
  });

  it('end after five minutes, so that the right to them is checked again', async () => {
    const { data, message } = reader(await ask());
    await data();
    vi.advanceTimersByTime(5 * 60_000);
    let last: string | null;
    do last = await message();
    while (last === ':');
    expect(last).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leave nothing behind when the page goes, in either way a server tells it', async () => {
    const end = vi.fn(async () => {});
    vi.spyOn(store, 'listen').mockResolvedValue(end);
    const leaving = new AbortController();
    const [one, two] = [reader(await ask()), reader(await ask('acc', { signal: leaving.signal }))];
    await Promise.all([one.data(), two.data()]);
    await one.close();
    expect(end).not.toHaveBeenCalled();
    leaving.abort();
    expect(await two.message()).toBeNull();
    await expect.poll(() => end.mock.calls.length).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(store.listen).toHaveBeenCalledOnce();
  });

  it('are refused to whom the status is refused', async () => {
    expect((await ask('theirs')).status).toBe(403);
    expect((await ask('')).status).toBe(400);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are limited in number, so that the rest reads instead', async () => {
    host = make(1);
    const first = reader(await ask());
    const refused = await ask();
    expect([refused.status, refused.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
    await first.data();
    await first.close();
    const next = await ask();
    expect(next.status).toBe(200);
    await next.body?.cancel();
  });

  it('can be turned off', async () => {
    const off = make(0);
    expect((await ask('acc', {}, off)).status).toBe(503);
    expect((await ask('acc', { headers: { accept: 'application/json' } }, off)).headers.get('link')).toBeNull();
  });
});
