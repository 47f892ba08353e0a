import { type Carrier, CarrierError, type FoundNumber } from '../../src/host/index.js';

/** A carrier of one's own, as a host may write it, with all that a test wants to bring about. */
export class ShopCarrier implements Carrier {
  /** Each sale, by account and number. A number that stands here twice was sold twice. */
  readonly sales: string[] = [];
  /** What was asked, in order. */
  readonly asked: string[] = [];
  readonly #owner = new Map<string, string>();
  /** Runs at each try to buy, before the sale, and after it with `true`. */
  mishap: (phoneNumber: string, isSold: boolean) => unknown = () => {};

  async search({ countryCode, firstPart = '' }: { countryCode: string; firstPart?: string }) {
    this.asked.push(`search ${countryCode} ${firstPart}`);
    return { fingerprintId: '1', numbers: this.#stock().filter((one) => one.phoneNumber.startsWith(`+1${firstPart}`)) };
  }

  async buy({ phoneNumber }: { phoneNumber: string }, { account, stillMine }: Parameters<Carrier['buy']>[1]) {
    this.asked.push(`buy ${phoneNumber}`);
    await stillMine();
    await this.mishap(phoneNumber, false);
    if (this.#owner.has(phoneNumber)) throw new CarrierError('number_unavailable', 'It is sold.');
    this.#owner.set(phoneNumber, account);
    this.sales.push(`${account} ${phoneNumber}`);
    await this.mishap(phoneNumber, true);
  }

  async owns(phoneNumbers: readonly string[], { account }: { account: string | null }) {
    this.asked.push(`owns ${phoneNumbers.join()}`);
    return phoneNumbers.filter((one) => this.#owner.get(one) === account);
  }

  /** Its owner gives a number back. */
  release(phoneNumber: string): void {
    this.#owner.delete(phoneNumber);
  }

  #stock(): FoundNumber[] {
    return Array.from({ length: 100 }, (_, line) => `+1415555${String(100 + line).padStart(4, '0')}`)
      .filter((phoneNumber) => !this.#owner.has(phoneNumber))
      .map((phoneNumber) => ({
        phoneNumber,
        friendlyName: phoneNumber,
        isoCountry: 'US',
        locality: 'San Francisco',
        region: 'CA',
        capabilities: { SMS: true, voice: true },
        price: { number_type: 'local', price: 1.15, price_unit: 'USD' },
      }));
  }
}
