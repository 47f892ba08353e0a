import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gateFixture, reaches, shows } from '../helpers/in-gate.js';
import { TestHost } from '../helpers/test-host.js';
import { bought, number, shopFixture, verified } from './shop/shop-fixture.js';

beforeEach(() => (document.documentElement.lang = 'en'));
afterEach(() => {
  document.documentElement.lang = 'en';
  localStorage.clear();
});

/** The levels of a screen's headings, as a reader is told them. */
const levels = (root: ShadowRoot) =>
  [...root.querySelectorAll('h2, h3')]
    .filter((heading) => heading.checkVisibility())
    .map((heading) => heading.ariaLevel ?? heading.localName[1]);

function selling(): TestHost {
  const host = new TestHost();
  host.answers.status = verified;
  host.answers.numbers = { numbers: [number('4155550103')] };
  host.answers.purchases = bought;
  return host;
}

describe('heading-level', () => {
  it.each([
    [undefined, ['2', '3']],
    ['4', ['4', '5']],
    ['1', ['1', '2']],
    ['seven', ['2', '3']],
  ])('%s makes the headings of the gate %j', async (level, expected) => {
    const { gate, trigger } = await gateFixture(new TestHost());
    if (level) gate.setAttribute('heading-level', level);
    trigger.click();
    await shows(gate, 'Verify your identity');
    await gate.updateComplete;
    expect(levels(gate.shadowRoot!)).toEqual(expected);
    await expect(gate).to.be.accessible({ ignoredRules: ['page-has-heading-one'] });
  });

  it('counts for the panels of the shop and for the gate in it', async () => {
    const host = selling();
    const { shop, root, press, reads, gate } = await shopFixture(host);
    shop.setAttribute('heading-level', '3');
    await press(/^Find numbers/);
    await reads('3 numbers');
    expect(levels(root)).toEqual(['3']);
    await press(/^Choose .415. 555-0101/);
    await reads('Review your order');
    expect(levels(root)).toEqual(['3']);
    host.answers.status = { verified: false };
    await gate.refused();
    await gate.open();
    await shows(gate, 'Verify your identity');
    await gate.updateComplete;
    expect(levels(gate.shadowRoot!)).toEqual(['3', '4']);
  });
});

describe('what is there to be heard', () => {
  it('is how many numbers a list has, as its name', async () => {
    const { root, press, reads } = await shopFixture(selling());
    await press(/^Find numbers/);
    await reads('3 numbers');
    const list = root.querySelector('[role=list]')!;
    expect(root.getElementById(list.getAttribute('aria-labelledby')!)!.textContent).toBe('3 numbers');
  });

  it('is what may be typed, beside the field’s label', async () => {
    const { root, press, reads } = await shopFixture(selling());
    await press(/^Find numbers/);
    await reads('3 numbers');
    const field = root.querySelector('[name=digits]')!;
    expect(field.getAttribute('placeholder')).toBeNull();
    expect(root.getElementById(field.getAttribute('aria-describedby')!)!.textContent).toMatch(/^For example Chicago/);
  });

  it.each([
    ['en', ['Phone done', 'ID done', 'Selfie', 'Result']],
    ['es', ['Teléfono listo', 'Identificación lista', 'Selfie', 'Resultado']],
    ['fr', ['Téléphone vérifié', 'Pièce d’identité vérifiée', 'Égoportrait', 'Résultat']],
  ])('is which steps are done, in %s', async (language, expected) => {
    document.documentElement.lang = language;
    const host = new TestHost();
    host.answers.status = { verified: false, status: 'pending', steps: ['phone', 'id', 'selfie'], step: 'selfie' };
    const { gate, trigger } = await gateFixture(host);
    trigger.click();
    await reaches(gate, 'prompting');
    await vi.waitFor(() => {
      const steps = [...gate.shadowRoot!.querySelectorAll('.steps li')];
      // The number in the circle is read as well where there is one; a check mark is not.
      const heard = steps.map((step) =>
        [...step.querySelectorAll('.name:not([aria-hidden]), .visually-hidden')]
          .map((part) => part.textContent)
          .join(''),
      );
      expect(heard).toEqual(expected);
      expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, null, 'step', null]);
    });
  });
});
