import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchController } from '../../src/controllers/shop/search-controller.js';
import { LcError } from '../../src/core/errors.js';
import type { NumbersAnswer } from '../../src/core/shop/number-contracts.js';
import type { NumbersQuery } from '../../src/core/shop/numbers-query.js';
import type { Place } from '../../src/core/shop/place.js';
import { foundIn } from '../../src/core/shop/search.js';
import { type Deferred, deferred } from './deferred.js';

const us: NumbersQuery = { countryCode: 'US' };
const numbers = (...phoneNumbers: string[]): NumbersAnswer => ({
  numbers: phoneNumbers.map((phoneNumber) => ({ phoneNumber })),
});
const one = numbers('+14155550101');
const none = numbers();

/** Waits until what was promised so far has happened. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

let asked: (Deferred<NumbersAnswer> & { query: NumbersQuery; signal: AbortSignal })[];
let changed: ReturnType<typeof vi.fn>;
let controller: SearchController;
/** What the place of every query is. */
let place: Place | undefined;

const shown = () => foundIn(controller.state)?.answer.numbers.map(({ phoneNumber }) => phoneNumber);

beforeEach(() => {
  asked = [];
  place = undefined;
  changed = vi.fn();
  controller = new SearchController(
    async (query, signal) => {
      const request = { ...deferred<NumbersAnswer>(), query, signal };
      asked.push(request);
      return { answer: await request.promise, isWhole: true, closeness: 'exact', place };
    },
    changed as () => void,
  );
});

describe('SearchController', () => {
  it('searches, and shows what was found', async () => {
    expect(controller.state).toEqual({ status: 'idle' });
    controller.search(us);
    expect(controller.state.status).toBe('searching');
    expect(asked.map(({ query }) => query)).toEqual([us]);
    asked[0]!.resolve(one);
    await settled();
    expect(controller.state).toMatchObject({
      status: 'found',
      query: us,
      answer: one,
      closeness: 'exact',
      isWhole: true,
    });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('lets the latest query win, whatever order the answers come in', async () => {
    controller.search(us);
    controller.search({ ...us, firstPart: '212' });
    expect([asked[0]!.signal.aborted, asked[1]!.signal.aborted]).toEqual([true, false]);
    asked[1]!.resolve(numbers('+12125550101'));
    await settled();
    asked[0]!.resolve(one);
    await settled();
    expect(shown()).toEqual(['+12125550101']);
  });

  it('keeps what the list held while the next answer is on its way', async () => {
    controller.search(us);
    asked[0]!.resolve(one);
    await settled();
    controller.search({ ...us, firstPart: '212' });
    controller.search({ ...us, firstPart: '213' });
    expect(controller.state.status).toBe('searching');
    expect(shown()).toEqual(['+14155550101']);
  });

  it.each([
    [new LcError('unauthorized'), 'unauthorized'],
    [new TypeError('broken'), 'unreachable'],
  ])('says why a search failed: %s', async (error, code) => {
    controller.search(us);
    asked[0]!.reject(error);
    await settled();
    expect(controller.state).toEqual({ status: 'failed', query: us, code });
  });

  it('says after 15 s that nobody answers, also when only the wider searches or the next page hang', async () => {
    vi.useFakeTimers();
    const passed = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
    controller.search({ ...us, firstPart: '4155' });
    await passed(14_000);
    asked[0]!.resolve(none);
    await passed(999);
    expect(controller.state.status).toBe('searching');
    await passed(1);
    expect(controller.state).toMatchObject({ status: 'failed', code: 'unreachable' });
    expect(asked.at(-1)!.signal.aborted).toBe(true);
    controller.search(us);
    asked.at(-1)!.resolve({ ...one, nextPage: '2' });
    await passed(0);
    controller.more();
    await passed(15_000);
    expect(controller.state).toMatchObject({ status: 'found', isCut: true });
    vi.useRealTimers();
  });

  it('says nothing of the failure of a search that was overtaken', async () => {
    controller.search(us);
    controller.search({ ...us, firstPart: '212' });
    asked[0]!.reject(new LcError('unauthorized'));
    await settled();
    expect(controller.state.status).toBe('searching');
  });

  describe('without a result', () => {
    it('makes wider searches until one has some, and says that these are near', async () => {
      controller.search({ ...us, firstPart: '4155', smsEnabled: 'true' });
      asked[0]!.resolve(none);
      await settled();
      expect(asked[1]!.query).toEqual({ ...us, firstPart: '4155' });
      asked[1]!.resolve(none);
      await settled();
      expect(asked[2]!.query).toEqual({ ...us, anywhere: '4155' });
      asked[2]!.resolve({ ...one, nextPage: '2' });
      await settled();
      expect(controller.state).toMatchObject({
        status: 'found',
        closeness: 'within',
        answer: { ...one, nextPage: null },
      });
      expect(asked).toHaveLength(3);
    });

    it('shows those near a place that is known by their distance', async () => {
      place = { label: 'Chicago, IL', kind: 'city', countryCode: 'US', latitude: 41.878, longitude: -87.63 };
      controller.search({ ...us, place: 'Chicago' });
      asked[0]!.resolve(none);
      await settled();
      const at = (phoneNumber: string, latitude: number, longitude: number) => ({ phoneNumber, latitude, longitude });
      asked[1]!.resolve({ numbers: [at('+15125550101', 30.27, -97.74), at('+18475550101', 42.05, -87.69)] });
      await settled();
      expect(controller.state).toMatchObject({ closeness: 'near', place });
      expect(shown()).toEqual(['+18475550101']);
    });

    it('goes on after a wider search that fails, and makes five at the most', async () => {
      controller.search({ ...us, firstPart: '4155', smsEnabled: 'true' });
      for (let request = 0; request < 6; request += 1) {
        if (request === 2) asked[request]!.reject(new Error('broken'));
        else asked[request]!.resolve(none);
        await settled();
      }
      expect(asked).toHaveLength(6);
      expect(controller.state).toMatchObject({ status: 'found', closeness: 'exact', answer: { numbers: [] } });
    });

    it('searches the area codes near the one that was asked for', async () => {
      controller.search({ ...us, firstPart: '713' });
      for (let request = 0; request < 2; request += 1) {
        asked[request]!.resolve(none);
        await settled();
      }
      expect(asked[1]!.query.firstPart).not.toBe('713');
      expect(asked[1]!.query.firstPart).toMatch(/^\d{3}$/);
    });

    it('makes no more of them for a query that was overtaken', async () => {
      controller.search({ ...us, firstPart: '4155', smsEnabled: 'true' });
      asked[0]!.resolve(none);
      await settled();
      controller.search(us);
      asked[1]!.resolve(none);
      await settled();
      expect(asked.map(({ query }) => query.firstPart)).toEqual(['4155', '4155', undefined]);
    });
  });

  it('tells nobody of a failure that nobody has asked for', async () => {
    controller.search(us, { isUnasked: true });
    asked[0]!.reject(new LcError('unauthorized'));
    await settled();
    expect(controller.state).toEqual({ status: 'idle' });
  });

  it('leads to another country without a request, and ends the search under way', () => {
    controller.search(us);
    controller.lead(us, { label: 'Toronto, ON', countryCode: 'CA' });
    expect(controller.state).toEqual({ status: 'abroad', query: us, label: 'Toronto, ON', countryCode: 'CA' });
    expect(asked[0]!.signal.aborted).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('shows the nearest to a number that is gone first', async () => {
    const gone = {
      phoneNumber: '+12125550101',
      countryCode: 'US',
      numberType: 'local',
      locality: null,
      region: null,
      fingerprintId: null,
    } as const;
    controller.search(us, { gone });
    asked[0]!.resolve(numbers('+14155550101', '+12125550101', '+12125550199'));
    await settled();
    expect(shown()).toEqual(['+12125550199', '+14155550101']);
  });

  describe('more', () => {
    beforeEach(async () => {
      controller.search(us);
      asked[0]!.resolve({ ...one, nextPage: '2' });
      await settled();
    });

    it('adds the numbers of the next page, each once', async () => {
      controller.more();
      expect(asked[1]!.query).toEqual({ ...us, page: '2' });
      expect(controller.state.status).toBe('paging');
      asked[1]!.resolve({ ...numbers('+14155550101', '+14155550102'), nextPage: '3' });
      await settled();
      expect(shown()).toEqual(['+14155550101', '+14155550102']);
      controller.more();
      expect(asked[2]!.query.page).toBe('3');
    });

    it('fetches one page at a time, and none after the last', async () => {
      controller.more();
      controller.more();
      expect(asked).toHaveLength(2);
      asked[1]!.resolve(numbers('+14155550102'));
      await settled();
      controller.more();
      expect(asked).toHaveLength(2);
      expect(controller.state.status).toBe('found');
    });

    it('says that a page did not come, and tries it again', async () => {
      controller.more();
      asked[1]!.reject(new LcError('server_error'));
      await settled();
      expect(controller.state).toMatchObject({ status: 'found', isCut: true });
      expect(shown()).toEqual(['+14155550101']);
      controller.more();
      expect(asked[2]!.query.page).toBe('2');
    });

    it('drops a page that comes after another search was begun', async () => {
      controller.more();
      controller.search({ ...us, firstPart: '212' });
      expect(asked[1]!.signal.aborted).toBe(true);
      asked[1]!.resolve(numbers('+14155550102'));
      asked[2]!.resolve(numbers('+12125550101'));
      await settled();
      expect(shown()).toEqual(['+12125550101']);
    });
  });

  describe('sort', () => {
    const priced = (phoneNumber: string, price: number) => ({ phoneNumber, price: { price } });

    it('sorts what is there without a request, and what comes after it', async () => {
      controller.search(us);
      asked[0]!.resolve({ numbers: [priced('+14155550101', 3), priced('+14155550102', 1)], nextPage: '2' });
      await settled();
      controller.more();
      controller.sort({ ...us, sort: 'price' });
      expect(shown()).toEqual(['+14155550102', '+14155550101']);
      expect(asked).toHaveLength(2);
      asked[1]!.resolve({ numbers: [priced('+14155550104', 9), priced('+14155550103', 2)] });
      await settled();
      expect(shown()).toEqual(['+14155550102', '+14155550101', '+14155550103', '+14155550104']);
      expect(controller.state).toMatchObject({ status: 'found', query: { sort: 'price' } });
    });
  });

  describe('stop', () => {
    it('ends a search under way, and what was found stays', async () => {
      controller.search(us);
      controller.stop();
      expect(controller.state).toEqual({ status: 'idle' });
      expect(asked[0]!.signal.aborted).toBe(true);
      controller.search(us);
      asked[1]!.resolve({ ...one, nextPage: '2' });
      await settled();
      controller.more();
      controller.stop();
      expect(controller.state).toMatchObject({ status: 'found', isCut: false });
      expect(asked[2]!.signal.aborted).toBe(true);
      controller.stop();
      expect(shown()).toEqual(['+14155550101']);
    });
  });
});
