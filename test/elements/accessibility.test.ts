import { fixture, html } from '@open-wc/testing-helpers/pure';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { LcNumberPurchase } from '../../src/index.js';
import { closeOf, dialogOf, gateFixture, headingOf, primaryOf, reaches, shows } from '../helpers/in-gate.js';
import { problem, TestHost } from '../helpers/test-host.js';

const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

afterEach(() => {
  document.documentElement.lang = 'en';
  document.documentElement.style.colorScheme = '';
});

/** What the server answers, and the heading of the screen that follows in each language. */
const screens: [string, unknown, string, string, string][] = [
  ['intro', { verified: false }, 'Verify your identity', 'Verifica tu identidad', 'Vérifiez votre identité'],
  [
    'confirming',
    { verified: false, status: 'completed' },
    'Checking your result',
    'Revisando tu resultado',
    'Vérification du résultat',
  ],
  [
    'review',
    { verified: false, status: 'needs_review' },
    'Your ID is being reviewed',
    'Estamos revisando tu identificación',
    'Votre pièce d’identité est en cours d’examen',
  ],
  [
    'declined',
    { verified: false, status: 'declined' },
    'We could not verify your identity',
    'No pudimos verificar tu identidad',
    'Nous n’avons pas pu vérifier votre identité',
  ],
  [
    'retryable',
    { verified: false, status: 'failed', attemptsLeft: 2 },
    'Let’s try that again',
    'Intentémoslo de nuevo',
    'Essayons encore une fois',
  ],
  [
    'blocked',
    () => problem(503),
    'Something went wrong on our side',
    'Algo falló de nuestro lado',
    'Un problème est survenu de notre côté',
  ],
];

describe.each(['en', 'es', 'fr'])('screens in %s', (language) => {
  it.each(screens)('have nothing for axe to find: %s', async (_, status, ...headings) => {
    document.documentElement.lang = language;
    for (const theme of ['light', 'dark'] as const) {
      const host = new TestHost();
      host.answers.status = status;
      const { gate, trigger } = await gateFixture(host, { theme });
      trigger.click();
      await shows(gate, headings[['en', 'es', 'fr'].indexOf(language)]!);
      await expect(gate).to.be.accessible();
      gate.remove();
    }
  });
});

describe('the dialog', () => {
  it('takes the focus to its heading, keeps it, and gives it back', async () => {
    const { gate, trigger } = await gateFixture(new TestHost());
    trigger.focus();
    await userEvent.keyboard('{Enter}');
    await shows(gate, 'Verify your identity');
    expect(focused()?.localName).toBe('h2');
    const stops: (string | null | undefined)[] = [];
    for (let stop = 0; stop < 4; stop += 1) {
      await userEvent.tab();
      stops.push(focused()?.getAttribute('part'));
    }
    expect(stops.filter(Boolean)).toEqual(expect.arrayContaining(['close', 'button']));
    expect(stops).not.toContain(trigger.getAttribute('part') ?? 'trigger');
    await userEvent.keyboard('{Escape}');
    await reaches(gate, 'required');
    expect(focused()).toBe(trigger);
  });

  it('moves the focus to each new screen’s heading', async () => {
    const host = new TestHost();
    const { gate, trigger } = await gateFixture(host);
    trigger.click();
    await shows(gate, 'Verify your identity');
    host.answers.status = { verified: false, status: 'needs_review' };
    await gate.check();
    await shows(gate, 'Your ID is being reviewed');
    await gate.updateComplete;
    expect(focused()?.textContent).toBe('Your ID is being reviewed');
  });

  it('names itself by its heading and its close button in words', async () => {
    const { gate, trigger } = await gateFixture(new TestHost());
    trigger.click();
    await shows(gate, 'Verify your identity');
    expect(dialogOf(gate)!.getAttribute('aria-labelledby')).toBe('heading');
    expect(closeOf(gate).getAttribute('aria-label')).toBe('Close');
    expect(headingOf(gate)).toBe('Verify your identity');
  });

  it('keeps the page from scrolling while it is open, and only then', async () => {
    const { gate, trigger } = await gateFixture(new TestHost());
    trigger.click();
    await shows(gate, 'Verify your identity');
    await gate.updateComplete;
    expect(document.documentElement.style.overflow).toBe('hidden');
    await userEvent.click(closeOf(gate));
    await reaches(gate, 'required');
    await gate.updateComplete;
    expect(document.documentElement.style.overflow).toBe('');
  });

  it('unlocks the page when the gate is removed while it is open', async () => {
    const { gate, trigger } = await gateFixture(new TestHost());
    trigger.click();
    await shows(gate, 'Verify your identity');
    gate.remove();
    await Promise.resolve();
    expect(document.documentElement.style.overflow).toBe('');
  });

  it('shows its primary button at least 44 pixels high', async () => {
    const { gate, trigger } = await gateFixture(new TestHost());
    trigger.click();
    await shows(gate, 'Verify your identity');
    expect(primaryOf(gate).getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    expect(closeOf(gate).getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });
});

describe('the shop', () => {
  it.each(['light', 'dark'] as const)('has nothing for axe to find, from search to receipt, %s', async (theme) => {
    const host = new TestHost();
    host.answers.status = { verified: true };
    host.answers.numbers = {
      numbers: [
        {
          phoneNumber: '+14155550101',
          friendlyName: '(415) 555-0101',
          isoCountry: 'US',
          capabilities: { voice: true, SMS: true },
          addressRequirements: 'any',
          price: { price: 1.15, price_unit: 'USD' },
        },
      ],
    };
    host.answers.purchases = { numbers: [{ phoneNumber: '+14155550101', status: 'purchased' }] };
    document.documentElement.style.colorScheme = theme;
    const shop = await fixture<LcNumberPurchase>(
      html`<lc-number-purchase
        api="/api"
        account="axe"
        .fetch=${host.fetch}
        theme=${theme}
        style="background: light-dark(#fff, #111)"
      ></lc-number-purchase>`,
    );
    const root = shop.shadowRoot!;
    const press = async (selector: string) => {
      await expect.poll(() => root.querySelector(selector), { timeout: 10_000 }).not.toBeNull();
      root.querySelector<HTMLButtonElement>(selector)!.click();
    };
    await expect(shop).to.be.accessible();
    await press('[part="find"]');
    await expect.poll(() => root.querySelector('[part="choose"]')).not.toBeNull();
    await expect(shop).to.be.accessible();
    await press('[part="choose"]');
    await expect.poll(() => shop.status).toBe('reviewing');
    await shop.updateComplete;
    await expect(shop).to.be.accessible();
    await press('[part="button"]');
    await expect.poll(() => shop.status, { timeout: 10_000 }).toBe('purchased');
    await shop.updateComplete;
    await expect(shop).to.be.accessible();
  });
});
