import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LcNumberPurchase } from '../../../src/index.js';
import { TestHost } from '../../helpers/test-host.js';
import { network, number, shopFixture } from './shop-fixture.js';

interface Asked {
  url: URL;
}

const asked = (host: TestHost, path: string) =>
  (host.requests.filter((request) => request.path === path) as unknown as Asked[]).map(({ url }) => url.searchParams);

const losAngeles = {
  label: 'Los Angeles, CA',
  kind: 'city',
  countryCode: 'US',
  region: 'CA',
  areaCodes: ['213', '323', '310', '424', '747', '818'],
  latitude: 34.05,
  longitude: -118.24,
};
const toronto = { label: 'Toronto, ON', kind: 'city', countryCode: 'CA', region: 'ON', areaCodes: ['416'] };
const places = [
  losAngeles,
  { ...losAngeles, label: 'Los Altos, CA', areaCodes: ['650'] },
  toronto,
  { label: 'Paris', kind: 'city', countryCode: 'FR', areaCodes: ['1'] },
];

/** A host that knows places by how their names begin, and has a number of every area code but those of `none`. */
function knowing({ none = [] as string[] } = {}): TestHost {
  const host = new TestHost();
  host.answers.status = { verified: true };
  host.answers.places = ({ url }: Asked) => {
    const typed = url.searchParams.get('q')!.toLowerCase();
    return { places: places.filter(({ label }) => label.toLowerCase().startsWith(typed)) };
  };
  host.answers.numbers = ({ url }: Asked) => {
    const area = url.searchParams.get('firstPart') ?? '512';
    return { numbers: none.includes(area) ? [] : [number(`${area}5550101`, { locality: null, region: null })] };
  };
  return host;
}

async function opened(host: TestHost, attributes: Partial<LcNumberPurchase> = {}) {
  const fixture = await shopFixture(host, { countries: 'US CA', ...attributes });
  const { root, shop } = fixture;
  const box = root.querySelector<HTMLInputElement>('[name=digits]')!;
  const options = () => [...root.querySelectorAll('.suggestions [role=option]')].map((one) => one.textContent!.trim());
  const writes = async (text: string) => {
    box.focus();
    await vi.waitFor(() => expect(box.role).toBe('combobox'), { timeout: 10_000 });
    if (text) await userEvent.keyboard(text);
  };
  /** Put in at once, as pasted: keys that come slowly on a busy machine would have the page look for their beginning. */
  const seeks = async (text: string) => {
    await writes('');
    fixture.type(text);
    await userEvent.keyboard('{Enter}');
  };
  await shop.updateComplete;
  return { ...fixture, box, options, writes, seeks };
}

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  network.saveData = true;
  localStorage.clear();
  await page.viewport(1280, 900);
});

describe('the box', () => {
  it('suggests what may be meant, chooses nothing by itself, and is used with the keyboard', async () => {
    const host = knowing();
    const { box, options, writes, reads, root } = await opened(host);
    await writes('los');
    await vi.waitFor(() => expect(options()).toHaveLength(2));
    expect(options()[0]).toMatch(/^Los Angeles, CA\s+213, 323, 310$/);
    expect([box.ariaExpanded, box.getAttribute('aria-activedescendant')]).toEqual(['true', null]);
    await userEvent.keyboard('{ArrowDown}');
    await vi.waitFor(() => expect(box.getAttribute('aria-activedescendant')).toBe('digits-0'));
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await vi.waitFor(() => expect(root.querySelector('.suggestions .active')!.textContent).toContain('Los Altos'));
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(box.ariaExpanded).toBe('false'));
    expect(box.value).toBe('los');
    await userEvent.keyboard('{ArrowDown}');
    await vi.waitFor(() => expect(options()).toHaveLength(2));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await reads('Los Angeles, CA: 4+ numbers');
    expect([box.value, root.activeElement]).toEqual(['Los Angeles, CA', box]);
  });

  it('is clean for axe while it suggests, and closes when the focus goes on', async () => {
    const { shop, options, writes } = await opened(knowing());
    await writes('los');
    await vi.waitFor(() => expect(options()).toHaveLength(2));
    await expect(shop).to.be.accessible();
    await userEvent.tab();
    await vi.waitFor(() => expect(options()).toEqual([]));
  });

  it('asks for numbers four times at the most while somebody types “Los Angeles” slowly', async () => {
    const host = knowing();
    const { writes, type, reads } = await opened(host);
    await writes('L');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const length of Array.from('os Angeles').keys()) {
      await vi.advanceTimersByTimeAsync(350);
      type('Los Angeles'.slice(0, length + 2));
    }
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    await reads('Los Angeles, CA: 4+ numbers');
    expect(asked(host, 'numbers').map((query) => query.get('firstPart'))).toEqual(['213', '323', '310', '424']);
  });

  it('shows the other area codes of a place with “show more”, and then counts them all', async () => {
    const host = knowing();
    const { seeks, reads, press, root } = await opened(host);
    await seeks('Los Angeles');
    await reads('4+ numbers');
    await press('Show more');
    await reads('Los Angeles, CA: 6 numbers');
    expect([...root.querySelectorAll('button')].some(({ textContent }) => textContent === 'Show more')).toBe(false);
    expect(asked(host, 'numbers')).toHaveLength(6);
  });

  it('sends the same question once a minute', async () => {
    const host = knowing();
    const { reads, seeks } = await opened(host);
    await seeks('415');
    await reads('(415) 555-0101');
    await seeks('650');
    await reads('(650) 555-0101');
    await seeks('415');
    await userEvent.keyboard('{Enter}');
    await reads('(415) 555-0101');
    expect(asked(host, 'numbers').map((query) => query.get('firstPart'))).toEqual(['415', '650']);
  });

  it('leads to another country with one press, and says where nothing is sold', async () => {
    const host = knowing();
    const { reads, seeks, press, root } = await opened(host);
    await seeks('Toronto');
    await reads('Toronto, ON is listed under Canada.');
    expect(asked(host, 'numbers')).toHaveLength(0);
    await press('Search Canada');
    await reads('Toronto, ON: 1 number');
    expect(root.querySelector<HTMLButtonElement>('[name=country]')!.value).toBe('CA');
    expect(asked(host, 'numbers').map(String)).toEqual([expect.stringContaining('countryCode=CA&firstPart=416')]);
    await seeks('Paris');
    await reads('Numbers of France are not sold here.');
  });

  it('drops the name of a place with its country, and keeps what is in both', async () => {
    const { box, seeks, reads, pick } = await opened(knowing());
    await seeks('Los Angeles');
    await reads('4+ numbers');
    await pick('country', 'Canada');
    await vi.waitFor(() => expect(box.value).toBe(''));
    await seeks('Toronto');
    await reads('Toronto, ON: 1 number');
  });

  it('does without a places endpoint, which it asks once', async () => {
    const host = knowing();
    host.answers.places = () => new Response(null, { status: 404 });
    // Of its own: a page remembers who has none.
    const { reads, seeks } = await opened(host, { placesUrl: '/nowhere/places' });
    await seeks('chicago');
    await reads('Chicago, IL: 3 numbers');
    await seeks('houston');
    await reads('Houston, TX: 3 numbers');
    expect(host.count('places')).toBe(1);
  });

  it('asks a places endpoint again that was ill for a moment', async () => {
    const host = knowing();
    const { places: answer } = host.answers;
    host.answers.places = () => new Response(null, { status: 503 });
    const { reads, seeks } = await opened(host, { placesUrl: '/recovering/places' });
    await seeks('chicago');
    await reads('Chicago, IL: 3 numbers');
    host.answers.places = answer;
    await seeks('los altos');
    await reads('Los Altos, CA: 1 number');
  });

  it('makes a chosen filter of a type that was typed', async () => {
    const host = knowing();
    const { box, seeks, reads, root, pick } = await opened(host);
    await seeks('toll free');
    await reads('1 number');
    expect(asked(host, 'numbers').at(-1)!.get('numberTypes')).toBe('tollFree');
    await vi.waitFor(() => expect(root.querySelector('[name=numberTypes]')!.textContent).toBe('Toll-free'));
    await pick('numberTypes', 'All types');
    await vi.waitFor(() => expect(box.value).toBe(''));
    expect(root.querySelector('[name=numberTypes]')!.textContent).toBe('All types');
  });
});

describe('what is found', () => {
  it('is near by distance, with the distance, where the carrier says where its numbers are', async () => {
    const host = knowing();
    host.answers.numbers = ({ url }: Asked) => ({
      numbers: url.searchParams.get('firstPart')
        ? []
        : [
            number('5125550101', { latitude: '30.27', longitude: '-97.74' }),
            number('8055550101', { latitude: '34.27', longitude: '-119.23' }),
          ],
    });
    const { seeks, reads, text } = await opened(host);
    await seeks('Los Angeles');
    await reads(/No numbers in “Los Angeles, CA” right now. These are the nearest.*\(805\) 555-0101.*59 mi away/);
    expect(text()).not.toContain('(512)');
  });

  it('is of a place that nobody knows', async () => {
    const { seeks, reads } = await opened(knowing());
    await seeks('asdfghjkl');
    await reads(/We don’t know a place called “asdfghjkl”. These are from all over the country.*\(512\) 555-0101/);
  });
});

describe('a shop that is seen', () => {
  it('shows the first numbers of its country by itself, with one request', async () => {
    network.saveData = false;
    const host = knowing();
    const { reads, events } = await opened(host);
    await reads('(512) 555-0101');
    expect(asked(host, 'numbers').map((query) => query.get('countryCode'))).toEqual(['US']);
    expect(events).not.toContain('querychange');
  });

  it('asks nothing while it cannot be seen, nor where data are to be saved', async () => {
    network.saveData = false;
    const host = knowing();
    const { shop } = await opened(host);
    shop.hidden = true;
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
    await vi.waitFor(() => expect(host.count('orders')).toBe(1));
    await idle();
    await idle();
    expect(host.count('numbers')).toBe(0);
    network.saveData = true;
    const saving = knowing();
    await opened(saving);
    await vi.waitFor(() => expect(saving.count('orders')).toBe(1));
    await idle();
    await idle();
    expect(saving.count('numbers')).toBe(0);
  });

  it('tells nobody when that fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    network.saveData = false;
    const host = knowing();
    host.answers.numbers = () => Response.json({}, { status: 401 });
    const { events, root } = await opened(host);
    await vi.waitFor(() => expect(host.count('numbers')).toBe(1));
    await vi.waitFor(() => expect(root.querySelector('.results')).not.toBeNull());
    await vi.waitFor(() => expect(root.querySelector('.bone')).toBeNull());
    expect(events).not.toContain('failed');
    expect(root.querySelector('.empty')).toBeNull();
  });
});

describe('on a phone', () => {
  it('has its first number within 300 px, and the filters in a sheet', async () => {
    await page.viewport(375, 812);
    const { shop, root, press, reads, seeks, pick } = await opened(knowing());
    await seeks('415');
    await reads('1 number');
    const top = shop.getBoundingClientRect().top;
    expect(root.querySelector('.row')!.getBoundingClientRect().top - top).toBeLessThan(300);
    const sheet = root.querySelector<HTMLElement>('#filters')!;
    expect(sheet.checkVisibility()).toBe(false);
    await press(/^\s*Filters/);
    await vi.waitFor(() => expect(sheet.checkVisibility()).toBe(true));
    expect(sheet.getBoundingClientRect().bottom).toBeCloseTo(812, 0);
    await expect(shop).to.be.accessible();
    await pick('numberTypes', 'Toll-free');
    root.querySelector<HTMLInputElement>('[name=smsEnabled]')!.click();
    await press('Show numbers');
    await vi.waitFor(() => expect(sheet.checkVisibility()).toBe(false));
    await press(/^\s*Filters \(2\)/);
    await press('Clear filters');
    await press('Show numbers');
    await vi.waitFor(() => expect(root.querySelector('.to-filters')!.textContent!.trim()).toBe('Filters'));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(375);
  });
});
