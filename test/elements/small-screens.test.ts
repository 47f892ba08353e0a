import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LcIdentityGate } from '../../src/index.js';
import { dialogOf, gateFixture, primaryOf, shows } from '../helpers/in-gate.js';
import { TestHost } from '../helpers/test-host.js';
import { shopFixture } from './shop/shop-fixture.js';

beforeEach(() => (document.documentElement.lang = 'en'));
afterEach(async () => {
  document.documentElement.lang = 'en';
  await page.viewport(1280, 900);
});

/** Whether all of it can be seen, with nothing of ours above it. */
function isInView(gate: LcIdentityGate, part: Element): boolean {
  const { top, bottom, left, width } = part.getBoundingClientRect();
  const at = (y: number) => gate.shadowRoot!.elementFromPoint(left + width / 2, y);
  return top >= 0 && bottom <= innerHeight && [top + 2, bottom - 2].every((y) => part.contains(at(y)));
}

async function opened(host: TestHost, heading: string) {
  const made = await gateFixture(host);
  const privacy = document.createElement('a');
  Object.assign(privacy, { slot: 'privacy', href: '#privacy', textContent: 'How we use your data' });
  made.gate.append(privacy);
  made.trigger.click();
  await shows(made.gate, heading);
  return { ...made, privacy };
}

describe.each([
  [375, 553],
  [320, 480],
])('on a screen of %d × %d', (width, height) => {
  it.each([
    ['en', 'Verify your identity'],
    ['es', 'Verifica tu identidad'],
    ['fr', 'Vérifiez votre identité'],
  ])('has the primary button in view, in %s', async (lang, heading) => {
    await page.viewport(width, height);
    document.documentElement.lang = lang;
    const { gate } = await opened(new TestHost(), heading);
    expect(dialogOf(gate)!.scrollWidth).toBeLessThanOrEqual(width);
    expect(isInView(gate, primaryOf(gate))).toBe(true);
  });

  it('hides nothing that has the focus under the buttons', async () => {
    await page.viewport(width, height);
    const { gate, privacy } = await opened(new TestHost(), 'Verify your identity');
    for (let presses = 0; document.activeElement !== privacy && presses < 5; presses += 1)
      await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(privacy);
    const actions = gate.shadowRoot!.querySelector('.actions')!.getBoundingClientRect();
    // A link may have several lines.
    for (const { top, bottom, left } of privacy.getClientRects()) {
      expect(bottom).toBeLessThanOrEqual(actions.top);
      expect(document.elementFromPoint(left + 4, (top + bottom) / 2)).toBe(privacy);
    }
  });

  it('has the way on in view when it failed', async () => {
    await page.viewport(width, height);
    const host = new TestHost();
    host.answers.status = { verified: false, status: 'failed', attemptsLeft: 1 };
    const { gate } = await opened(host, 'Let’s try that again');
    expect(isInView(gate, primaryOf(gate))).toBe(true);
  });
});

it('lets the buttons scroll along where there is no room for them', async () => {
  await page.viewport(640, 320);
  const { gate } = await opened(new TestHost(), 'Verify your identity');
  expect(getComputedStyle(gate.shadowRoot!.querySelector('.actions')!).position).toBe('static');
});

describe.each([
  ['en', 'United States'],
  ['es', 'Estados Unidos'],
  ['fr', 'États-Unis'],
  ['de', 'Vereinigte Staaten'],
  ['ru', 'Соединенные Штаты'],
])('a country’s name in %s', (lang, name) => {
  it.each([320, 375, 412, 480])('is on one line, %d pixels wide', async (width) => {
    await page.viewport(width, 600);
    document.documentElement.lang = lang;
    const { shop, reads } = await shopFixture(new TestHost());
    await reads(name);
    const [country, find] = ['#country', '[part=find]'].map((part) =>
      shop.shadowRoot!.querySelector(part)!.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    expect([country.height, find.height]).toEqual([44, 44]);
    // Below each other they are as wide as the form; beside each other they end there.
    expect(find.right).toBe(shop.getBoundingClientRect().right);
    if (find.top > country.top) expect([find.left, find.right]).toEqual([country.left, country.right]);
  });
});
