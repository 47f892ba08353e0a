import pg from 'pg';
import postgresJs from 'postgres';
import { idempotentPurchases, postgresDatabase, sqlPurchases } from '../../../src/host/index.js';

// One process of the fleet: takes keys from its standard input and buys each at a carrier that knows no idempotency, so
// that a second run of a purchase would be a second sale. Some keys kill it, just before or just after the carrier has
// sold. Every answer is told at once, for whoever counts.
const [, , url = '', driver, ...fatal] = process.argv;
const db = postgresDatabase(
  driver === 'pg' ? new pg.Pool({ connectionString: url, max: 6 }) : postgresJs(url, { max: 6 }),
);
const buy = idempotentPurchases({ store: sqlPurchases(db), lease: 2 });

async function attempt(key: string): Promise<void> {
  const response = await buy({
    account: 'acc',
    key,
    order: { key },
    work: async ({ id, interrupted }) => {
      const die = (when: string) =>
        !interrupted && fatal.includes(`${key}:${when}`) && process.kill(process.pid, 'SIGKILL');
      die('before');
      const sold = interrupted ? (await db.query('select sale from carrier_sales where purchase = $1', [id])).rows : [];
      const [row] =
        sold.length > 0
          ? sold
          : (await db.query('insert into carrier_sales (purchase) values ($1) returning sale', [id])).rows;
      die('after');
      return { status: 201, body: { sale: (row as { sale: string }).sale } };
    },
  });
  process.stdout.write(`${JSON.stringify({ key, status: response.status, body: await response.text() })}\n`);
}

let text = '';
const waiting: string[] = [];
let running = 0;
const next = () => {
  while (running < 8 && waiting.length > 0) {
    running += 1;
    void attempt(waiting.shift() as string).finally(() => {
      running -= 1;
      next();
    });
  }
};
process.stdin.setEncoding('utf8').on('data', (chunk: string) => {
  const lines = (text + chunk).split('\n');
  text = lines.pop() as string;
  waiting.push(...lines);
  next();
});
