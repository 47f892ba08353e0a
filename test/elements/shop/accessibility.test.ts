import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Order } from '../../../src/index.js';
import { labels as en } from '../../../src/locales/en.js';
import { labels as es } from '../../../src/locales/es.js';
import { labels as fr } from '../../../src/locales/fr.js';
import { TestHost } from '../../helpers/test-host.js';
import { number, shopFixture } from './shop-fixture.js';

afterEach(() => {
  document.documentElement.lang = 'en';
  localStorage.clear();
});

function selling(): TestHost {
  const host = new TestHost();
  host.answers.status = { verified: true };
  host.answers.numbers = {
    numbers: [
      number('4155550103', {
        addressRequirements: 'local',
        bundleRequired: true,
        price: { price: 2, setup_price: 5, price_unit: 'USD' },
      }),
    ],
  };
  host.answers.purchases = ({ body }: { body: Order }) => ({
    numbers: body.numbers.map(({ phoneNumber }, index) =>
      index === 0
        ? { phoneNumber, status: 'failed', code: 'number_unavailable' }
        : { phoneNumber, status: 'purchased' },
    ),
  });
  return host;
}

describe.each([
  ['en', en],
  ['es', es],
  ['fr', fr],
] as const)('the shop in %s', (language, { purchase: words }) => {
  it.each(['light', 'dark'] as const)(
    'has nothing for axe to find from the search to the replacements of a pool, %s',
    async (theme) => {
      document.documentElement.lang = language;
      const { shop, root, press, reads } = await shopFixture(selling(), { mode: 'pool', theme });
      shop.style.background = theme === 'dark' ? '#111' : '#fff';
      root.querySelector<HTMLElement>('[part=find]')!.click();
      for (const digits of ['0103', '0101', '0102'])
        await press(words.pool.addNumber.replace('{number}', `\\(415\\) 555-${digits}`));
      await shop.updateComplete;
      await expect(shop).to.be.accessible();
      await press(words.pool.review);
      await reads(words.review.title);
      await expect(shop).to.be.accessible();
      await press(words.pool.buy);
      await reads(words.pool.partly);
      await expect(shop).to.be.accessible();
      await press(words.pool.replace);
      await reads(words.filters.label);
      await expect(shop).to.be.accessible();
    },
  );
});

describe('the page’s language', () => {
  it.each([
    ['en_US', 'United States'],
    ['es-MX', 'Estados Unidos'],
    ['x-default', 'United States'],
    ['tlh', 'United States'],
  ])('may be written as %s', async (language, country) => {
    document.documentElement.lang = language;
    const { root } = await shopFixture(selling());
    await vi.waitFor(() => expect(root.querySelector('[name=country]')!.textContent).toBe(country));
  });

  it('is followed while the shop is open, and before anything of it is loaded', async () => {
    const { shop, root, press, reads } = await shopFixture(selling());
    document.documentElement.lang = 'fr';
    await reads('Chercher des numéros');
    document.documentElement.lang = 'en';
    await reads('Find numbers');
    await press(/^Find numbers/);
    await reads('3 numbers');
    document.documentElement.lang = 'es';
    await reads('3 números');
    expect(root.querySelector('[name=country]')!.textContent).toBe('Estados Unidos');
    const place = shop.parentNode!;
    shop.remove();
    document.documentElement.lang = 'fr';
    place.append(shop);
    await reads(/Chercher des numéros.*3 numéros/);
  });
});

describe('one number', () => {
  it('is bought with the keyboard alone, and every screen takes the focus', async () => {
    const host = selling();
    host.answers.purchases = { numbers: [{ phoneNumber: '+14155550101', status: 'purchased' }] };
    const { root, reads } = await shopFixture(host);
    const focused = () => root.activeElement as HTMLElement;
    const tabTo = async (label: RegExp) => {
      for (let stop = 0; stop < 30 && !(focused()?.ariaLabel ?? focused()?.textContent ?? '').match(label); stop += 1)
        await userEvent.tab();
      expect(focused().ariaLabel ?? focused().textContent).toMatch(label);
    };
    root.querySelector<HTMLElement>('[name=country]')!.focus();
    await tabTo(/^Find numbers/);
    await userEvent.keyboard('{Enter}');
    await reads('3 numbers');
    await tabTo(/^Choose \(415\) 555-0101/);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focused().textContent).toBe('Review your order'));
    await tabTo(/^Buy number/);
    await userEvent.keyboard('{Enter}');
    await reads('(415) 555-0101 is yours');
    await vi.waitFor(() => expect(focused().textContent).toBe('(415) 555-0101 is yours'));
  });

  it('or a pool of several, of another country too, is bought with the keyboard alone', async () => {
    const host = selling();
    host.answers.purchases = ({ body }: { body: Order }) => ({
      numbers: body.numbers.map(({ phoneNumber }) => ({ phoneNumber, status: 'purchased' })),
    });
    const { root, reads } = await shopFixture(host, { mode: 'pool' });
    const focused = () => root.activeElement as HTMLElement;
    const name = () => focused()?.ariaLabel ?? focused()?.textContent ?? '';
    const tabTo = async (label: RegExp) => {
      for (let stop = 0; stop < 30 && !name().match(label); stop += 1) await userEvent.tab();
      expect(name()).toMatch(label);
    };
    root.querySelector<HTMLElement>('[name=country]')!.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(root.querySelector('[role=listbox]')).not.toBeNull());
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await vi.waitFor(() => expect(focused().textContent).toBe('United Kingdom'));
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Home}{Enter}');
    await tabTo(/^Find numbers/);
    await userEvent.keyboard('{Enter}');
    await reads('3 numbers');
    for (const digits of ['0103', '0101']) {
      await tabTo(new RegExp(`^Add \\(415\\) 555-${digits}`));
      await userEvent.keyboard(' ');
    }
    await reads('2 numbers chosen');
    await tabTo(/^Review order/);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(name()).toBe('Review your order'));
    await tabTo(/^Buy pool/);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(name()).toBe('2 numbers are yours'));
  });

  it('keeps the focus through a double click on Buy, up to the receipt', async () => {
    const host = selling();
    const answer = Promise.withResolvers<unknown>();
    host.answers.purchases = () => answer.promise;
    const { press, button, reads, root } = await shopFixture(host);
    await press(/^Find numbers/);
    await press(/^Choose \(415\) 555-0101/);
    await userEvent.dblClick(await button(/^Buy number/));
    await reads('Buying');
    answer.resolve({ numbers: [{ phoneNumber: '+14155550101', status: 'purchased' }] });
    await vi.waitFor(() => expect(root.activeElement?.textContent).toBe('(415) 555-0101 is yours'));
  });

  it('takes the focus of nobody who is elsewhere on the page', async () => {
    const host = selling();
    const answer = Promise.withResolvers<unknown>();
    host.answers.purchases = () => answer.promise;
    const { order, reads } = await shopFixture(host);
    const elsewhere = document.body.appendChild(document.createElement('input'));
    await order();
    await reads('Buying');
    elsewhere.focus();
    answer.resolve({ numbers: [{ phoneNumber: '+14155550101', status: 'purchased' }] });
    await reads('is yours');
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  it('fits into 320 pixels', async () => {
    const { shop, press, reads, root } = await shopFixture(selling(), { mode: 'pool' });
    shop.style.inlineSize = '320px';
    await press(/^Find numbers/);
    await reads('3 numbers');
    await press(/^Add \(415\) 555-0101/);
    const wide = [...root.querySelectorAll<HTMLElement>('.results *')].filter(
      (element) => element.getBoundingClientRect().right > shop.getBoundingClientRect().right + 1,
    );
    expect(wide.map(({ className }) => className)).toEqual([]);
    for (const button of root.querySelectorAll<HTMLElement>('button'))
      if (button.offsetParent) expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });
});
