import { writeSync } from 'node:fs';
import pg from 'pg';
import { createHost, lcPhoneCarrier, postgresDatabase, twilioCarrier } from '../../../src/host/index.js';
import type { OrderBuyerWord, OrderOrders } from './order-words.js';

// One process of a fleet of whole hosts: takes orders from its standard input and asks its own host for each, as a page
// would, until there is an answer. Tells the answers, and every event that its host tells.
const { url, lcPhone, twilio } = JSON.parse(process.argv[2] ?? '') as OrderOrders;

const tell = (word: OrderBuyerWord) => writeSync(1, `${JSON.stringify(word)}\n`);

const pool = new pg.Pool({ connectionString: url, max: 6 });
pool.on('error', () => {});
const persona = { apiKey: 'persona_sandbox_key', templateId: 'itmpl_1', webhookSecret: 'wbhsec_1' };
const host = createHost({
  persona,
  database: postgresDatabase(pool),
  carrier: lcPhone ? lcPhoneCarrier({ ...lcPhone, location: (account) => account ?? 'none' }) : twilioCarrier(twilio!),
  authorize: () => true,
  policy: { required: () => false },
  onEvent: ({ id, type, ...event }) => tell({ event: id, type, order: 'order' in event ? event.order.id : '' }),
});

interface Errand {
  account: string;
  key: string;
  numbers: string[];
}

async function buy({ account, key, numbers }: Errand): Promise<void> {
  const body = JSON.stringify({ account, numbers: numbers.map((phoneNumber) => ({ phoneNumber })) });
  for (;;) {
    const response = await host.fetch(
      new Request('http://host.test/purchases', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body,
      }),
    );
    const text = await response.text();
    if (response.status !== 503) {
      tell({ key, status: response.status, body: text });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const waiting: Errand[] = [];
let running = 0;
const next = () => {
  for (let errand = running < 8 ? waiting.shift() : undefined; errand; ) {
    running += 1;
    void buy(errand).finally(() => {
      running -= 1;
      next();
    });
    errand = running < 8 ? waiting.shift() : undefined;
  }
};
let text = '';
process.stdin.setEncoding('utf8').on('data', (chunk: string) => {
  const lines = (text + chunk).split('\n');
  text = lines.pop() as string;
  waiting.push(...lines.map((line) => JSON.parse(line) as Errand));
  next();
});
