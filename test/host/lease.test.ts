import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lease, LeaseLostError, stopwatch } from '../../src/host/stores/lease.js';

const seconds = 6;
/** A database's answer to being asked for the lease. */
const extend = vi.fn<() => Promise<boolean>>();
const onError = vi.fn();
const keep = () => Lease.keep({ seconds, since: stopwatch(), extend, onError });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] });
  extend.mockReset().mockResolvedValue(true);
  onError.mockClear();
});
afterEach(() => void vi.useRealTimers());

describe('a lease', () => {
  it('is extended every third of its time until it ends', async () => {
    const lease = await keep();
    await vi.advanceTimersByTimeAsync(20_000);
    expect([extend.mock.calls.length, lease.signal.aborted]).toEqual([10, false]);
    lease.end();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(extend).toHaveBeenCalledTimes(10);
  });

  it('is confirmed by the database when asked, with two thirds of its time left', async () => {
    const lease = await keep();
    const hold = await lease.stillMine();
    expect(hold.left()).toBe(4000);
    lease.end();
    vi.advanceTimersByTime(3000);
    expect(hold.left()).toBe(1000);
    vi.advanceTimersByTime(1000);
    expect(hold.left()).toBe(0);
  });

  it('is lost when the database says so, at once and for good', async () => {
    const lease = await keep();
    extend.mockResolvedValueOnce(false);
    await vi.advanceTimersByTimeAsync(2000);
    expect(lease.signal.reason).toBeInstanceOf(LeaseLostError);
    await expect(lease.stillMine()).rejects.toThrow(LeaseLostError);
    await expect(lease.stillMine()).rejects.toThrow('another process may have taken it over');
  });

  it('is not said to be ours while the database cannot be asked, and is lost when that lasts', async () => {
    const lease = await keep();
    extend.mockRejectedValue(new Error('away'));
    await expect(lease.stillMine()).rejects.toThrow('away');
    await vi.advanceTimersByTimeAsync(5000);
    expect([lease.signal.aborted, onError.mock.calls.length]).toEqual([false, 4]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(lease.signal.aborted).toBe(true);
  });

  it('is lost when an extension is never answered', async () => {
    extend.mockReturnValue(new Promise(() => {}));
    const lease = await keep();
    await vi.advanceTimersByTimeAsync(6000);
    expect([lease.signal.aborted, extend.mock.calls.length]).toEqual([true, 1]);
  });

  it('has nothing left after the computer slept, when only the wall clock went on', async () => {
    const lease = await keep();
    const hold = await lease.stillMine();
    lease.end();
    vi.setSystemTime(Date.now() + 4000);
    expect(hold.left()).toBe(0);
  });

  it('is not said to be ours by an answer over which the process slept', async () => {
    const lease = await keep();
    extend.mockImplementationOnce(async () => {
      vi.setSystemTime(Date.now() + 4000);
      return true;
    });
    await expect(lease.stillMine()).rejects.toThrow(LeaseLostError);
    expect(lease.signal.aborted).toBe(true);
  });

  it('lasts when the wall clock is set back, and ends early when it is set ahead', async () => {
    const lease = await keep();
    const hold = await lease.stillMine();
    lease.end();
    vi.setSystemTime(Date.now() - 86_400_000);
    expect(hold.left()).toBe(4000);
    vi.setSystemTime(Date.now() + 2 * 86_400_000);
    expect(hold.left()).toBe(0);
  });

  it('is asked for anew at the start when taking it took long', async () => {
    const since = stopwatch();
    vi.advanceTimersByTime(10_000);
    const lease = await Lease.keep({ seconds, since, extend, onError });
    expect(extend).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1000);
    expect(lease.signal.aborted).toBe(false);
    lease.end();
  });
});
