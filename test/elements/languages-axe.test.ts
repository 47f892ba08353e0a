import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '../../src/locales/languages.js';
import { gateFixture, shows } from '../helpers/in-gate.js';
import { TestHost } from '../helpers/test-host.js';
import { number, shopFixture } from './shop/shop-fixture.js';

const root = document.documentElement;

afterEach(() => {
  root.lang = 'en';
  root.removeAttribute('dir');
  localStorage.clear();
});

const retryAt = new Date(Date.now() + 86_400_000).toISOString();

describe.each(Object.entries(languages))('on a page in %s axe finds nothing', (lang, language) => {
  it('in the gate’s first screen and in its outcomes', async () => {
    root.lang = lang;
    root.dir = lang === 'ar' ? 'rtl' : 'ltr';
    const { gate: words } = await language.gate();
    for (const [status, title] of [
      [{}, words.intro.title],
      [{ status: 'failed', attemptsLeft: 2, retryAt }, words.retryable.title],
      [{ status: 'needs_review' }, words.review.title],
      [{ status: 'declined' }, words.declined.title],
    ] as const) {
      const host = new TestHost();
      Object.assign(host.answers.status as object, status);
      const { gate, trigger } = await gateFixture(host);
      trigger.click();
      await shows(gate, title);
      await expect(gate).to.be.accessible();
      gate.remove();
    }
  });

  it('in the shop’s list, in a pool, and in the order', async () => {
    root.lang = lang;
    root.dir = lang === 'ar' ? 'rtl' : 'ltr';
    const { purchase: words } = (await language.shop()).labels;
    const host = new TestHost();
    const { shop, press, reads } = await shopFixture(host, { mode: 'pool' });
    const price = { number_type: 'local', price: 1.15, price_unit: 'USD', setup_price: 2 };
    (host.answers.numbers as { numbers: unknown[] }).numbers.push(
      number('4155550103', { price, addressRequirements: 'any' }),
    );
    await press(words.find);
    await press(/555-0103/);
    await expect(shop).to.be.accessible();
    await press(words.pool.review);
    await reads(words.review.title);
    await expect(shop).to.be.accessible();
  });
});
