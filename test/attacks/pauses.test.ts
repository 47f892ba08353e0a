import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryAfter } from '../../src/adapters/host-endpoints.js';
import { after } from '../../src/controllers/deadline.js';
import { StatusReader } from '../../src/controllers/status-reader.js';
import { FakePage } from '../controllers/fake-page.js';
import { answerOf, OtherTabs, StatusHost } from '../controllers/status-host.js';

const hour = 60 * 60_000;
const now = Date.parse('2026-11-21T12:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => void vi.useRealTimers());

describe('a pause that the host asks for', () => {
  it.each([
    ['60', 60_000],
    ['0', 0],
    ['-5', 0],
    ['2592000', hour],
    ['1e300', hour],
    ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['Thu, 01 Jan 2099 00:00:00 GMT', hour],
    ['soon', undefined],
    ['', undefined],
  ])('of "%s" is one of %s ms', (value, pause) => {
    expect(retryAfter(new Headers(value ? { 'retry-after': value } : {}), now)).toBe(pause);
  });

  it('of thirty days leads to no flood of requests, whoever asks for it', async () => {
    const host = new StatusHost();
    const reader = new StatusReader(new OtherTabs(), new FakePage());
    reader.subscribe({ port: () => host, answered() {}, unanswered() {}, awaits: true });
    reader.read();
    host.answer(answerOf('pending'), { retryAfter: 30 * 24 * hour });
    await vi.advanceTimersByTimeAsync(4000);
    expect(host.reads).toHaveLength(1);
  });

  it('that no timer can wait for is as long as a timer can wait', async () => {
    const called = vi.fn();
    after(2 ** 40, new AbortController().signal, called);
    await vi.advanceTimersByTimeAsync(24 * hour);
    expect(called).not.toHaveBeenCalled();
  });
});
