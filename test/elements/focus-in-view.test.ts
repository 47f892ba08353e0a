import { afterEach, describe, expect, it } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { gateFixture, reaches, shows } from '../helpers/in-gate.js';
import { problem, TestHost } from '../helpers/test-host.js';
import { number, shopFixture, verified } from './shop/shop-fixture.js';

afterEach(async () => {
  localStorage.clear();
  document.documentElement.style.fontSize = '';
  await commands.wish({ forcedColors: 'none' });
  await page.viewport(1280, 900);
});

const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element as HTMLElement;
};

const nameOf = (element: HTMLElement) => (element.ariaLabel ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What stands there, through every shadow root. */
function at(x: number, y: number, root: DocumentOrShadowRoot = document): Element | null {
  const found = root.elementFromPoint(x, y);
  // A shadow root answers with its host where only what is slotted stands.
  return found?.shadowRoot && found.shadowRoot !== root ? (at(x, y, found.shadowRoot) ?? found) : found;
}

/** The points of an element that something else covers, or that lie outside of the window; of nine. */
function covered(element: HTMLElement): number {
  const { left, top, width, height } = element.getBoundingClientRect();
  const parts = [0.1, 0.5, 0.9];
  return parts
    .flatMap((x) => parts.map((y) => [left + width * x, top + height * y] as const))
    .filter(([x, y]) => {
      const found = at(x, y);
      return !found || !(element.contains(found) || found.contains(element));
    }).length;
}

/** Where the focus went that cannot be seen whole, by as many presses. */
async function hiddenStops(key: string, presses: number): Promise<string[]> {
  const hidden: string[] = [];
  for (let press = 0; press < presses; press += 1) {
    await userEvent.keyboard(key);
    const element = focused();
    if (element === document.body) continue;
    const points = covered(element);
    if (points > 0) hidden.push(`${nameOf(element)} (${points} of 9)`);
  }
  return hidden;
}

const screens = [
  [800, 700],
  [375, 812],
  [320, 640],
] as const;

function selling(count: number): TestHost {
  const host = new TestHost();
  host.answers.status = verified;
  host.answers.numbers = {
    numbers: Array.from({ length: count - 2 }, (_, place) => number(`4155550${110 + place}`)),
  };
  return host;
}

describe.each(screens)('on a screen of %d × %d', (width, height) => {
  it.each([
    [6, 'closed', 'none'],
    [6, 'opened', 'none'],
    [60, 'closed', 'none'],
    [6, 'closed', 'active'],
  ] as const)(
    'the tray of a pool covers nothing that has the focus: %d numbers, %s, forced colours %s',
    async (count, look, forcedColors) => {
      await commands.wish({ forcedColors });
      await page.viewport(width, height);
      const { root, press, reads, shop } = await shopFixture(selling(count), { mode: 'pool' });
      await press(/^Find numbers/);
      for (const digits of ['0110', '0111']) await press(new RegExp(`^Add .415. 555-${digits}`));
      await reads('2 numbers chosen');
      if (look === 'opened') await press(/^\s*2 numbers chosen/);
      await shop.updateComplete;
      window.scrollTo(0, 0);
      root.querySelector<HTMLElement>('[name=digits]')!.focus();
      // All of it in the short list; a good part of the long one.
      const presses = count === 6 ? 18 : 30;
      expect(await hiddenStops('{Tab}', presses)).toEqual([]);
      expect(await hiddenStops('{Shift>}{Tab}{/Shift}', presses)).toEqual([]);
    },
  );

  it('nor does it with text of twice the size', async () => {
    await page.viewport(width, height);
    document.documentElement.style.fontSize = '200%';
    const { root, press, reads } = await shopFixture(selling(6), { mode: 'pool' });
    await press(/^Find numbers/);
    await press(/^Add .415. 555-0110/);
    await reads('1 number chosen');
    root.querySelector<HTMLElement>('[name=digits]')!.focus();
    expect(await hiddenStops('{Tab}', 16)).toEqual([]);
    expect(await hiddenStops('{Shift>}{Tab}{/Shift}', 16)).toEqual([]);
  });

  it('the buttons of the gate cover nothing that has the focus, however many they are', async () => {
    await page.viewport(width, height);
    const host = new TestHost();
    host.answers.status = { verified: false };
    const { gate, trigger } = await gateFixture(host);
    for (const slot of ['privacy', 'support', 'alternative']) {
      const words = document.createElement('div');
      words.slot = slot;
      words.innerHTML = Array.from({ length: 4 }, (_, at) => `<p><a href="#${slot}${at}">${slot} ${at}</a></p>`).join(
        '',
      );
      gate.append(words);
    }
    trigger.click();
    await shows(gate, 'Verify your identity');
    expect(await hiddenStops('{Tab}', 16)).toEqual([]);
    expect(await hiddenStops('{Shift>}{Tab}{/Shift}', 16)).toEqual([]);
    host.answers.inquiry = problem(502);
    gate.shadowRoot!.querySelector<HTMLElement>('[part=button]')!.click();
    await reaches(gate, 'blocked');
    await gate.updateComplete;
    expect(await hiddenStops('{Tab}', 10)).toEqual([]);
    expect(await hiddenStops('{Shift>}{Tab}{/Shift}', 10)).toEqual([]);
  });
});

it('every stop on the way through shop and gate shows that it has the focus', async () => {
  const host = selling(6);
  const { root, press, reads, gate } = await shopFixture(host, { mode: 'pool' });
  await press(/^Find numbers/);
  await press(/^Add .415. 555-0110/);
  await reads('1 number chosen');
  const bare = async (presses: number) => {
    const stops: string[] = [];
    for (let stop = 0; stop < presses; stop += 1) {
      await userEvent.keyboard('{Tab}');
      const { outlineStyle, outlineWidth } = getComputedStyle(focused());
      if (focused() !== document.body && (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2))
        stops.push(nameOf(focused()));
    }
    return stops;
  };
  root.querySelector<HTMLElement>('[name=digits]')!.focus();
  expect(await bare(16)).toEqual([]);
  host.answers.status = { verified: false };
  await gate.refused();
  await gate.open();
  await shows(gate, 'Verify your identity');
  expect(await bare(3)).toEqual([]);
});
