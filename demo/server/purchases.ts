import { createHash } from 'node:crypto';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import { z } from 'zod';
import { find, type AvailableNumber, type NumberType } from './catalogue.js';

/** What the shop sends; of a number only `phoneNumber` is believed, the rest is our own catalogue's to say. */
export const order = z.object({
  account: z.string().min(1).max(200),
  numbers: z.array(z.object({ phoneNumber: z.string().regex(/^\+[1-9]\d{3,14}$/) })).min(1).max(20)
    .refine((numbers) => new Set(numbers.map(({ phoneNumber }) => phoneNumber)).size === numbers.length, 'the same number twice'),
  pool: z.object({ name: z.string().max(100) }).nullish(),
});

export type Order = z.infer<typeof order>;

/** An answer as it was given first, and is given again for the same key. */
export interface Answer {
  status: number;
  body: unknown;
}

/** A number an account owns. */
export type OwnedNumber = Pick<AvailableNumber, 'phoneNumber' | 'friendlyName' | 'locality' | 'region' | 'isoCountry'> & { numberType: NumberType; pool: string | null; purchasedAt: string };

/** The key came with another order before. */
export class KeyReusedError extends Error {}

/** Sales, each once: the database's keys decide, however many requests and processes there are. */
export class Purchases {
  readonly #db: PGlite;

  constructor(db: PGlite) {
    this.#db = db;
  }

  /** What was answered to this key before, or null. Throws `KeyReusedError` when that was about another order. */
  answered(account: string, key: string, what: Order): Promise<Answer | null> {
    return recall(this.#db, account, key, hash(what));
  }

  /** Sells what can be sold of the order and keeps the answer under the key, both or neither. */
  async buy(what: Order, key: string): Promise<Answer> {
    const { account } = what;
    return this.#db.transaction(async (tx) => {
      // A second request with the key waits here for the first, then reads its answer.
      const mine = await tx.query('insert into demo_purchases (account, key, order_hash) values ($1, $2, $3) on conflict do nothing returning key', [account, key, hash(what)]);
      if (mine.rows.length === 0) return (await recall(tx, account, key, hash(what))) as Answer;

      const sold = await sell(tx, what);
      const numbers = what.numbers.map(({ phoneNumber }) => (sold.has(phoneNumber) ? { phoneNumber, status: 'purchased' } : { phoneNumber, status: 'failed', code: 'number_unavailable' }));
      const answer = sold.size > 0 ? { status: 201, body: { numbers } } : unavailable(numbers.length);
      await tx.query('update demo_purchases set status = $3, answer = $4 where account = $1 and key = $2', [account, key, answer.status, answer.body]);
      return answer;
    });
  }

  /** All numbers that are sold. */
  async sold(): Promise<Set<string>> {
    const { rows } = await this.#db.query<{ phone_number: string }>('select phone_number from demo_numbers');
    return new Set(rows.map((row) => row.phone_number));
  }

  /** The account's numbers, the newest first. */
  async ownedBy(account: string): Promise<OwnedNumber[]> {
    const { rows } = await this.#db.query<{ phone_number: string; pool: string | null; purchased_at: Date }>(
      'select * from demo_numbers where account = $1 order by purchased_at desc, phone_number',
      [account],
    );
    return rows.flatMap((row) => {
      const entry = find(row.phone_number);
      if (!entry) return [];
      const { phoneNumber, friendlyName, locality, region, isoCountry } = entry.listing;
      return [{ phoneNumber, friendlyName, locality, region, isoCountry, numberType: entry.type, pool: row.pool, purchasedAt: row.purchased_at.toISOString() }];
    });
  }
}

async function sell(tx: Transaction, { account, numbers, pool }: Order): Promise<Set<string>> {
  const wanted = numbers.map(({ phoneNumber }) => phoneNumber).filter((phoneNumber) => find(phoneNumber)).sort();
  const { rows } = await tx.query<{ phone_number: string }>(
    `insert into demo_numbers (phone_number, account, pool, purchased_at) select number, $2, $3, now() from unnest($1::text[]) as number
     on conflict do nothing returning phone_number`,
    [wanted, account, pool?.name ?? null],
  );
  return new Set(rows.map((row) => row.phone_number));
}

async function recall(db: PGlite | Transaction, account: string, key: string, orderHash: string): Promise<Answer | null> {
  const { rows } = await db.query<{ order_hash: string; status: number; answer: unknown }>('select * from demo_purchases where account = $1 and key = $2', [account, key]);
  const [row] = rows;
  if (row && row.order_hash !== orderHash) throw new KeyReusedError();
  return row ? { status: row.status, body: row.answer } : null;
}

function unavailable(count: number): Answer {
  const detail = count === 1 ? 'This number has just been sold. Choose another one.' : 'These numbers have just been sold. Choose others.';
  return { status: 409, body: { type: 'about:blank', title: 'Number unavailable', status: 409, detail, code: 'number_unavailable' } };
}

function hash(what: Order): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex');
}
