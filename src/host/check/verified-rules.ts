import { verified } from './approval.js';
import { codeOf, isAbsent, isOk } from './host-line.js';
import type { RuleGroup } from './rule.js';
import { NotAsked, odd, wrong } from './verdict.js';
import { asOrdered, fictional, type Visit } from './visit.js';

const keysAtOnce = 5;
/** No exchange begins with a zero, so no carrier has these and no search shows them. */
const impossible = '+12120010100';

/** Throws NotAsked unless the account is verified and the host sells something. */
async function mayBuy(visit: Visit): Promise<void> {
  await visit.refused();
  await verified(visit);
}

/** What only an order is answered that was run. */
const outcomes = ['number_unavailable', 'payment_required', 'plan_limit', 'address_required', 'bundle_required'];

/** Whether a key that came with one order is taken for another, and what that was answered. */
const secondOrder = (visit: Visit) =>
  visit.once('second order', async () => {
    const key = crypto.randomUUID();
    await visit.order([asOrdered(fictional.us)], key);
    return visit.order([asOrdered(fictional.another)], key, { note: ' with the key of another order' });
  });
const isReused = async (visit: Visit) => (await secondOrder(visit)).status !== 422;

/** Purchases of a verified account, of numbers that nobody has. */
export const verifiedRules: RuleGroup = {
  name: 'Purchases of a verified account',
  rules: [
    {
      id: 'refusal-not-kept',
      title: 'An order that was refused for the verification goes on after it, with the same key',
      needs: ['persona'],
      run: async (visit) => {
        const { key, numbers } = await visit.refused();
        await verified(visit);
        const answer = await visit.order(numbers, key, { note: ' with the key that was refused before' });
        if (codeOf(answer) !== 'verification_required') return undefined;
        return wrong(
          'It is refused again, for ever: the refusal was kept under the key. Keep what was sold, not what the account ' +
            'was not allowed yet.',
        );
      },
    },
    {
      id: 'key-required',
      title: 'A verified account buys nothing without an Idempotency-Key',
      needs: ['persona'],
      run: async (visit) => {
        await mayBuy(visit);
        const { status } = await visit.order([asOrdered(fictional.us)], undefined, { note: ' without a key' });
        if (status === 400) return undefined;
        return wrong(`It answered ${status}. A repeat would buy twice: answer 400 with idempotency_key_required.`);
      },
    },
    {
      id: 'key-of-one-order',
      title: 'A key that came with one order is refused for another',
      needs: ['persona'],
      run: async (visit) => {
        await mayBuy(visit);
        const other = await secondOrder(visit);
        if (codeOf(other) === 'idempotency_key_reused') return undefined;
        const said = `It answered ${other.status}${codeOf(other) ? ` ${codeOf(other)}` : ''}.`;
        if (other.status === 422) return odd(`${said} The code is idempotency_key_reused.`);
        return wrong(
          `${said} A repeat may buy something else, or nothing. Keep the order with its key, and answer 422 with ` +
            'idempotency_key_reused.',
        );
      },
    },
    {
      id: 'key-of-one-order-at-once',
      title: `Of ${keysAtOnce} orders that come at once with one key one is run`,
      needs: ['persona'],
      run: async (visit) => {
        await mayBuy(visit);
        if (await isReused(visit)) throw new NotAsked('keys are not compared with their orders (key-of-one-order)');
        const key = crypto.randomUUID();
        const orders = Array.from({ length: keysAtOnce }, (_, index) => [asOrdered(`+1212555011${index}`)]);
        const answers = await Promise.all(
          orders.map((one) => visit.order(one, key, { note: ' with one key, at once' })),
        );
        const run = answers.filter((answer) => isOk(answer) || outcomes.includes(codeOf(answer) ?? ''));
        if (run.length <= 1) return undefined;
        return wrong(
          `${run.length} were. Two requests with one key may be a double click: let the database say who begins, by a row ` +
            'that can be inserted once.',
        );
      },
    },
    {
      id: 'purchase-unlisted',
      title: 'A number that nobody has is not sold, and its order is answered',
      needs: ['persona'],
      run: async (visit) => {
        await mayBuy(visit);
        const answer = await visit.order([asOrdered(impossible)], crypto.randomUUID(), {
          note: ' of an impossible number',
        });
        if (isAbsent(answer)) throw new NotAsked('there is no purchase endpoint');
        if (answer.status >= 500)
          return wrong(
            `It was answered ${answer.status}, so the shop says for ever that it is checking. Answer 409 with ` +
              'number_unavailable when nothing was bought.',
          );
        if (!isOk(answer) || !/"purchased"/.test(answer.text)) return undefined;
        return wrong(`"${impossible}" was sold, which is no number. Sell what your carrier has.`);
      },
    },
  ],
};
