import { fixtureCleanup } from '@open-wc/testing-helpers/pure';
import { describe, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { closeOf, gateFixture, reaches, shows } from '../helpers/in-gate.js';
import { TestHost } from '../helpers/test-host.js';
import { shopFixture, verified } from './shop/shop-fixture.js';

/** Nodes and listeners that come and go with the runner's own page, such as its list of tests. */
const slack = 20;

// A request or a timer under way holds what it is for until it ends.
const patiently = { timeout: 15_000, interval: 250 };

/** Shows elements one after the other, each removed before the next comes, and says what of them stays in memory. */
async function expectNoneLeft(count: number, ...visits: (() => Promise<Element>)[]): Promise<void> {
  const visit = async (index: number) => {
    const reference = new WeakRef(await visits[index % visits.length]!());
    fixtureCleanup();
    return reference;
  };
  // The first of each kind are not counted: with them come the parts that load once.
  const first: WeakRef<Element>[] = [];
  for (const index of visits.keys()) first.push(await visit(index));
  const isAlive = (reference: WeakRef<Element>) => reference.deref() !== undefined;
  const before = await vi.waitFor(async () => {
    const found = await commands.leftInMemory();
    expect(first.filter(isAlive)).toHaveLength(0);
    return found;
  }, patiently);
  const visited: WeakRef<Element>[] = [];
  for (let index = 0; index < count; index += 1) visited.push(await visit(index));
  await vi.waitFor(async () => {
    const after = await commands.leftInMemory();
    // The browser may hold the last one, as the place where the focus was.
    expect(visited.filter(isAlive).length).toBeLessThanOrEqual(1);
    expect(after.nodes - before.nodes).toBeLessThan(slack);
    expect(after.listeners - before.listeners).toBeLessThan(slack);
  }, patiently);
}

describe('an element that was removed', () => {
  it('is gone: 200 gates of as many accounts, verified, opened and closed, or removed while open', async () => {
    const unverified = new TestHost();
    const passing = new TestHost();
    passing.answers.status = verified;
    await expectNoneLeft(
      200,
      async () => {
        const { gate, trigger, clicks } = await gateFixture(passing);
        trigger.click();
        await vi.waitFor(() => expect(clicks).toHaveLength(1));
        return gate;
      },
      async () => {
        const { gate, trigger } = await gateFixture(unverified);
        trigger.click();
        await shows(gate, 'Verify your identity');
        closeOf(gate).click();
        await reaches(gate, 'required');
        return gate;
      },
      async () => {
        const { gate, trigger } = await gateFixture(unverified);
        trigger.click();
        await shows(gate, 'Verify your identity');
        return gate;
      },
    );
  });

  it('is gone: 50 shops of as many accounts, with a search and an order under review', async () => {
    await expectNoneLeft(50, async () => {
      const { shop, press, reads } = await shopFixture(new TestHost());
      await press(/^Find numbers/);
      await press(/^Choose \(415\) 555-0101/);
      await reads('Review your order');
      return shop;
    });
  });
});
