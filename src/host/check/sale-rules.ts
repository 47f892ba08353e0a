import { numbersAnswer, purchaseAnswer } from '../shop-contract.js';
import { verified } from './approval.js';
import { pause } from './check-options.js';
import { fits, read } from './fit-answer.js';
import { type Answer, codeOf, isOk } from './host-line.js';
import type { RuleGroup } from './rule.js';
import { NotAsked, type Verdict, wrong } from './verdict.js';
import type { Visit } from './visit.js';

const atOnce = 5;
const triesAtNumbers = 3;
/** What is answered to a repeat while the first request is still at it. */
const notYet = [409, 423, 425, 429, 503];

/** Takes so many numbers from those on sale, each once. */
async function pick(visit: Visit, count: number): Promise<object[]> {
  const left = await visit.once('numbers on sale', async () => {
    const answer = await visit.host.ask('numbers?countryCode=US');
    const { numbers, fingerprintId } = read(numbersAnswer, answer);
    return numbers.map((one) => ({
      phoneNumber: one.phoneNumber,
      countryCode: one.isoCountry ?? 'US',
      numberType: one.numberType ?? one.price?.number_type ?? 'local',
      locality: one.locality ?? null,
      region: one.region ?? null,
      fingerprintId: one.fingerprintId ?? fingerprintId ?? null,
    }));
  });
  if (left.length < count) throw new NotAsked(`the search for US numbers shows too few; this takes ${count}`);
  return left.splice(0, count);
}

interface Sale {
  key: string;
  numbers: object[];
  answer: Answer;
}

/** The first sale, of a number that nobody else was faster to buy. */
function sale(visit: Visit): Promise<Sale> {
  return visit.once('sale', async () => {
    await verified(visit);
    for (let tries = 1; ; tries += 1) {
      const numbers = await pick(visit, 1);
      const key = crypto.randomUUID();
      const answer = await visit.order(numbers, key, { note: ' of a listed number' });
      if (codeOf(answer) !== 'number_unavailable' || tries === triesAtNumbers) return { key, numbers, answer };
    }
  });
}

/** Sends an order again until its outcome is told. */
async function outcome(visit: Visit, { key, numbers }: Omit<Sale, 'answer'>): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    const answer = await visit.order(numbers, key, { note: ' again' });
    if (!notYet.includes(answer.status) || tries === 5) return answer;
    await pause(visit.patience / 2);
  }
}

/** The numbers that an answer says are bought. */
function bought({ json }: Answer): string[] {
  const { data } = purchaseAnswer.safeParse(json);
  return (data?.numbers ?? []).filter(({ status }) => status === 'purchased').map(({ phoneNumber }) => phoneNumber);
}

const said = (answer: Answer) => `${answer.status}${codeOf(answer) ? ` ${codeOf(answer)}` : ''}`;

/** Numbers that are bought. */
export const saleRules: RuleGroup = {
  name: 'Sales',
  rules: [
    {
      id: 'sale',
      title: 'A verified account buys a number that is on sale',
      needs: ['persona', 'buy'],
      run: async (visit) => {
        const { answer } = await sale(visit);
        if (bought(answer).length > 0) return undefined;
        if (isOk(answer)) return fits(purchaseAnswer, answer) ?? wrong('The answer has no number as "purchased".');
        return wrong(
          `It was answered ${said(answer)}.${answer.status >= 500 ? ' The shop says for ever that it is checking.' : ''}`,
        );
      },
    },
    {
      id: 'sale-fits',
      title: 'The answer to a sale fits the contract and names the number',
      needs: ['persona', 'buy'],
      run: async (visit) => {
        const { answer, numbers } = await sale(visit);
        if (!isOk(answer)) throw new NotAsked('nothing was sold');
        return fits(purchaseAnswer, answer) ?? namesAll(answer, numbers);
      },
    },
    {
      id: 'sale-repeated',
      title: 'The same order with the same key gets the same answer',
      needs: ['persona', 'buy'],
      run: async (visit) => {
        const { key, numbers, answer } = await sale(visit);
        if (!isOk(answer)) throw new NotAsked('nothing was sold');
        const again = await outcome(visit, { key, numbers });
        if (again.status === answer.status && same(again, answer)) return undefined;
        return wrong(
          `The repeat was answered ${said(again)}, the first ${said(answer)}. Keep the answer under the key, in one ` +
            'transaction with the sale.',
        );
      },
    },
    {
      id: 'sale-at-once',
      title: `${atOnce} requests at once with one key are one sale`,
      needs: ['persona', 'buy'],
      run: async (visit) => {
        await sale(visit);
        const [numbers, key] = [await pick(visit, 1), crypto.randomUUID()];
        const requests = Array.from({ length: atOnce }, () => visit.order(numbers, key, { note: ' at once' }));
        const answers = await Promise.all(requests);
        const last = await outcome(visit, { key, numbers });
        const strange = [...answers.filter(({ status }) => !notYet.includes(status)), last].find(
          (answer) => !isOk(answer) || !same(answer, last),
        );
        if (strange)
          return wrong(`One was answered ${said(strange)}, the last ${said(last)}: ${strange.text.slice(0, 80)}`);
        return undefined;
      },
    },
    {
      id: 'sale-different-at-once',
      title: 'Different orders at once with one key are one sale',
      needs: ['persona', 'buy'],
      run: async (visit) => {
        await sale(visit);
        const [numbers, key] = [await pick(visit, 3), crypto.randomUUID()];
        const requests = numbers.map((one) => visit.order([one], key, { note: ' at once, each another' }));
        const all = new Set((await Promise.all(requests)).flatMap(bought));
        if (all.size <= 1) return undefined;
        return wrong(
          `${all.size} numbers were sold. A double click buys twice: let the database say who begins, by a row that can be ` +
            'inserted once.',
        );
      },
    },
    {
      id: 'sale-of-pool',
      title: 'The answer to a pool says what became of every number',
      needs: ['persona', 'buy'],
      run: async (visit) => {
        await sale(visit);
        const numbers = await pick(visit, 2);
        const answer = await visit.order(numbers, crypto.randomUUID(), { note: ' of two numbers' });
        if (!isOk(answer)) throw new NotAsked(`the pool was answered ${said(answer)}`);
        return fits(purchaseAnswer, answer) ?? namesAll(answer, numbers);
      },
    },
    {
      id: 'sale-in-orders',
      title: 'A sale is one order of the account',
      needs: ['persona', 'buy'],
      run: async (visit) => {
        const { numbers, answer } = await sale(visit);
        if (!isOk(answer)) throw new NotAsked('nothing was sold');
        const list = await visit.host.ask(`orders?${new URLSearchParams({ account: visit.account })}`);
        if (!isOk(list)) throw new NotAsked('there is no orders endpoint, which no host has to have');
        const [first] = numbers as { phoneNumber: string }[];
        const { orders = [] } = (list.json ?? {}) as { orders?: { status?: string; numbers?: object[] }[] };
        const those = orders.filter((order) => JSON.stringify(order.numbers).includes(first?.phoneNumber ?? ''));
        const done = those.filter(({ status }) => status === 'done');
        if (done.length === 1) return undefined;
        return wrong(`${done.length} orders that are "done" have ${first?.phoneNumber}.`);
      },
    },
  ],
};

const same = (one: Answer, other: Answer) =>
  JSON.stringify(bought(one)) === JSON.stringify(bought(other)) && orderId(one) === orderId(other);

const orderId = ({ json }: Answer) => (json as { order?: { id?: string } } | undefined)?.order?.id;

function namesAll({ text }: Answer, numbers: object[]): Verdict | undefined {
  const missing = (numbers as { phoneNumber: string }[]).find(({ phoneNumber }) => !text.includes(phoneNumber));
  if (!missing) return undefined;
  return wrong(
    `It says nothing of ${missing.phoneNumber}, so the shop takes it for no answer and asks again and again. Answer with ` +
      'purchased or failed for each number of the order.',
  );
}
