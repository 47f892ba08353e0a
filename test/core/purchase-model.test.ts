import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Step, World } from './purchase-world.js';

const tab = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ do: fc.constant('act' as const), tab, choice: fc.nat({ max: 839 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('reload' as const, 'close' as const, 'wait30' as const, 'again' as const),
      tab,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'verify' as const,
        'verify' as const,
        'verify' as const,
        'unverify' as const,
        'sleep' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'late' as const }) },
);

/** As many as in the title, unless somebody who tries one mutant after the other wants less. */
const sequences = Number(process.env.SEQUENCES ?? 100_000);

describe('the purchase in several tabs on a faulty network', () => {
  it('buys once for one intent, tells failed from unknown, and forgets nothing: 100,000 sequences', {
    timeout: 300_000,
  }, () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 8, maxLength: 30, size: 'max' }), (steps) => {
        const world = new World();
        for (const one of steps) {
          world.run(one);
          for (const { state } of world.tabs) reached.set(state.status, (reached.get(state.status) ?? 0) + 1);
          world.checkAll();
        }
        world.finish();
        world.checkAll();
      }),
      { numRuns: sequences },
    );
    // The sequences are worth something only if they get everywhere.
    for (const status of [
      'browsing',
      'reviewing',
      'gating',
      'asking',
      'purchasing',
      'unconfirmed',
      'purchased',
      'failed',
    ])
      expect([status, (reached.get(status) ?? 0) > sequences / 20]).toEqual([status, true]);
  });
});
