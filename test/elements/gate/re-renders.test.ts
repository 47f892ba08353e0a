import { oneEvent } from '@open-wc/testing-helpers/pure';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { LcIdentityGate } from '../../../src/index.js';
import { gateFixture, headingOf, primaryOf, reaches, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

/** What a framework does at every render: the same values, in functions and objects that are new. */
function renderAnew(gate: LcIdentityGate, host: TestHost): void {
  Object.assign(gate, {
    api: '/api',
    account: gate.account,
    fetch: ((url, init) => host.fetch(url, init)) satisfies typeof fetch,
    getToken: async () => 'token-1',
    labels: { gate: { close: 'Close' } },
  });
}

const settled = async (gate: LcIdentityGate) => {
  await gate.updateComplete;
  // Whatever a render would set off has been sent by then: two turns of the event loop and a frame.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
};

/** What a person and the host do, one after the other, and what is seen of it. */
const steps: ((gate: LcIdentityGate, trigger: HTMLButtonElement, host: TestHost) => Promise<unknown>)[] = [
  (gate) => reaches(gate, 'required'),
  (gate, trigger) => {
    trigger.click();
    return shows(gate, 'Verify your identity');
  },
  async (gate) => {
    const begun = oneEvent(gate, 'step');
    primaryOf(gate).click();
    await reaches(gate, 'verifying');
    // Persona's page says so when it has loaded, sooner or later.
    await begun;
  },
  async (gate, _, host) => {
    host.answers.status = { verified: true, status: 'approved' };
    window.dispatchEvent(new Event('focus'));
    return reaches(gate, 'verified');
  },
];

/** Walks through all of it, with so many renders before each step; gives what the host was asked and what was seen. */
async function walk(renders: readonly number[]) {
  const host = new TestHost();
  // Only what is sent because of the renders and the person: no reads by the clock.
  vi.spyOn(Math, 'random').mockReturnValue(1000);
  const { gate, trigger, clicks, events } = await gateFixture(host, { getToken: async () => 'token-1' });
  const seen: string[] = [];
  for (const [at, step] of steps.entries()) {
    for (let count = 0; count < renders[at]!; count += 1) {
      renderAnew(gate, host);
      await settled(gate);
    }
    await step(gate, trigger, host);
    seen.push(`${gate.status} ${headingOf(gate)}`);
  }
  await settled(gate);
  gate.remove();
  const asked = host.requests.map(({ path, headers }) => `${path} ${headers.get('authorization')}`);
  return { asked, seen, events, clicks: clicks.length };
}

describe('a gate that is rendered anew with fresh functions', () => {
  it('asks and shows what it would without, however often and whenever that is', async () => {
    // The first walk loads what the later ones find loaded.
    await walk([0, 0, 0, 0]);
    const still = await walk([0, 0, 0, 0]);
    expect(still.clicks).toBe(1);
    expect(new Set(still.asked.map((each) => each.split(' ').slice(1).join(' ')))).toEqual(new Set(['Bearer token-1']));
    await fc.assert(
      fc.asyncProperty(fc.tuple(...steps.map(() => fc.nat(3))), async (renders) => {
        expect(await walk(renders)).toEqual(still);
      }),
      { numRuns: 8 },
    );
  });

  it('does not loop when every change of its state renders it anew', async () => {
    const host = new TestHost();
    const { gate } = await gateFixture(host);
    gate.addEventListener('statechange', () => renderAnew(gate, host));
    await reaches(gate, 'required');
    for (let count = 0; count < 20; count += 1) {
      renderAnew(gate, host);
      await settled(gate);
    }
    expect(host.count('status')).toBe(1);
  });

  it('uses the latest function from the next request on', async () => {
    const [host, later] = [new TestHost(), new TestHost()];
    const { gate } = await gateFixture(host);
    await reaches(gate, 'required');
    gate.fetch = later.fetch;
    await settled(gate);
    expect([host.count('status'), later.count('status')]).toEqual([1, 0]);
    await gate.check();
    await vi.waitFor(() => expect(later.count('status')).toBe(1), { timeout: 10_000 });
  });

  it('starts anew for another account, given as a number or as text', async () => {
    const host = new TestHost();
    const { gate } = await gateFixture(host);
    await reaches(gate, 'required');
    gate.account = 12_345;
    await vi.waitFor(() => expect(host.count('status')).toBe(2), { timeout: 10_000 });
    expect(host.requests.at(-1)?.headers).toBeDefined();
    gate.account = '12345';
    await settled(gate);
    expect(host.count('status')).toBe(2);
  });
});

describe('getToken', () => {
  it('is asked at every request, and none is sent for an empty one', async () => {
    const host = new TestHost();
    const tokens = ['one', '', 'two'];
    const { gate } = await gateFixture(host);
    await reaches(gate, 'required');
    gate.getToken = () => tokens.shift() ?? '';
    await gate.updateComplete;
    for (const _ of ['one', '', 'two']) {
      const before = host.count('status');
      await gate.check();
      await vi.waitFor(() => expect(host.count('status')).toBe(before + 1), { timeout: 10_000 });
      await settled(gate);
    }
    expect(host.requests.slice(1).map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer one',
      null,
      'Bearer two',
    ]);
  });

  it('that gives none leads to a screen that asks to sign in', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = new TestHost();
    const { gate, events } = await gateFixture(host, { getToken: () => Promise.reject(new Error('signed out')) });
    void gate.open();
    await shows(gate, 'Please sign in again');
    expect([host.requests.length, events]).toEqual([0, expect.arrayContaining(['failed unauthorized'])]);
  });
});
