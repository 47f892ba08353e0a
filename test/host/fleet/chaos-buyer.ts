import { writeSync } from 'node:fs';
import pg from 'pg';
import postgresJs from 'postgres';
import {
  idempotentPurchases,
  LeaseLostError,
  migrations,
  type PurchaseRun,
  postgresDatabase,
  type SqlDatabase,
  sqlPurchases,
} from '../../../src/host/index.js';
import { CarrierLine } from './carrier-line.js';
import type { BuyerOrders, Mishap } from './mishaps.js';

// One process of the fleet: takes keys from its standard input and buys each at the carrier, again and again until it
// has an answer. Some keys make it stop or die at a chosen step of their first run; its parent wakes it up. Its clock
// may be off, and may jump.
const { url, driver, carrier, lease, offset, jumps, fenced, previous, mishaps } = JSON.parse(
  process.argv[2] ?? '',
) as BuyerOrders;

const realNow = Date.now.bind(Date);
let off = offset;
Date.now = () => realNow() + off;

const tell = (what: object) => writeSync(1, `${JSON.stringify(what)}\n`);

function connected(): SqlDatabase {
  if (driver === 'postgres') return postgresDatabase(postgresJs(url, { max: 4, onnotice: () => {} }));
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => {});
  return postgresDatabase(pool);
}
const driven = connected();
const db: SqlDatabase = {
  query: (text, params) => driven.query(previous && text === migrations ? previous : text, params),
};
const buy = idempotentPurchases({ store: sqlPurchases(db), lease, patience: 2 });

const lines: CarrierLine[] = [];
const happened = new Set<string>();

/** Stops or ends this process where the key's mishap says so, once. */
function mind(key: string, step: Mishap): void {
  if (mishaps[key] !== step || happened.has(key)) return;
  happened.add(key);
  tell({ mishap: step, key });
  process.kill(process.pid, step === 'killed after the sale' ? 'SIGKILL' : 'SIGSTOP');
}

async function work(key: string, { interrupted, stillMine }: PurchaseRun): Promise<{ status: number; body: unknown }> {
  const line = lines.pop() ?? (await CarrierLine.open(carrier));
  try {
    const owned = interrupted ? await line.ask('GET', '/owns', key) : null;
    if (owned) return { status: 201, body: { sale: owned } };
    if (!interrupted) mind(key, 'stopped before asking');
    if (fenced) {
      const asked = stillMine();
      if (!interrupted) mind(key, 'stopped while asking');
      const hold = await asked;
      if (!interrupted) mind(key, 'stopped after asking');
      if (hold.left() === 0) throw new LeaseLostError();
    }
    const sale = await line.ask('POST', '/sales', key);
    if (!interrupted) mind(key, 'killed after the sale');
    return { status: 201, body: { sale } };
  } catch (error) {
    if (error instanceof LeaseLostError) tell({ fenced: key });
    throw error;
  } finally {
    lines.push(line);
  }
}

async function attempt(key: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const order = { key, account: 'acc' };
    const response = await buy({ account: 'acc', key, order, work: (run) => work(key, run) });
    const body = await response.text();
    if (response.status !== 503) {
      tell({ key, status: response.status, body, tries });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

let text = '';
let bought = 0;
const waiting: string[] = [];
let running = 0;
const next = () => {
  while (running < 8 && waiting.length > 0) {
    running += 1;
    void attempt(waiting.shift() as string).finally(() => {
      running -= 1;
      bought += 1;
      // A day ahead and back again, every few purchases.
      if (jumps && bought % 50 === 0) off = off === offset ? offset + 86_400_000 : offset;
      next();
    });
  }
};
process.stdin.setEncoding('utf8').on('data', (chunk: string) => {
  const keys = (text + chunk).split('\n');
  text = keys.pop() as string;
  waiting.push(...keys);
  next();
});
