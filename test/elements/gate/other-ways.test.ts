import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LcIdentityGate } from '../../../src/index.js';
import { gateFixture, primaryOf, reaches, shows } from '../../helpers/in-gate.js';
import { problem, TestHost } from '../../helpers/test-host.js';
import { shopFixture } from '../shop/shop-fixture.js';

beforeEach(() => (document.documentElement.lang = 'en'));
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

/** What the page itself offers, in these slots. */
function offers(element: Element, ...slots: string[]): void {
  for (const slot of slots) {
    const link = document.createElement('a');
    Object.assign(link, { slot, href: `#${slot}`, textContent: `By ${slot}` });
    element.append(link);
  }
}

const isSeen = (gate: LcIdentityGate, slot: string) =>
  gate.querySelector(`[slot=${slot}]`)!.getClientRects().length > 0;
const words = (gate: LcIdentityGate) =>
  [...gate.shadowRoot!.querySelectorAll('h3')]
    .filter((heading) => heading.checkVisibility())
    .map((h3) => h3.textContent);
const asked = 'Can’t use a camera or take a selfie?';
const ways = (gate: LcIdentityGate) =>
  [...gate.shadowRoot!.querySelectorAll('.actions button')].map(({ textContent, className }) => [
    textContent!.trim(),
    className.trim(),
  ]);

/** An account whose next screen is this one. */
const screens: [LcIdentityGate['status'], unknown, alternative: boolean][] = [
  ['prompting', { verified: false }, true],
  ['confirming', { verified: false, status: 'completed' }, false],
  ['review', { verified: false, status: 'needs_review' }, false],
  ['declined', { verified: false, status: 'declined' }, false],
  ['retryable', { verified: false, status: 'failed', attemptsLeft: 1 }, true],
  ['blocked', () => problem(503), true],
];

async function opened(status: LcIdentityGate['status'], answer: unknown, ...slots: string[]) {
  const host = new TestHost();
  host.answers.status = answer;
  const made = await gateFixture(host);
  offers(made.gate, ...slots);
  made.trigger.click();
  await reaches(made.gate, status);
  await shows(made.gate, /./);
  return { ...made, host };
}

describe('support', () => {
  it('stands at the end of every screen, in one place', async () => {
    const places = new Set<number>();
    const look = (gate: LcIdentityGate) => {
      const { bottom, height } = gate.querySelector('[slot=support]')!.getBoundingClientRect();
      expect(height, gate.status).toBeGreaterThan(20);
      places.add(Math.round(bottom));
    };
    for (const [status, answer] of screens) {
      const { gate } = await opened(status, answer, 'support');
      look(gate);
      gate.remove();
    }
    const { gate, host } = await opened('prompting', { verified: false }, 'support');
    const inquiry = Promise.withResolvers<unknown>();
    host.answers.inquiry = () => inquiry.promise;
    primaryOf(gate).click();
    await reaches(gate, 'starting');
    look(gate);
    inquiry.resolve({ ...(await host.inquiry()), oneTimeLink: 'https://inquiry.withpersona.com/verify?code=once' });
    await reaches(gate, 'verifying');
    await gate.updateComplete;
    look(gate);
    expect(places.size).toBe(1);
  });

  it('takes no room where the page has none', async () => {
    const { gate } = await opened('prompting', { verified: false });
    const dialog = gate.shadowRoot!.querySelector('dialog')!.getBoundingClientRect();
    expect(gate.shadowRoot!.querySelector('.body')!.getBoundingClientRect().bottom).toBeCloseTo(dialog.bottom, 0);
  });
});

describe('another way of the page’s own', () => {
  it.each(screens)('is offered where one can still begin: %s', async (status, answer, isOffered) => {
    const { gate } = await opened(status, answer, 'alternative');
    await vi.waitFor(() =>
      expect([isSeen(gate, 'alternative'), words(gate).includes(asked)]).toEqual([isOffered, isOffered]),
    );
    await expect(gate).to.be.accessible();
  });

  it.each(screens)('is not spoken of where the page has none: %s', async (status, answer) => {
    const { gate } = await opened(status, answer);
    expect(words(gate)).not.toContain(asked);
  });

  it('comes and goes as the page wants', async () => {
    const { gate } = await opened('prompting', { verified: false });
    offers(gate, 'alternative');
    await vi.waitFor(() => expect(words(gate)).toContain(asked));
    gate.querySelector('[slot=alternative]')!.remove();
    await vi.waitFor(() => expect(words(gate)).not.toContain(asked));
  });

  it.each([true, false])('reaches the gate inside the shop when the shop has it: %s', async (hasOne) => {
    const host = new TestHost();
    const { shop, order, gate } = await shopFixture(host);
    if (hasOne) offers(shop, 'alternative', 'support');
    await order();
    await shows(gate, 'Verify your identity');
    await vi.waitFor(() => expect(words(gate).includes(asked)).toBe(hasOne));
    expect([...shop.children].map((child) => child.getClientRects().length > 0)).toEqual(hasOne ? [true, true] : []);
  });
});

describe('a device without a camera', () => {
  const devices = (found: { kind: string }[]) =>
    vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue(found as MediaDeviceInfo[]);

  it('is offered the phone first', async () => {
    devices([{ kind: 'audioinput' }]);
    const { gate, host } = await opened('prompting', { verified: false });
    await vi.waitFor(() =>
      expect(ways(gate)).toEqual([
        ['Continue on your phone', 'primary'],
        ['Continue', 'secondary'],
      ]),
    );
    primaryOf(gate).click();
    await vi.waitFor(() => expect(host.bodies('inquiry')).toEqual([expect.objectContaining({ link: true })]));
  });

  it('is not what one with a camera is taken for', async () => {
    devices([{ kind: 'videoinput' }]);
    const { gate } = await opened('prompting', { verified: false });
    await vi.waitFor(() => expect(navigator.mediaDevices.enumerateDevices).toHaveBeenCalled());
    await gate.updateComplete;
    expect(ways(gate)).toEqual([
      ['Continue', 'primary'],
      ['Continue on your phone', 'secondary phone'],
    ]);
  });
});
