import { afterEach, describe, expect, it } from 'vitest';
import { commands, page } from 'vitest/browser';
import { labels as english } from '../../src/locales/en.js';
import type { Labels } from '../../src/locales/labels.js';
import { gateFixture, reaches } from '../helpers/in-gate.js';
import { TestHost } from '../helpers/test-host.js';
import { number, shopFixture, verified } from './shop/shop-fixture.js';

afterEach(async () => {
  localStorage.clear();
  document.documentElement.style.fontSize = '';
  await commands.wish({ contrast: 'no-preference' });
  await page.viewport(1280, 900);
});

/** What stands out of the window at its side, or is cut off by what it stands in. */
function cutOff(root: ShadowRoot): string[] {
  const isCut = (element: HTMLElement) => {
    const { left, right, width } = element.getBoundingClientRect();
    if (width <= 1 || !element.checkVisibility({ visibilityProperty: true })) return false;
    const { overflowX, textOverflow } = getComputedStyle(element);
    const hides = overflowX !== 'visible' && textOverflow !== 'ellipsis' && element.localName !== 'input';
    return left < -0.5 || right > innerWidth + 0.5 || (hides && element.scrollWidth > element.clientWidth + 1);
  };
  return [...root.querySelectorAll<HTMLElement>('*')]
    .filter((element) => !element.closest('.visually-hidden, .heard') && isCut(element))
    .map(
      (element) =>
        `${element.localName}.${element.className} “${element.textContent!.replace(/\s+/g, ' ').trim().slice(0, 40)}”`,
    );
}

/** As German compounds are: each word of the text in one with what no line of a phone holds. */
const compound = 'Identitätsfeststellungsverfahrensbestätigung';
const lengthened = <T>(words: T): T =>
  (typeof words === 'string'
    ? words.replace(/(?<![{\p{L}])\p{L}{4,}(?![\p{L}}])/u, compound)
    : Object.fromEntries(Object.entries(words as object).map(([name, word]) => [name, lengthened(word)]))) as T;
const long: Labels = lengthened(english);

function selling(): TestHost {
  const host = new TestHost();
  host.answers.status = verified;
  host.answers.numbers = { numbers: [number('4155550103', { addressRequirements: 'any', bundleRequired: true })] };
  host.answers.purchases = { numbers: [{ phoneNumber: '+14155550103', status: 'purchased' }] };
  return host;
}

/** What is wrong with a screen. */
type Look = (root: ShadowRoot) => string[];

/** From the search to the receipt of a pool; what is wrong with each screen. */
async function walk(labels: Labels, inspect: Look = cutOff): Promise<Record<string, string[]>> {
  const { shop, root } = await shopFixture(selling(), { mode: 'pool', labels });
  const found: Record<string, string[]> = {};
  const look = async (screen: string) => {
    await shop.updateComplete;
    found[screen] = [
      ...inspect(root),
      ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []),
    ];
  };
  const press = async (selector: string) => {
    await expect.poll(() => root.querySelector(selector)).not.toBeNull();
    root.querySelector<HTMLElement>(selector)!.click();
  };
  await press('[part=find]');
  await press('[part=choose]');
  await press('.open');
  await expect.poll(() => root.querySelector('.tray .order')).not.toBeNull();
  await look('list');
  // Nothing is so narrow that its words become columns of letters.
  for (const { offsetWidth } of root.querySelectorAll<HTMLElement>('input:not([type]), [role=combobox], .row button'))
    if (offsetWidth) expect(offsetWidth).toBeGreaterThanOrEqual(100);
  root.querySelector<HTMLElement>('.to-filters')!.click();
  await look('filters');
  root.querySelector<HTMLElement>('.to-numbers')!.click();
  await press('.tray [part=button]');
  await expect.poll(() => shop.status).toBe('reviewing');
  await look('review');
  await press('[part=button]');
  await expect.poll(() => shop.status).toBe('purchased');
  await look('receipt');
  return found;
}

const answers = {
  prompting: { verified: false, steps: ['phone', 'id', 'selfie'] },
  review: { verified: false, status: 'needs_review' },
  retryable: { verified: false, status: 'failed', attemptsLeft: 1 },
  declined: { verified: false, status: 'declined' },
} as const;

/** Each screen of the gate; what is wrong with it. */
async function gateScreens(labels: Labels, inspect: Look = cutOff): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [screen, answer] of Object.entries(answers)) {
    const host = new TestHost();
    host.answers.status = answer;
    const { gate, trigger } = await gateFixture(host, { labels });
    trigger.click();
    await reaches(gate, screen as keyof typeof answers);
    await gate.updateComplete;
    found[screen] = inspect(gate.shadowRoot!);
    gate.remove();
  }
  return found;
}

const nothingCut = (screens: string[]) => Object.fromEntries(screens.map((screen) => [screen, []]));
const shopScreens = ['list', 'filters', 'review', 'receipt'];

describe.each([375, 320])('on a screen %d pixels wide', (width) => {
  it('words longer than a line break, in the shop', async () => {
    await page.viewport(width, 640);
    expect(await walk(long)).toEqual(nothingCut(shopScreens));
  });

  it('words longer than a line break, in the gate', async () => {
    await page.viewport(width, 640);
    expect(await gateScreens(long)).toEqual(nothingCut(Object.keys(answers)));
  });

  it('text of twice the size needs no scrolling to the side, in the shop', async () => {
    await page.viewport(width, 812);
    document.documentElement.style.fontSize = '200%';
    expect(await walk(english)).toEqual(nothingCut(shopScreens));
  });

  it('text of twice the size needs no scrolling to the side, in the gate', async () => {
    await page.viewport(width, 812);
    document.documentElement.style.fontSize = '200%';
    expect(await gateScreens(english)).toEqual(nothingCut(Object.keys(answers)));
  });
});

/** As 1.4.12 of WCAG wants it; what is cut off then. */
const spaced: Look = (root) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`);
  if (root.adoptedStyleSheets.every(({ cssRules }) => cssRules[0]?.cssText !== sheet.cssRules[0]!.cssText))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return cutOff(root);
};

/** What one presses, where it can be seen. */
const controls = (root: ShadowRoot) =>
  [...root.querySelectorAll<HTMLElement>('button, input, a, [role=option]')].filter((one) => one.checkVisibility());
const wordsOf = (element: HTMLElement) => element.textContent!.replace(/\s+/g, ' ').trim();

/** What is smaller than 44 pixels, beside a box to tick, whose label is pressed as well. */
const tooSmall: Look = (root) =>
  controls(root).flatMap((control) => {
    const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
    return Math.min(width, height) < 44 ? [`${wordsOf(control)} ${width} × ${height}`] : [];
  });

/** What nobody can press by saying what is written on it. */
const unsayable: Look = (root) =>
  controls(root).flatMap((control) => {
    const name = control.ariaLabel;
    return name && !name.includes(wordsOf(control)) ? [`“${wordsOf(control)}” is called “${name}”`] : [];
  });

describe('on every screen', () => {
  it('nothing is cut off when lines, words and letters stand further apart', async () => {
    await page.viewport(320, 640);
    expect(await walk(english, spaced)).toEqual(nothingCut(shopScreens));
    expect(await gateScreens(english, spaced)).toEqual(nothingCut(Object.keys(answers)));
  });

  it('what one presses is 44 pixels high and wide', async () => {
    await page.viewport(375, 812);
    expect(await walk(english, tooSmall)).toEqual(nothingCut(shopScreens));
    expect(await gateScreens(english, tooSmall)).toEqual(nothingCut(Object.keys(answers)));
  });

  it('what has a name has in it what is written on it', async () => {
    expect(await walk(english, unsayable)).toEqual(nothingCut(shopScreens));
    expect(await gateScreens(english, unsayable)).toEqual(nothingCut(Object.keys(answers)));
  });
});

it('draws borders and quiet words as text where more contrast is wished for', async () => {
  const { root, press, reads } = await shopFixture(selling());
  await press(/^Find numbers/);
  await reads('3 numbers');
  const colours = () => {
    const { color, borderTopColor } = getComputedStyle(root.querySelector('.row button')!);
    const { color: quiet } = getComputedStyle(root.querySelector('.count')!);
    return { isBorderAsText: borderTopColor === color, isQuietAsText: quiet === color };
  };
  expect(colours()).toEqual({ isBorderAsText: false, isQuietAsText: false });
  await commands.wish({ contrast: 'more' });
  expect(colours()).toEqual({ isBorderAsText: true, isQuietAsText: true });
});
