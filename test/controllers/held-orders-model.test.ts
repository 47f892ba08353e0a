import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FinishingWorld, type Step } from './finishing-world.js';

const tab = fc.constantFrom(0, 0, 0, 1);
const here = (...all: Extract<Step, { tab: number }>['do'][]) => fc.record({ do: fc.constantFrom(...all), tab });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: here('confirm', 'submit', 'submit', 'review') },
  { weight: 5, arbitrary: here('pass', 'dismiss', 'back', 'cancel', 'look', 'reload') },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('answer' as const, 'answer', 'answer', 'lose'), which: fc.nat(3) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('approve' as const, 'finish', 'wait', 'other', 'other') }) },
);
const begin: Step[] = [
  { do: 'confirm', tab: 0 },
  { do: 'submit', tab: 0 },
];

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

/** As many as in the title, unless somebody who tries one mutant after the other wants less. */
const sequences = Math.min(1000, Number(process.env.SEQUENCES ?? 1000));

describe('two tabs at a host that finishes orders', () => {
  it('leave nothing behind, forget no sale, and say nothing that is not so: 1,000 sequences', {
    timeout: 300_000,
  }, async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16, size: 'max' }), async (steps) => {
        const world = new FinishingWorld();
        for (const one of [...begin, ...steps]) {
          await world.run(one);
          for (const { controller } of world.tabs) reached.add(controller.state.status);
        }
        await world.end();
        vi.clearAllTimers();
      }),
      { numRuns: sequences },
    );
    for (const status of ['waiting', 'asking', 'unconfirmed', 'purchased', 'gating', 'reviewing', 'purchasing'])
      expect(reached).toContain(status);
  });
});
