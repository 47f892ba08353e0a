import type { DeskParts } from '../desks/desk-parts.js';
import type { CarrierBehaviour } from '../records/carrier-scenarios.js';
import type { CarrierName, NumberPool, Sale } from '../records/sale.js';
import type { StockNumber } from '../records/stock-number.js';
import { missingPaper, type Papers, SaleRefusal } from './sale-refusal.js';
import { findNumber } from './stock.js';

/** What somebody wants to buy. */
export interface SaleOrder extends Papers {
  phoneNumber: string;
  carrier: CarrierName;
  /** The location or account that buys. */
  owner: string;
  friendlyName?: string | undefined;
  fingerprintId?: string | null;
  settings?: Record<string, string>;
}

/** Sells the stock of both carriers, each number once, and takes back what is released. */
export class SaleDesk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Every sale, oldest first, those of released numbers too. */
  all(): Sale[] {
    return this.#parts.store.sales.all();
  }

  /** What is somebody's now, oldest first; of one owner, or of everybody. */
  owned(owner?: string): Sale[] {
    const { sales } = this.#parts.store;
    return owner === undefined ? sales.all().filter(({ releasedAt }) => releasedAt === null) : sales.by('owner', owner);
  }

  /** Whether a number is not in the stock now. */
  isTaken(phoneNumber: string): boolean {
    return this.#parts.store.sales.has('number', phoneNumber);
  }

  /** Sells a number; throws a {@link SaleRefusal} when it is not sold. */
  sell({ phoneNumber, carrier, owner, ...order }: SaleOrder, behaviour: CarrierBehaviour): Sale {
    const number = this.#onSale(phoneNumber, behaviour);
    const missing = missingPaper(number, order, behaviour);
    if (missing) throw new SaleRefusal(missing, number);
    const { store, clock } = this.#parts;
    const sale: Sale = {
      phoneNumber,
      carrier,
      owner,
      at: clock.now(),
      updatedAt: clock.now(),
      releasedAt: null,
      sid: store.ids.sid('PN'),
      friendlyName: order.friendlyName || number.friendlyName,
      country: number.country,
      type: number.type,
      fingerprintId: order.fingerprintId ?? null,
      pool: null,
      addressSid: order.addressSid,
      bundleSid: order.bundleSid,
      settings: order.settings ?? {},
    };
    store.sales.put(sale.sid, sale);
    store.save();
    return sale;
  }

  /** Puts a number back into the stock. */
  release(sale: Sale): void {
    this.#keep({ ...sale, releasedAt: this.#parts.clock.now() });
  }

  /** Changes what is known of a sold number. */
  update(sale: Sale, changes: Partial<Sale>): Sale {
    return this.#keep({ ...sale, ...changes, updatedAt: this.#parts.clock.now() });
  }

  /** The number pools of a location, or of all. */
  pools(locationId?: string): NumberPool[] {
    return this.#parts.store.pools.all().filter((pool) => locationId === undefined || pool.locationId === locationId);
  }

  /** Puts numbers of a location into a new pool; throws an Error when one is not its own. */
  pool(locationId: string, name: string, phoneNumbers: string[]): NumberPool {
    const own = this.owned(locationId);
    const sales = phoneNumbers.map((phoneNumber) => {
      const sale = own.find((one) => one.phoneNumber === phoneNumber);
      if (!sale) throw new Error(`${phoneNumber} is no number of ${locationId}.`);
      return sale;
    });
    const { store } = this.#parts;
    const pool = { id: store.ids.id('pool').slice('pool_'.length), name, locationId };
    store.pools.put(pool.id, pool);
    for (const sale of sales) this.update(sale, { pool: pool.id });
    return pool;
  }

  #keep(sale: Sale): Sale {
    this.#parts.store.sales.put(sale.sid, sale);
    this.#parts.store.save();
    return sale;
  }

  #onSale(phoneNumber: string, { refuses }: CarrierBehaviour): StockNumber {
    if (!/^\+[1-9]\d{3,14}$/.test(phoneNumber)) throw new SaleRefusal('invalid');
    const number = findNumber(phoneNumber);
    if (!number || refuses === 'taken' || this.isTaken(phoneNumber)) throw new SaleRefusal('unavailable', number);
    if (refuses) throw new SaleRefusal(refuses, number);
    return number;
  }
}
