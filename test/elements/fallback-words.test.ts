import { afterEach, describe, expect, it, vi } from 'vitest';
import { labels as english } from '../../src/locales/en.js';
import { dialogOf, gateFixture, primaryOf, reaches, shows } from '../helpers/in-gate.js';
import { TestHost } from '../helpers/test-host.js';
import { shopFixture } from './shop/shop-fixture.js';

const root = document.documentElement;

afterEach(() => {
  root.lang = 'en';
  root.removeAttribute('dir');
  localStorage.clear();
});

/** A language that there are no words in. */
function hebrew(): void {
  root.lang = 'he';
  root.dir = 'rtl';
}

const shownAs = (part: Element) => [part.getAttribute('lang'), getComputedStyle(part).direction];

describe('English words on a Hebrew page', () => {
  it.each(['modal', 'inline'] as const)('say what they are in the gate: %s', async (flow) => {
    hebrew();
    const host = new TestHost();
    const { gate, trigger } = await gateFixture(host, { flow });
    trigger.click();
    await shows(gate, 'Verify your identity');
    const shadow = gate.shadowRoot!;
    expect(shownAs(dialogOf(gate) ?? shadow.querySelector('.panel')!)).toEqual(['en', 'ltr']);
    await expect(gate).to.be.accessible();
    primaryOf(gate).click();
    await reaches(gate, 'verifying');
    // Persona has words in it.
    const frame = shadow.querySelector('iframe')!;
    await vi.waitFor(() => expect(new URL(frame.src).searchParams.get('language')).toBe('he'));
    host.answers.status = { verified: true };
    await gate.check();
    await vi.waitFor(() => expect(shownAs(shadow.querySelector('.toast')!)).toEqual(['en', 'ltr']));
  });

  it('say what they are in the shop', async () => {
    hebrew();
    const { shop, press, reads } = await shopFixture(new TestHost());
    const shadow = shop.shadowRoot!;
    expect(shownAs(shadow.querySelector('form')!)).toEqual(['en', 'ltr']);
    expect(shadow.querySelector('[name=country]')!.textContent).toBe('United States');
    await press(/^Find numbers/);
    await reads('2 numbers');
    expect(shownAs(shadow.querySelector('.results')!.parentElement!)).toEqual(['en', 'ltr']);
    expect(shadow.querySelector('.price')!.textContent).toContain('$1.15');
  });

  it('are the page’s own when it brings them all', async () => {
    hebrew();
    const { gate, trigger } = await gateFixture(new TestHost(), { labels: english });
    trigger.click();
    await shows(gate, 'Verify your identity');
    expect(shownAs(dialogOf(gate)!)).toEqual([null, 'rtl']);
    const { shop, press, reads } = await shopFixture(new TestHost(), { labels: english });
    await shop.updateComplete;
    await press(/^Find numbers/);
    await reads('2 numbers');
    const [form, results] = ['form', '.results'].map((selector) => shop.shadowRoot!.querySelector(selector)!);
    expect([shownAs(form!), shownAs(results!.parentElement!)]).toEqual([
      [null, 'rtl'],
      [null, 'rtl'],
    ]);
  });
});

describe('words in the page’s language', () => {
  it.each(['en', 'en-GB', 'fr-CA', 'es'])('need no language of their own: %s', async (lang) => {
    root.lang = lang;
    const { gate, trigger } = await gateFixture(new TestHost());
    trigger.click();
    await vi.waitFor(() => expect(dialogOf(gate)?.open).toBe(true));
    expect([dialogOf(gate)!.hasAttribute('lang'), dialogOf(gate)!.hasAttribute('dir')]).toEqual([false, false]);
  });
});
