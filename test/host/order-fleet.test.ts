import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalCarriers, type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { Fleet } from './fleet/fleet.js';
import type { OrderBuyerWord } from './fleet/order-words.js';
import { hasPostgres, startPostgres, type TestPostgres } from './postgres.js';

const processes = 8;
const orders = Number(process.env.FLEET_ORDERS ?? 40);
/** Each costs the orders that were under way the time of a lease, so a short run has few. */
const mostKills = Math.max(1, Math.floor(orders / 100));
const perAccount = 20;

interface Answer {
  order?: { id: string };
  numbers?: { phoneNumber: string; status: string }[];
}

const areas = ['205', '212', '305', '312', '415', '503', '512', '602', '617', '702', '713', '786', '808', '907', '919'];
/** Every number of these area codes that is set aside for fiction. */
const stock = areas.flatMap((area) =>
  Array.from({ length: 100 }, (_, line) => `+1${area}55501${String(line).padStart(2, '0')}`),
);

/** Orders of one to three numbers, of which every fifth wants a number that another wants too. */
const errands = Array.from({ length: orders }, (_, turn) => ({
  account: `loc_${Math.floor(turn / perAccount)}`,
  key: `key-${turn}`,
  numbers: [
    ...new Set(
      Array.from({ length: 1 + (turn % 3) }, (_each, one) => {
        const wanted = turn % 5 === 4 ? turn - 1 : turn;
        return stock[(wanted * 3 + one) % stock.length] as string;
      }),
    ),
  ],
}));

const both = [
  { name: 'LC Phone', at: ({ lcPhone }: LocalCarriers) => ({ lcPhone }) },
  { name: 'Twilio', at: ({ twilio }: LocalCarriers) => ({ twilio }) },
];

/** A short run is about one of them; the kills of `kills.test.ts` are about both. */
const carriers = process.env.FLEET_ORDERS ? both : both.slice(0, 1);

describe.runIf(hasPostgres).each(carriers)(
  '8 processes that buy at $name, of whose calls every third fails',
  ({ at }) => {
    let postgres: TestPostgres;
    let persona: Sandbox;
    let pool: pg.Pool;
    const fleet = new Fleet();
    const pages = mkdtempSync(join(tmpdir(), 'pages-'));
    beforeAll(async () => {
      writeFileSync(join(pages, 'index.html'), '<!doctype html>');
      [postgres, persona] = await Promise.all([
        startPostgres(),
        startSandbox({ appDir: pages, seed: 'fleet' }),
        fleet.build(),
      ]);
      pool = new pg.Pool({ connectionString: postgres.url });
      pool.on('error', () => {});
    });
    afterAll(async () => {
      fleet.close();
      await pool.end();
      await Promise.all([postgres.close(), persona.close()]);
      rmSync(pages, { recursive: true });
    });

    it(`sells each number once, ends ${orders} orders right and tells of each, though they are killed`, {
      timeout: 900_000,
    }, async () => {
      persona.carriers.play('flaky:3');
      const answers = new Map<string, string>();
      const told = new Map<string, Set<string>>();
      const ids = new Map<string, string>();
      const living = new Set<ChildProcess>();
      let kills = 0;

      const hear = (word: OrderBuyerWord) => {
        if ('event' in word) {
          told.set(word.order, (told.get(word.order) ?? new Set()).add(word.type));
          // One id, one piece of news.
          expect(ids.get(word.event) ?? `${word.type} ${word.order}`).toBe(`${word.type} ${word.order}`);
          ids.set(word.event, `${word.type} ${word.order}`);
        } else {
          answers.set(word.key, word.body);
        }
      };
      const work = (left: () => typeof errands): Promise<void> =>
        new Promise((resolve, reject) => {
          const one = fleet.orderBuyer({ url: postgres.url, ...at(persona.carriers) }, left(), (word) => {
            hear(word);
            if (left().length === 0) one.kill('SIGKILL');
          });
          living.add(one);
          one.once('close', () => {
            living.delete(one);
            if (left().length === 0) resolve();
            else work(left).then(resolve, reject);
          });
        });
      const shares = Array.from({ length: processes }, (_, number) =>
        errands.filter((_one, turn) => turn % processes === number),
      );
      // Every now and then one of them dies, whatever it is at.
      const killing = setInterval(() => {
        if (kills >= mostKills) return;
        const victims = [...living];
        victims[kills % victims.length]?.kill('SIGKILL');
        kills += 1;
      }, 3000);
      await Promise.all(shares.map((share) => work(() => share.filter(({ key }) => !answers.has(key)))));
      clearInterval(killing);

      // What was put down is told by whoever is there.
      persona.carriers.play('');
      const last = fleet.orderBuyer({ url: postgres.url, ...at(persona.carriers) }, [], hear);
      await expect
        .poll(async () => (await pool.query('select count(*)::int as count from lc_identity_outbox')).rows[0].count, {
          timeout: 120_000,
          interval: 500,
        })
        .toBe(0);
      last.kill('SIGKILL');

      const sales = persona.carriers.sales();
      expect(new Set(sales.map(({ phoneNumber }) => phoneNumber)).size).toBe(sales.length);
      const bought = new Set<string>();
      for (const { key } of errands) {
        const { order, numbers = [] } = JSON.parse(answers.get(key) ?? '{}') as Answer;
        for (const { phoneNumber, status } of numbers) {
          if (status !== 'purchased') continue;
          expect(bought.has(phoneNumber), `${phoneNumber} was told to two orders`).toBe(false);
          bought.add(phoneNumber);
        }
        const isDone = numbers.some(({ status }) => status === 'purchased');
        expect([key, [...(told.get(order?.id ?? '') ?? [])]]).toEqual([
          key,
          [isDone ? 'order.completed' : 'order.failed'],
        ]);
      }
      // What the carrier has sold was told, and what was told was sold.
      expect([...bought].sort()).toEqual(sales.map(({ phoneNumber }) => phoneNumber).sort());
      const { rows } = await pool.query(
        "select count(*)::int as count from lc_identity_orders where status not in ('done', 'failed')",
      );
      expect(rows[0].count).toBe(0);
      console.info(`  ${orders} orders, ${sales.length} numbers sold, ${kills} kills, ${ids.size} events`);
    });
  },
);
