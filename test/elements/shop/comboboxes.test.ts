import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TestHost } from '../../helpers/test-host.js';
import { number, shopFixture } from './shop-fixture.js';

afterEach(async () => {
  vi.useRealTimers();
  document.documentElement.dir = '';
  document.documentElement.lang = 'en';
  await page.viewport(1280, 900);
});

const countries = 'US CA PR GB FR DE ES MX BR';

async function shopOf(attributes: Parameters<typeof shopFixture>[1] = {}) {
  const host = new TestHost();
  host.answers.numbers = { numbers: [number('4155550103')] };
  const fixture = await shopFixture(host, { countries, ...attributes });
  const { shop, root } = fixture;
  const field = () => root.querySelector<HTMLButtonElement>('[role=combobox][name=country]')!;
  const list = () => root.querySelector<HTMLElement>('[role=listbox]');
  const active = () => root.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent?.trim();
  const opens = () => vi.waitFor(() => expect(list()!.matches(':popover-open')).toBe(true));
  await shop.updateComplete;
  return { ...fixture, host, field, list, active, opens };
}

describe('a choice list', () => {
  it('opens at the first press, though its code comes only then, and shows what is chosen', async () => {
    const { field, opens, active, root } = await shopOf();
    expect(field().textContent).toBe('United States');
    expect(field()).toHaveAttribute('aria-expanded', 'false');
    field().click();
    await opens();
    expect(field()).toHaveAttribute('aria-expanded', 'true');
    expect(active()).toBe('United States');
    expect(root.querySelector('[role=option][aria-selected=true]')!.textContent!.trim()).toBe('United States');
    expect(root.activeElement).toBe(field());
  });

  it('is used with the keyboard as comboboxes are', async () => {
    const { field, list, active, opens, shop } = await shopOf();
    field().click();
    await opens();
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(list()).toBeNull());
    await userEvent.keyboard('{ArrowDown}');
    await opens();
    await userEvent.keyboard('{Home}{ArrowDown}{ArrowDown}');
    await vi.waitFor(() => expect(active()).toBe('Puerto Rico'));
    await userEvent.keyboard('{End}{ArrowDown}');
    await vi.waitFor(() => expect(active()).toBe('Brazil'));
    await userEvent.keyboard('{PageUp}');
    await vi.waitFor(() => expect(active()).toBe('United States'));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await vi.waitFor(() => expect(list()).toBeNull());
    await shop.updateComplete;
    expect(field().textContent).toBe('Canada');
    await userEvent.keyboard(' ');
    await opens();
    await userEvent.keyboard('{ArrowDown} ');
    await vi.waitFor(() => expect(list()).toBeNull());
    expect(field().textContent).toBe('Puerto Rico');
  });

  it.each([
    ['u', 'United Kingdom'],
    ['uu', 'United States'],
    ['united k', 'United Kingdom'],
  ])('goes to what is typed: %s', async (typed, reached) => {
    const { field, active, opens, shop } = await shopOf();
    field().click();
    await opens();
    // However slow the keys, they are one word.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await userEvent.keyboard(typed);
    await shop.updateComplete;
    expect(active()).toBe(reached);
    expect(field()).toHaveAttribute('aria-expanded', 'true');
  });

  it.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['a press elsewhere', () => userEvent.click(document.body, { position: { x: 2, y: 600 } })],
    ['a second press', (field: HTMLElement) => userEvent.click(field)],
  ])('closes on %s and leaves the choice as it was', async (_, leave) => {
    const { field, list, opens } = await shopOf();
    field().click();
    await opens();
    await userEvent.keyboard('{ArrowDown}');
    await leave(field());
    await vi.waitFor(() => expect(list()).toBeNull());
    expect(field().textContent).toBe('United States');
    expect(field()).toHaveAttribute('aria-expanded', 'false');
  });

  it('takes what was reached along when the focus goes on with Tab', async () => {
    const { field, list, opens, root } = await shopOf();
    field().click();
    await opens();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.tab();
    await vi.waitFor(() => expect(list()).toBeNull());
    expect(field().textContent).toBe('Canada');
    expect((root.activeElement as HTMLElement).part.value).toBe('find');
  });

  it('stays inside the window and beside its field, also above it and right to left', async () => {
    await page.viewport(375, 667);
    const { field, list, opens, shop } = await shopOf();
    const box = () => list()!.getBoundingClientRect();
    field().click();
    await opens();
    await vi.waitFor(() => expect(box().top).toBeCloseTo(field().getBoundingClientRect().bottom + 4, 0));
    expect(box().width).toBeGreaterThanOrEqual(Math.min(field().getBoundingClientRect().width, 375 - 16));
    await userEvent.keyboard('{Escape}');
    Object.assign(shop.style, { position: 'absolute', insetBlockStart: '420px', insetInline: '16px' });
    document.documentElement.dir = 'rtl';
    field().click();
    await opens();
    await vi.waitFor(() => expect(box().bottom).toBeCloseTo(field().getBoundingClientRect().top - 4, 0));
    expect(box().right).toBeCloseTo(field().getBoundingClientRect().right, 0);
    for (const [low, high, end] of [
      [box().left, box().right, 375],
      [box().top, box().bottom, 667],
    ] as const)
      expect(low >= 0 && high <= end).toBe(true);
  });

  it('stays beside its field whatever moves that: a scroller in a shadow root, or the page itself', async () => {
    const { field, list, opens, shop } = await shopOf();
    const host = document.createElement('div');
    document.body.append(host);
    const scroller = document.createElement('div');
    scroller.style.cssText = 'block-size: 300px; overflow: auto';
    const filler = document.createElement('div');
    filler.style.blockSize = '2000px';
    host.attachShadow({ mode: 'open' }).append(scroller);
    scroller.append(shop, filler);
    const isBeside = () =>
      vi.waitFor(() =>
        expect(list()!.getBoundingClientRect().top).toBeCloseTo(field().getBoundingClientRect().bottom + 4, 0),
      );
    field().click();
    await opens();
    await isBeside();
    const before = list()!.getBoundingClientRect().top;
    scroller.scrollTop = 40;
    await isBeside();
    expect(list()!.getBoundingClientRect().top).toBeLessThan(before - 30);
    shop.style.transform = 'translateY(24px)';
    await isBeside();
    host.remove();
  });

  it('shows what is chosen in a low window, and does not scroll back', async () => {
    await page.viewport(375, 300);
    const { field, list, opens, active, root } = await shopOf({ country: 'BR' });
    field().click();
    await opens();
    const isSeen = () => {
      const option = root.querySelector('[role=option].active')!.getBoundingClientRect();
      const box = list()!.getBoundingClientRect();
      expect([option.top >= box.top, option.bottom <= box.bottom]).toEqual([true, true]);
    };
    await vi.waitFor(() => expect(list()!.getBoundingClientRect().bottom).toBeLessThanOrEqual(300));
    expect(active()).toBe('Brazil');
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      isSeen();
    }
  });

  it('stays inside a window that its field fills', async () => {
    await page.viewport(320, 667);
    const { field, list, opens, shop } = await shopOf();
    Object.assign(shop.style, { position: 'absolute', inset: '0 auto auto 0', inlineSize: '320px' });
    field().style.cssText = 'position: absolute; inset-inline: 0';
    field().click();
    await opens();
    await vi.waitFor(() => expect(list()!.getBoundingClientRect().left).toBe(8));
    expect(list()!.getBoundingClientRect().right).toBeLessThanOrEqual(312);
  });

  it('is clean for axe while it is open, and one list is open at a time', async () => {
    const { field, opens, press, reads, root, shop } = await shopOf();
    await press(/^Find numbers/);
    await reads('3 numbers');
    field().click();
    await opens();
    await expect(shop).to.be.accessible();
    root.querySelector<HTMLElement>('[role=combobox][name=sort]')!.click();
    await vi.waitFor(() => expect(root.querySelector('[role=listbox]')!.id).toBe('sort-list'));
    expect(root.querySelectorAll('[role=listbox]')).toHaveLength(1);
  });

  it('does nothing when what is chosen is chosen again, and reads a choice of several as all of them', async () => {
    const { host, shop, press, pick, reads, root } = await shopOf();
    await press(/^Find numbers/);
    await reads('3 numbers');
    const asked = host.requests.length;
    await pick('sort', 'Best match');
    expect(host.requests).toHaveLength(asked);
    shop.query = { countryCode: 'US', numberTypes: 'local,tollFree' };
    await vi.waitFor(() => expect(root.querySelector('[name=numberTypes]')!.textContent).toBe('Local, Toll-free'));
  });

  it('follows the `country` property until somebody chooses, and again when the page sets another', async () => {
    const { field, host, pick, shop } = await shopOf();
    shop.country = 'ca';
    await shop.updateComplete;
    expect(field().textContent).toBe('Canada');
    await pick('country', 'France');
    expect(field().textContent).toBe('France');
    Object.assign(shop, { country: 'ES', query: { countryCode: 'MX', firstPart: '55' } });
    await vi.waitFor(() => expect(field().textContent).toBe('Mexico'));
    Object.assign(shop, { country: 'DE', query: { firstPart: '30' } });
    await vi.waitFor(() =>
      expect(host.requests.filter(({ path }) => path === 'numbers').at(-1)).toMatchObject({
        url: expect.objectContaining({ search: expect.stringMatching(/^\?countryCode=DE&firstPart=30&account=/) }),
      }),
    );
    expect(field().textContent).toBe('Germany');
    shop.country = 'GB';
    await shop.updateComplete;
    expect(field().textContent).toBe('United Kingdom');
  });
});
