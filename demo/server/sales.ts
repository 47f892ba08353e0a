import type { Order, PurchaseAnswer } from '../../src/host/index.js';
import type { NumberType } from './areas.js';
import { type AvailableNumber, find } from './catalogue.js';
import type { Database } from './database.js';

/** How many numbers the demo sells in one order. */
export const mostNumbers = 20;

/** A number an account owns. */
export type OwnedNumber = Pick<
  AvailableNumber,
  'phoneNumber' | 'friendlyName' | 'locality' | 'region' | 'isoCountry'
> & { numberType: NumberType; pool: string | null; purchasedAt: string };

/** Sales. Each number is sold once: the database's key decides, however many requests and processes there are. */
export class Sales {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * Sells what can be sold of the order. The same purchase again, by an interrupted run's successor, sells nothing more
   * and gives the same answer.
   */
  async sell({ account, numbers, pool }: Order, purchase: string): Promise<PurchaseAnswer> {
    const wanted = numbers
      .map(({ phoneNumber }) => phoneNumber)
      .filter((phoneNumber) => find(phoneNumber))
      .sort();
    const { rows } = await this.#db.query<{ phone_number: string }>(
      `insert into demo_numbers as old (phone_number, account, pool, purchase, purchased_at)
       select number, $2, $3, $4, now() from unnest($1::text[]) as number
       on conflict (phone_number) do update set purchase = old.purchase where old.purchase = $4
       returning phone_number`,
      [wanted, account, pool?.name ?? null, purchase],
    );
    const sold = new Set(rows.map((row) => row.phone_number));
    const outcomes = numbers.map(({ phoneNumber }) =>
      sold.has(phoneNumber)
        ? { phoneNumber, status: 'purchased' }
        : { phoneNumber, status: 'failed', code: 'number_unavailable' },
    );
    return sold.size > 0 ? { status: 201, body: { numbers: outcomes } } : unavailable(numbers.length);
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
      return [
        {
          phoneNumber,
          friendlyName,
          locality,
          region,
          isoCountry,
          numberType: entry.type,
          pool: row.pool,
          purchasedAt: row.purchased_at.toISOString(),
        },
      ];
    });
  }
}

function unavailable(count: number): PurchaseAnswer {
  const detail =
    count === 1
      ? 'This number has just been sold. Choose another one.'
      : 'These numbers have just been sold. Choose others.';
  return {
    status: 409,
    body: { type: 'about:blank', title: 'Number unavailable', status: 409, detail, code: 'number_unavailable' },
  };
}
