import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fleet, soldAt } from '../host/fleet/fleet.js';
import type { BuyerWord, Mishap } from '../host/fleet/mishaps.js';
import { hasPostgres, startPostgres, type TestPostgres } from '../host/postgres.js';

const lease = 1.2;

describe.runIf(hasPostgres)('a process that is stopped beyond its lease', () => {
  let postgres: TestPostgres;
  let carrier: number;
  const fleet = new Fleet();
  beforeAll(async () => {
    await fleet.build();
    postgres = await startPostgres();
    carrier = await fleet.carrier();
  });
  afterAll(async () => {
    fleet.close();
    await postgres.close();
  });

  /** One process is stopped in its run of the key, another buys, then the first goes on. */
  async function stopped(key: string, mishap: Mishap, fenced: boolean): Promise<{ sold: number; answers: string[] }> {
    const orders = { url: postgres.url, carrier, lease, offset: 0, jumps: false, fenced };
    const answers: string[] = [];
    const answered = (word: BuyerWord) => 'status' in word && word.key === key && answers.push(word.body);
    await new Promise<void>((resolve) => {
      const first = fleet.buyer({ ...orders, driver: 'pg', mishaps: { [key]: mishap } }, [key], (word, one) => {
        if ('mishap' in word) {
          fleet.buyer({ ...orders, driver: 'postgres', mishaps: {} }, [key], (second, other) => {
            if (!answered(second)) return;
            other.kill('SIGKILL');
            first.kill('SIGCONT');
          });
        }
        if (!answered(word)) return;
        one.kill('SIGKILL');
        resolve();
      });
    });
    return { sold: (await soldAt(carrier))[key] ?? 0, answers };
  }

  it.each<Mishap>(['stopped before asking', 'stopped while asking', 'stopped after asking'])(
    'does not sell what another has sold meanwhile, when it is %s',
    async (mishap) => {
      const key = `fenced-${mishap.replaceAll(' ', '-')}`;
      const sale = JSON.stringify({ sale: `${key}#1` });
      expect(await stopped(key, mishap, true)).toEqual({ sold: 1, answers: [sale, sale] });
    },
  );

  it('would sell twice if it did not ask', async () => {
    const { sold, answers } = await stopped('careless', 'stopped before asking', false);
    expect(sold).toBe(2);
    // Even so both are told of the same sale: an overtaken run cannot write its outcome.
    expect(new Set(answers).size).toBe(1);
  });
});
