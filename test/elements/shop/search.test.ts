import type { LitElement } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AvailablePhoneNumber, LcNumberPurchase, LcQueryChangeEvent } from '../../../src/index.js';
import { problem, TestHost } from '../../helpers/test-host.js';
import { number, shopFixture } from './shop-fixture.js';

const searches = (host: TestHost) =>
  host.requests.filter(({ path }) => path === 'numbers') as unknown as { url: URL }[];
/** The last search without the account, which every one names. */
const last = (host: TestHost) => {
  const { account, ...query } = Object.fromEntries(searches(host).at(-1)!.url.searchParams);
  expect(account).toMatch(/^shop_/);
  return query;
};

/** A host whose requests keep their URL. */
function searchable(answer: (query: URLSearchParams) => unknown): TestHost {
  const host = new TestHost();
  host.answers.status = { verified: true };
  host.answers.numbers = ({ url }: { url: URL }) => answer(url.searchParams);
  return host;
}

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => number(`${200 + (index % 700)}555${String(index).padStart(4, '0')}`));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('typing', () => {
  it('searches once, after a pause', async () => {
    const host = searchable(() => ({ numbers: [number('4155550101')] }));
    const { shop, type } = await shopFixture(host);
    const own = (shop.constructor as typeof LitElement).elementStyles.length;
    shop.dispatchEvent(new PointerEvent('pointerenter'));
    // What searches has come when its style sheets have; it loads over the network.
    await vi.waitFor(() => expect(shop.shadowRoot!.adoptedStyleSheets.length).toBeGreaterThan(own), {
      timeout: 10_000,
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const typed of ['4', '41', '415']) {
      type(typed);
      vi.advanceTimersByTime(200);
    }
    expect(searches(host)).toHaveLength(0);
    vi.advanceTimersByTime(449);
    expect(searches(host)).toHaveLength(0);
    vi.advanceTimersByTime(1);
    await vi.waitFor(() => expect(searches(host)).toHaveLength(1));
    expect(last(host)).toEqual({ countryCode: 'US', firstPart: '415' });
  });
});

describe('filters', () => {
  it('narrow the search by the parameters of the LC Phone API', async () => {
    const host = searchable(() => ({ numbers: [number('4155550101')] }));
    const { press, pick, root, reads } = await shopFixture(host);
    await press(/^Find numbers/);
    await reads('1 number');
    await pick('numberTypes', 'Toll-free');
    await pick('pattern', 'At the end');
    root.querySelector<HTMLInputElement>('[name=digits]')!.value = '01';
    root.querySelector<HTMLInputElement>('[name=smsEnabled]')!.click();
    await vi.waitFor(() =>
      expect(last(host)).toEqual({ countryCode: 'US', numberTypes: 'tollFree', lastPart: '01', smsEnabled: 'true' }),
    );
  });

  it('sort what is there without asking again', async () => {
    const host = searchable(() => ({
      numbers: [number('4155550101', { price: { price: 3 } }), number('4155550102', { price: { price: 1 } })],
    }));
    const { press, pick, root, reads } = await shopFixture(host);
    await press(/^Find numbers/);
    await reads('2 numbers');
    await pick('sort', 'Price');
    await vi.waitFor(() => expect(root.querySelector('.row')!.textContent).toContain('555-0102'));
    expect(searches(host)).toHaveLength(1);
  });

  it('find a city by its area codes, those that are there first, and keep the fingerprint of each search', async () => {
    const there: Record<string, AvailablePhoneNumber[]> = {
      713: [
        number('7135550101', { locality: 'Bellaire', region: 'TX' }),
        number('7135550102', { locality: 'Houston', region: 'TX' }),
      ],
      281: [number('2815550101', { locality: 'Houston', region: 'TX' })],
    };
    const host = searchable((query) => ({
      fingerprintId: `fp-${query.get('firstPart')}`,
      numbers: there[query.get('firstPart') ?? ''] ?? [],
    }));
    host.answers.purchases = { numbers: [{ phoneNumber: '+12815550101', status: 'purchased' }] };
    const { press, root, reads } = await shopFixture(host);
    root.querySelector<HTMLInputElement>('[name=digits]')!.value = 'Houston';
    await press(/^Find numbers/);
    await reads(/3 numbers.*\(713\) 555-0102.*\(281\) 555-0101.*\(713\) 555-0101/);
    expect(searches(host).map(({ url }) => url.searchParams.get('firstPart'))).toEqual(['713', '281', '832']);
    await press(/^Choose \(281\) 555-0101/);
    await press(/^Buy number/);
    await reads('is yours');
    expect(host.requests.find(({ path }) => path === 'purchases')!.body).toMatchObject({
      numbers: [{ phoneNumber: '+12815550101', fingerprintId: 'fp-281' }],
    });
  });

  it('leave the places to a search function, which may know more of them', async () => {
    const asked: unknown[] = [];
    const search = async (query: unknown) => {
      asked.push(query);
      return { numbers: [number('5125550101', { locality: 'Austin', region: 'TX' })] };
    };
    const { press, root, reads } = await shopFixture(new TestHost(), { search } as Partial<LcNumberPurchase>);
    root.querySelector<HTMLInputElement>('[name=digits]')!.value = 'Barton Hills';
    await press(/^Find numbers/);
    await reads(/1 number.*\(512\) 555-0101/);
    expect(asked).toEqual([{ countryCode: 'US', place: 'Barton Hills' }]);
  });

  it('search the country that is chosen while numbers are shown', async () => {
    const host = searchable(() => ({ numbers: [number('4155550101')] }));
    const { press, pick, reads, shop } = await shopFixture(host);
    await press(/^Find numbers/);
    await reads('1 number');
    await pick('country', 'United Kingdom');
    await vi.waitFor(() => expect(last(host)).toEqual({ countryCode: 'GB' }));
    expect(shop.query).toEqual({ countryCode: 'GB' });
  });

  it('find another place in the browser, which the endpoint does not know', async () => {
    const host = searchable(() => ({
      numbers: [number('4155550101'), number('8705550101', { locality: 'Wynne', region: 'AR' })],
    }));
    const { press, root, reads } = await shopFixture(host);
    root.querySelector<HTMLInputElement>('[name=digits]')!.value = 'wynne';
    await press(/^Find numbers/);
    await reads(/1 number.*\(870\) 555-0101/);
    expect(last(host)).toEqual({ countryCode: 'US' });
  });
});

describe('query', () => {
  it('searches for what the page sets, and shows it in the fields', async () => {
    const host = searchable(() => ({ numbers: [number('4155550101')] }));
    const { shop, root, reads, events } = await shopFixture(host);
    shop.query = Object.fromEntries(new URLSearchParams('countryCode=GB&lastPart=77&mmsEnabled=true&utm=1'));
    await reads('1 number');
    expect(last(host)).toEqual({ countryCode: 'GB', lastPart: '77', mmsEnabled: 'true' });
    const field = (name: string) => root.querySelector<HTMLInputElement>(`[name=${name}]`)!;
    expect([
      field('country').value,
      field('digits').value,
      field('pattern').value,
      field('mmsEnabled').checked,
    ]).toEqual(['GB', '77', 'lastPart', true]);
    expect(events).not.toContain('querychange');
  });

  it('keeps to the countries on offer', async () => {
    const host = searchable(() => ({ numbers: [number('4155550101')] }));
    const { shop, reads } = await shopFixture(host);
    shop.query = { countryCode: 'DE', firstPart: '415' };
    await reads('1 number');
    expect(last(host)).toEqual({ countryCode: 'US', firstPart: '415' });
  });

  it('tells the page once what the person searches for, fit for its URL', async () => {
    const { shop, press, reads, root } = await shopFixture(searchable(() => ({ numbers: [number('4155550101')] })));
    const told: string[] = [];
    shop.addEventListener('querychange', ({ detail }: LcQueryChangeEvent) =>
      told.push(String(new URLSearchParams({ ...detail.query }))),
    );
    root.querySelector<HTMLInputElement>('[name=digits]')!.value = '415';
    await press(/^Find numbers/);
    await reads('1 number');
    await press(/^Find numbers/);
    await reads('1 number');
    expect(told).toEqual(['countryCode=US&firstPart=415']);
    expect(shop.query).toEqual({ countryCode: 'US', firstPart: '415' });
  });
});

describe('a search that finds nothing', () => {
  it('asks who is signed out to sign in, tells the page so once, and goes on afterwards', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    let answer: () => unknown = () => problem(401);
    const { press, reads, text, events } = await shopFixture(searchable(() => answer()));
    await press(/^Find numbers/);
    await reads('Your session may have ended. Sign in, then try again.');
    expect(text()).not.toContain('could not be loaded');
    expect(events.filter((name) => name === 'failed')).toEqual(['failed']);
    expect(said.mock.calls.flat().filter((line) => String(line).includes('401'))).toHaveLength(1);
    answer = () => ({ numbers: [number('4155550101')] });
    await press(/^Try again/);
    await reads('1 number');
  });

  it('is told to those who listen, as are a failure and what comes near', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    let answer: (query: URLSearchParams) => unknown = () => ({ numbers: [] });
    const { press, root, type } = await shopFixture(searchable((query) => answer(query)));
    const heard = (words: string) => vi.waitFor(() => expect(region().textContent).toBe(words));
    const region = () => root.querySelectorAll('.heard')[1]!;
    root.querySelector<HTMLInputElement>('[name=digits]')!.value = '415';
    await press(/^Find numbers/);
    await heard('No numbers match. Try another area code or city, or fewer digits.');
    const first = region();
    answer = () => problem(500);
    root.querySelector<HTMLInputElement>('[name=digits]')!.value = '212';
    await press(/^Find numbers/);
    await heard('The numbers could not be loaded. Please try again in a moment.');
    (
      await vi.waitFor(
        () => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Try again')!,
      )
    ).focus();
    answer = () => ({ numbers: [number('4155550101')] });
    await press(/^Try again/);
    await heard('1 number.');
    expect(root.activeElement!.tagName).toBe('H2');
    answer = (query) => ({ numbers: query.get('firstPart') ? [] : [number('2125550101')] });
    type('999');
    await heard('No number starts with 999 right now. These contain it. 1 number.');
    expect(region()).toBe(first);
  });

  it('offers the nearest area code of the same city or state before anything else', async () => {
    const host = searchable((query) => ({
      numbers: query.get('firstPart') === '713' ? [] : [number(`${query.get('firstPart') ?? '212'}5550101`)],
    }));
    const { press, reads, root } = await shopFixture(host);
    root.querySelector<HTMLInputElement>('[name=digits]')!.value = '713';
    await press(/^Find numbers/);
    await reads(/in the same state or province.*\(281\) 555-0101/);
    expect(searches(host)).toHaveLength(2);
  });

  it('offers what comes near', async () => {
    const host = searchable((query) => ({ numbers: query.get('firstPart') ? [] : [number('2125550101')] }));
    const { press, reads, root } = await shopFixture(host);
    root.querySelector<HTMLInputElement>('[name=digits]')!.value = '415';
    await press(/^Find numbers/);
    await reads(/elsewhere in the country.*\(212\) 555-0101/);
  });

  it('offers toll-free numbers when the country has nothing else', async () => {
    const host = searchable((query) => ({
      numbers: query.get('numberTypes') === 'tollFree' ? [number('8005550101')] : [],
    }));
    const { press, reads } = await shopFixture(host);
    await press(/^Find numbers/);
    await reads(/These are toll-free numbers.*\(800\) 555-0101/);
  });
});

describe('long lists', () => {
  it('page by "show more" on a host that pages, without the same number twice', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    let fails = true;
    const host = searchable((query) => {
      if (!query.get('page')) return { numbers: many(20), nextPage: 'two' };
      return fails ? problem(500) : { numbers: many(23).slice(19) };
    });
    const { press, reads, root, button } = await shopFixture(host);
    await press(/^Find numbers/);
    await press(/^Show more/);
    await reads('More numbers could not be loaded');
    fails = false;
    (await button(/^Show more/)).focus();
    await press(/^Show more/);
    await vi.waitFor(() => expect(root.querySelectorAll('.row')).toHaveLength(23));
    expect(last(host)).toMatchObject({ page: 'two' });
    expect(root.activeElement!.closest('.row')!.getAttribute('aria-posinset')).toBe('21');
    expect([...root.querySelectorAll('button')].some(({ textContent }) => textContent === 'Show more')).toBe(false);
  });

  it('stay in the order that was chosen while more were on their way', async () => {
    const later = Promise.withResolvers<unknown>();
    const priced = (digits: string, price: number) => number(digits, { price: { price } });
    const host = searchable((query) =>
      query.get('page')
        ? later.promise
        : {
            numbers: Array.from({ length: 20 }, (_, index) =>
              priced(`415555${String(index).padStart(4, '0')}`, 20 - index),
            ),
            nextPage: 'two',
          },
    );
    const { press, pick, reads, root } = await shopFixture(host);
    await press(/^Find numbers/);
    await press(/^Show more/);
    await reads('Looking for numbers');
    await pick('sort', 'Price');
    root.querySelector<HTMLElement>('[name=digits]')!.focus();
    later.resolve({ numbers: [priced('4155559999', 99)] });
    await vi.waitFor(() => expect(root.querySelectorAll('.row')).toHaveLength(21));
    expect(root.activeElement).toBe(root.querySelector('[name=digits]'));
    expect(root.querySelector('.row')!.textContent).toContain('555-0019');
  });

  it('of ten thousand numbers keep the document small, whole in number, and the focus where it is', async () => {
    const { press, reads, root } = await shopFixture(new TestHost(), {
      numbers: many(10_000),
    } as Partial<LcNumberPurchase>);
    await press(/^Find numbers/);
    await reads('10,000 numbers');
    const list = root.querySelector<HTMLElement>('.list')!;
    const rows = () => [...list.querySelectorAll('.row')];
    expect(rows()[0]!.getAttribute('aria-setsize')).toBe('10000');
    const first = rows()[0]!.querySelector('button')!;
    first.focus();
    for (const part of [0.5, 1]) {
      list.scrollTop = list.scrollHeight * part;
      await vi.waitFor(() =>
        expect(
          rows().some(
            (row) =>
              row.getBoundingClientRect().bottom <= list.getBoundingClientRect().bottom + 100 &&
              row.getBoundingClientRect().top > list.getBoundingClientRect().top,
          ),
        ).toBe(true),
      );
      expect(rows().length).toBeLessThan(300);
    }
    await vi.waitFor(() => {
      list.scrollTop = list.scrollHeight;
      expect(rows().at(-1)!.getAttribute('aria-posinset')).toBe('10000');
    });
    expect(root.activeElement).toBe(first);
  });
});

describe('numbers that are sold', () => {
  it('leave a list that the page gave', async () => {
    const host = new TestHost();
    host.answers.status = { verified: true };
    host.answers.purchases = { numbers: [{ phoneNumber: '+14155550101', status: 'purchased' }] };
    const { order, press, reads, text } = await shopFixture(host, {
      numbers: [number('4155550101'), number('4155550102')],
    });
    await order();
    await reads('is yours');
    await press(/^Find another/);
    await reads('1 number');
    expect(text()).not.toContain('555-0101');
  });
});
