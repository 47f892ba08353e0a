import { describe, expect, it } from 'vitest';
import { type Carrier, createHost, lcPhoneCarrier, type SqlDatabase, twilioCarrier } from '../../src/host/index.js';
import { at, db, onError, persona, world } from './stand-in-host.js';

type Send = typeof fetch;

/** The carriers of this package, at the local ones. */
const carriers: [string, (send: Send) => Carrier][] = [
  [
    'LC Phone',
    (send) => lcPhoneCarrier({ ...persona.carriers.lcPhone, location: (account) => account ?? 'none', fetch: send }),
  ],
  ['Twilio', (send) => twilioCarrier({ ...persona.carriers.twilio, fetch: send })],
];

/**
 * A process that dies at a step: what it asks of database or carrier then is done or not done, no answer comes, and
 * nothing of it happens any more.
 */
class MortalProcess {
  /** How many steps it has taken. */
  steps = 0;
  readonly #last: number;
  readonly #isDone: boolean;
  #died: () => void = () => {};
  readonly dead = new Promise<void>((resolve) => {
    this.#died = resolve;
  });

  constructor(last: number, isDone: boolean) {
    this.#last = last;
    this.#isDone = isDone;
  }

  async step<T>(act: () => Promise<T>): Promise<T> {
    this.steps += 1;
    if (this.steps < this.#last) return act();
    if (this.steps === this.#last && this.#isDone) await act().catch(() => {});
    this.#died();
    return new Promise(() => {});
  }

  host(makeCarrier: (send: Send) => Carrier) {
    const database: SqlDatabase = { query: (text, params) => this.step(() => db.query(text, params)) };
    return hostWith(
      database,
      makeCarrier((...request) => this.step(() => fetch(...request))),
    );
  }
}

const hostWith = (database: SqlDatabase, carrier: Carrier) => {
  const { apiKey, templateId, webhookSecret, origin } = persona;
  return createHost({
    persona: { apiKey, templateId, webhookSecret, apiUrl: `${origin}/api/v1` },
    database,
    carrier,
    authorize: () => true,
    policy: { required: () => false },
    onError,
    now: () => world.time,
  });
};

let line = 0;
/** Numbers that no other test has, of area codes in turn. */
const someNumbers = (count: number) =>
  Array.from({ length: count }, () => {
    line += 1;
    const area = ['212', '312', '415', '512', '617'][Math.floor(line / 100) % 5];
    return `+1${area}55501${String(line % 100).padStart(2, '0')}`;
  });

const purchase = (numbers: string[]) =>
  at('purchases', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'key-1' },
    body: JSON.stringify({ account: world.account, numbers: numbers.map((phoneNumber) => ({ phoneNumber })) }),
  });

/** As if the time had passed that a dead process keeps what it was at. */
async function leasesEnd() {
  await db.query('update lc_identity_purchases set run_until = $1 where account = $2', ['-infinity', world.account]);
  world.time += 61_000;
}

describe.each(carriers)('a process that is killed while it buys at %s', (_, makeCarrier) => {
  it.each([
    ['before it is done', false],
    ['after it is done', true],
  ])(
    'at any of its steps, %s, leaves an order that another brings to its end, once',
    { timeout: 120_000 },
    async (_name, isDone) => {
      const account = world.account;
      const whole = new MortalProcess(Number.POSITIVE_INFINITY, isDone);
      const living = whole.host(makeCarrier);
      await (await living.fetch(purchase(someNumbers(2)))).json();
      // As many as the purchase took: by and by the host does what is due, which is a step too.
      const { steps } = whole;
      await living.close();
      expect(steps).toBeGreaterThan(10);

      for (let last = 1; last <= steps; last += 1) {
        world.account = `${account}_${isDone}_${last}`;
        const numbers = someNumbers(2);
        const mortal = new MortalProcess(last, isDone);
        const dying = mortal.host(makeCarrier);
        const answered = dying.fetch(purchase(numbers)).then(() => 'answered');
        await Promise.race([mortal.dead, answered]);
        await leasesEnd();

        const heir = hostWith(db, makeCarrier(fetch));
        // An order of which nobody has put down anything yet is the page's to send again.
        await heir.tick();
        const answer = (await (await heir.fetch(purchase(numbers))).json()) as object;
        const step = `killed at step ${last}`;
        expect([step, answer]).toMatchObject([step, { numbers: numbers.map(() => ({ status: 'purchased' })) }]);
        const sold = persona.carriers.sales().filter(({ phoneNumber }) => numbers.includes(phoneNumber));
        expect([step, sold.map(({ phoneNumber }) => phoneNumber).sort()]).toEqual([step, [...numbers].sort()]);
        await heir.close();
      }
    },
  );
});
