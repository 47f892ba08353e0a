import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pollDelay, type StatusListener, StatusReader, sharedReader } from '../../src/controllers/status-reader.js';
import { LcError, type LcErrorCode } from '../../src/core/errors.js';
import type { StatusAnswer } from '../../src/core/gate/status-contract.js';
import { FakePage } from './fake-page.js';
import { answerOf, OtherTabs, StatusHost, verified } from './status-host.js';

/** A gate that writes down what it hears. */
class Gate implements StatusListener {
  awaits: boolean;
  host: StatusHost;
  readonly heard: (StatusAnswer | LcErrorCode)[] = [];

  constructor(host: StatusHost, awaits = false) {
    this.host = host;
    this.awaits = awaits;
  }

  port(): StatusHost {
    return this.host;
  }

  answered(answer: StatusAnswer): void {
    this.heard.push(answer);
  }

  unanswered(code: LcErrorCode): void {
    this.heard.push(code);
  }
}

const tick = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

function setUp(awaits = false) {
  const [host, tabs, page] = [new StatusHost(), new OtherTabs(), new FakePage()];
  const gate = new Gate(host, awaits);
  const ended = vi.fn();
  const reader = new StatusReader(tabs, page, ended);
  const leave = reader.subscribe(gate);
  return { host, tabs, page, gate, reader, leave, ended };
}

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('pollDelay', () => {
  it.each([
    [0, 0.5, 1000],
    [1, 0.5, 1600],
    [2, 0.5, 2560],
    [5, 0.5, 10485.76],
    [6, 0.5, 15_000],
    [Infinity, 0.5, 15_000],
    [0, 0, 800],
    [0, 1, 1200],
  ])('after %d reads and by chance %d is %d ms', (reads, random, pause) => {
    expect(pollDelay(reads, random)).toBeCloseTo(pause, 5);
  });
});

describe('StatusReader', () => {
  it('makes one request at a time, and tells every gate its answer', async () => {
    const { host, reader, gate } = setUp();
    const other = new Gate(host);
    reader.subscribe(other);
    reader.read();
    reader.read();
    expect(host.reads).toHaveLength(1);
    host.answer(answerOf());
    await tick();
    expect([gate.heard, other.heard]).toEqual([[answerOf()], [answerOf()]]);
    reader.read();
    expect(host.reads).toHaveLength(2);
  });

  it('says why there was no answer', async () => {
    const { host, reader, gate } = setUp();
    reader.read();
    host.reads[0]!.reject(new LcError('unauthorized'));
    await tick();
    reader.read();
    host.reads[1]!.reject(new TypeError('broken'));
    await tick();
    expect(gate.heard).toEqual(['unauthorized', 'unreachable']);
  });

  it('gives up after 15 s, aborts the request, and hears no late answer', async () => {
    const { host, reader, gate } = setUp();
    reader.read();
    await tick(14_999);
    expect(gate.heard).toEqual([]);
    await tick(1);
    expect(gate.heard).toEqual(['unreachable']);
    expect(host.reads[0]!.signal.aborted).toBe(true);
    host.answer(verified);
    await tick();
    expect(gate.heard).toEqual(['unreachable']);
  });

  it('keeps no timer when nobody awaits anything', async () => {
    const { host, reader } = setUp();
    reader.read();
    host.answer(answerOf());
    await tick();
    expect(vi.getTimerCount()).toBe(0);
    await tick(60_000);
    expect(host.reads).toHaveLength(1);
  });

  it('reads again and again while a gate awaits a change, at growing pauses', async () => {
    const { host, reader } = setUp(true);
    // One that awaits nothing keeps nobody from it.
    reader.subscribe(new Gate(host));
    reader.read();
    for (const pause of [1000, 1600, 2560]) {
      const count = host.reads.length;
      host.answer(answerOf('pending'));
      await tick(pause - 1);
      expect(host.reads).toHaveLength(count);
      await tick(1);
      expect(host.reads).toHaveLength(count + 1);
    }
    // The host has offered no stream.
    expect(host.streams).toEqual([]);
  });

  it('begins with short pauses again when it is told to hurry', async () => {
    const { host, reader } = setUp(true);
    reader.read();
    for (let reads = 0; reads < 4; reads += 1) {
      host.answer(answerOf('pending'));
      await tick(15_000);
    }
    host.answer(answerOf('pending'));
    await tick();
    const count = host.reads.length;
    reader.hurry();
    await tick(1000);
    expect(host.reads).toHaveLength(count + 1);
  });

  it('does not hurry a read that is under way', async () => {
    const { host, reader } = setUp(true);
    reader.read();
    reader.hurry();
    await tick(5000);
    expect(host.reads).toHaveLength(1);
  });

  it('replaces the waiting pause by a read that is asked for', async () => {
    const { host, reader } = setUp(true);
    reader.read();
    host.answer(answerOf('pending'));
    await tick(500);
    reader.read();
    await tick(600);
    expect(host.reads).toHaveLength(2);
  });

  it('waits as long as the host asks, for an answer and for a refusal', async () => {
    const { host, reader } = setUp(true);
    reader.read();
    host.answer(answerOf('pending'), { retryAfter: 40_000 });
    await tick(39_999);
    expect(host.reads).toHaveLength(1);
    await tick(1);
    expect(host.reads).toHaveLength(2);
    host.reads[1]!.reject(new LcError('rate_limited', 'busy', { retryAfter: 20_000 }));
    await tick(19_999);
    expect(host.reads).toHaveLength(2);
    await tick(1);
    expect(host.reads).toHaveLength(3);
    host.reads[2]!.reject(new LcError('server_error'));
    await tick(2560);
    expect(host.reads).toHaveLength(4);
  });

  it('pauses while the page is hidden or offline, and reads at once when somebody is back', async () => {
    const { host, reader, page } = setUp(true);
    reader.read();
    page.isHidden = true;
    host.answer(answerOf('pending'));
    await tick(60_000);
    expect(host.reads).toHaveLength(1);
    page.comeBack();
    expect(host.reads).toHaveLength(1);
    page.isHidden = false;
    page.comeBack();
    expect(host.reads).toHaveLength(2);
    page.isOnline = false;
    host.answer(answerOf('pending'));
    await tick(60_000);
    expect(host.reads).toHaveLength(2);
    page.reconnect();
    expect(host.reads).toHaveLength(3);
  });

  it('does not read for somebody who comes back once the account is verified', async () => {
    const { host, reader, page } = setUp();
    page.comeBack();
    expect(host.reads).toHaveLength(1);
    host.answer(verified);
    await tick();
    page.comeBack();
    expect(host.reads).toHaveLength(1);
    reader.read();
    expect(host.reads).toHaveLength(2);
  });

  it('reads on another tab’s word about the same account only', () => {
    const { host, tabs } = setUp();
    tabs.say('somebody else');
    expect(host.reads).toHaveLength(0);
    tabs.say(host.account);
    expect(host.reads).toHaveLength(1);
  });

  it.each([
    ['another tab has news', ({ tabs, host }: ReturnType<typeof setUp>) => tabs.say(host.account)],
    ['the server has contradicted what it said', ({ reader }: ReturnType<typeof setUp>) => reader.forget()],
  ])('takes no answer that was on its way before %s', async (_, happens) => {
    const all = setUp();
    const { host, gate, reader } = all;
    reader.read();
    happens(all);
    expect(host.reads.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    host.reads[0]!.resolve({ answer: verified });
    await tick();
    expect(gate.heard).toEqual([]);
    host.answer(answerOf());
    await tick();
    expect(gate.heard).toEqual([answerOf()]);
  });

  it('asks nothing when somebody comes back to a page that does not know its account yet', () => {
    const [host, page] = [new StatusHost(''), new FakePage()];
    new StatusReader(new OtherTabs(), page).subscribe(new Gate(host));
    page.comeBack();
    expect(host.reads).toHaveLength(0);
  });

  it('tells the other tabs of a verification it has seen come, and of no other', async () => {
    const { host, tabs, reader } = setUp();
    reader.read();
    host.answer(answerOf());
    await tick();
    reader.read();
    host.answer(verified);
    await tick();
    expect(tabs.told).toEqual([host.account]);
    reader.read();
    host.answer(verified);
    await tick();
    expect(tabs.told).toEqual([host.account]);
  });

  it('reads no more on another tab’s word when it knows already', async () => {
    const { host, tabs, reader } = setUp();
    reader.read();
    host.answer(verified);
    await tick();
    tabs.say(host.account);
    expect(host.reads).toHaveLength(1);
  });

  it('tells the other tabs nothing of an account that was verified from the start', async () => {
    const { host, tabs, reader } = setUp();
    reader.read();
    host.answer(verified);
    await tick();
    expect(tabs.told).toEqual([]);
  });

  describe('for a gate that appears later', () => {
    it('answers from what it knows for 5 s, then reads', async () => {
      const { host, reader } = setUp();
      reader.read();
      host.answer(verified);
      await tick(4999);
      const [early, late] = [new Gate(host), new Gate(host)];
      reader.readFor(early);
      expect([early.heard, host.reads.length]).toEqual([[verified], 1]);
      await tick(1);
      reader.readFor(late);
      expect([late.heard, host.reads.length]).toEqual([[], 2]);
    });

    it('reads when it knows nothing, when it was told to forget, and when the clock was set back', async () => {
      const { host, reader } = setUp();
      const gate = new Gate(host);
      reader.readFor(gate);
      expect(host.reads).toHaveLength(1);
      host.answer(verified);
      await tick();
      vi.setSystemTime(Date.now() - 3_600_000);
      reader.readFor(gate);
      expect(host.reads).toHaveLength(2);
      host.answer(verified);
      await tick();
      reader.forget();
      reader.readFor(gate);
      expect(host.reads).toHaveLength(3);
      expect(gate.heard).toEqual([]);
    });
  });

  describe('with a host that streams', () => {
    const streaming = async () => {
      const all = setUp(true);
      all.reader.read();
      all.host.answer(answerOf('pending'), { streams: true });
      await tick();
      return { ...all, stream: all.host.streams[0]! };
    };

    it('opens one stream while somebody awaits a change, and tells what it says', async () => {
      const { host, gate, stream, reader } = await streaming();
      expect(host.streams).toHaveLength(1);
      reader.hurry();
      expect(host.streams).toHaveLength(1);
      stream.heard(answerOf('completed'));
      expect(gate.heard.at(-1)).toEqual(answerOf('completed'));
      expect(host.streams).toHaveLength(1);
    });

    it('reads seldom beside it, once it has told something: what stands between may hold it back', async () => {
      const { host, stream } = await streaming();
      await tick(1000);
      expect(host.reads).toHaveLength(2);
      host.answer(answerOf('pending'));
      await tick();
      stream.heard(answerOf('pending'));
      await tick(14_999);
      expect(host.reads).toHaveLength(2);
      await tick(1);
      expect(host.reads).toHaveLength(3);
    });

    it('closes it when nobody awaits anything any more, also one that was still opening', async () => {
      const { gate, stream, reader } = await streaming();
      const close = vi.fn();
      gate.awaits = false;
      reader.hurry();
      stream.opening.resolve(close);
      await tick();
      expect(close).toHaveBeenCalledTimes(1);
    });

    it.each([
      [
        'has ended',
        (stream: { heard(answer: StatusAnswer): void; ended(): void }) => {
          stream.heard(answerOf('pending'));
          stream.ended();
        },
      ],
      [
        'cannot be opened',
        (stream: { opening: { reject(error: unknown): void } }) => stream.opening.reject(new Error('refused')),
      ],
    ])('opens none again after one that %s, and reads as often as before', async (_, end) => {
      const { host, stream, reader } = await streaming();
      end(stream);
      await tick();
      reader.hurry();
      expect(host.streams).toHaveLength(1);
      await tick(1000);
      expect(host.reads).toHaveLength(2);
      host.answer(answerOf('pending'), { streams: true });
      await tick();
      expect(host.streams).toHaveLength(1);
    });

    it('opens none while nobody awaits anything, or the page is hidden', async () => {
      const { host, reader, page, gate } = setUp(false);
      reader.read();
      host.answer(answerOf('pending'), { streams: true });
      await tick();
      expect(host.streams).toHaveLength(0);
      gate.awaits = true;
      page.isHidden = true;
      reader.hurry();
      expect(host.streams).toHaveLength(0);
      page.isHidden = false;
      reader.hurry();
      expect(host.streams).toHaveLength(1);
    });
  });

  describe('when its last gate leaves', () => {
    it('aborts the read, stops the pauses and closes the stream, and hears nobody any more', async () => {
      const { host, tabs, page, reader, leave, ended } = setUp(true);
      reader.read();
      host.answer(answerOf('pending'), { streams: true });
      await tick();
      const close = vi.fn();
      host.streams[0]!.opening.resolve(close);
      await tick();
      reader.read();
      leave();
      await tick();
      expect(host.reads[1]!.signal.aborted).toBe(true);
      expect(close).toHaveBeenCalledTimes(1);
      expect([page.listeners, tabs.listeners, vi.getTimerCount()]).toEqual([0, 0, 0]);
      expect(ended).toHaveBeenCalledTimes(1);
    });

    it('stops the pause that it was waiting in', async () => {
      const { host, reader, leave } = setUp(true);
      reader.read();
      host.answer(answerOf('pending'));
      await tick();
      leave();
      expect(vi.getTimerCount()).toBe(0);
    });

    it('goes on for the others, and counts one that leaves twice once', () => {
      const { host, reader, leave, ended, page } = setUp();
      const leaveToo = reader.subscribe(new Gate(host));
      leave();
      leave();
      expect(ended).not.toHaveBeenCalled();
      expect(page.listeners).toBe(1);
      leaveToo();
      expect(ended).toHaveBeenCalledTimes(1);
    });

    it('listens to the page once, however many gates there are, and again for one that comes later', () => {
      const { host, reader, leave, page } = setUp();
      const leaveToo = reader.subscribe(new Gate(host));
      expect(page.listeners).toBe(1);
      leave();
      leaveToo();
      reader.subscribe(new Gate(host));
      expect(page.listeners).toBe(1);
    });
  });
});

describe('StatusReader of gates that ask in different ways', () => {
  it('asks as the newest does that has a way of its own, and as any other without one', async () => {
    const [tabs, page] = [new OtherTabs(), new FakePage()];
    const reader = new StatusReader(tabs, page);
    const [plain, own, newer] = [new StatusHost(), new StatusHost(), new StatusHost()];
    Object.assign(own, { isOwn: true });
    Object.assign(newer, { isOwn: true });
    const gate = new Gate(newer);
    const read = () => {
      reader.read();
      for (const host of [plain, own, newer]) host.reads.at(-1)?.resolve({ answer: answerOf() });
      return tick();
    };
    const counts = () => [plain, own, newer].map(({ reads }) => reads.length);
    reader.subscribe(new Gate(own));
    reader.subscribe(new Gate(plain));
    await read();
    expect(counts()).toEqual([0, 1, 0]);
    const leave = reader.subscribe(gate);
    await read();
    expect(counts()).toEqual([0, 1, 1]);
    gate.host = own;
    await read();
    expect(counts()).toEqual([0, 2, 1]);
    leave();
    await read();
    expect(counts()).toEqual([0, 3, 1]);
  });
});

describe('sharedReader', () => {
  it('is one for a key, for as long as a gate uses it', () => {
    const [tabs, page] = [new OtherTabs(), new FakePage()];
    const use = (account: string) => {
      const reader = sharedReader(account, tabs, page);
      const leave = reader.subscribe(new Gate(new StatusHost(account)));
      return { reader, leave };
    };
    const [first, second, other] = [use('loc_a'), use('loc_a'), use('loc_b')];
    expect(second.reader).toBe(first.reader);
    expect(other.reader).not.toBe(first.reader);
    for (const { leave } of [first, second, other]) leave();
    const later = use('loc_a');
    expect(later.reader).not.toBe(first.reader);
    later.leave();
  });

  it('reads anew when its account was verified for another action, and only then', async () => {
    const [tabs, page] = [new OtherTabs(), new FakePage()];
    const hosts = ['cnam', 'shaken-stir'].map((action) => new StatusHost('loc_a', `loc_a ${action}`));
    const [cnam, shaken, other] = [...hosts, new StatusHost('loc_b')] as [StatusHost, StatusHost, StatusHost];
    const gates = [cnam, shaken, other].map((host) => {
      const reader = sharedReader(host.key, tabs, page);
      const gate = new Gate(host);
      reader.subscribe(gate);
      reader.read();
      host.answer(answerOf());
      return { gate, reader };
    });
    await tick();
    const counts = () => [cnam, shaken, other].map(({ reads }) => reads.length);
    gates[0]!.reader.read();
    cnam.answer(answerOf('completed'));
    await tick();
    expect(counts()).toEqual([2, 1, 1]);
    gates[0]!.reader.read();
    cnam.answer(verified);
    await tick();
    expect(counts()).toEqual([3, 2, 1]);
    shaken.answer(verified);
    await tick();
    expect(gates[1]!.gate.heard.at(-1)).toEqual(verified);
    expect(counts()).toEqual([3, 2, 1]);
  });
});
