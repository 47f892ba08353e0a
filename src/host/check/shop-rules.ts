import type * as z from 'zod';
import { numbersAnswer, ordersAnswer, placesAnswer } from '../shop-contract.js';
import { fits } from './fit-answer.js';
import { type Answer, codeOf, isAbsent, isOk } from './host-line.js';
import type { Rule, RuleGroup } from './rule.js';
import { NotAsked, odd, type Verdict, wrong } from './verdict.js';
import { asOrdered, fictional, type Visit } from './visit.js';

/** An endpoint that a host may leave out. */
const mayBe = (id: string, title: string, path: (visit: Visit) => string, schema: z.ZodType): Rule => ({
  id,
  title,
  run: async (visit) => {
    const answer = await visit.host.ask(path(visit));
    if (isAbsent(answer)) throw new NotAsked(`there is no ${answer.endpoint} endpoint, which no host has to have`);
    if (isOk(answer)) return fits(schema, answer);
    return wrong(`${answer.where} answered ${answer.status}.`);
  },
});

/** Whether an order of an account that is not verified was refused as it has to be. */
async function refusesUnverified(visit: Visit, orders: Record<string, object[]>): Promise<Verdict | undefined> {
  await visit.unverified();
  for (const [what, numbers] of Object.entries(orders)) {
    const answer = await visit.order(numbers, crypto.randomUUID(), { note: ` of ${what}` });
    if (isAbsent(answer)) throw new NotAsked(`there is no purchase endpoint (${answer.status})`);
    const verdict = refusal(answer, what);
    if (verdict) return verdict;
  }
  return undefined;
}

function refusal(answer: Answer, what: string): Verdict | undefined {
  const { status } = answer;
  const code = codeOf(answer);
  if (status === 403 && code === 'verification_required') return undefined;
  if (code === 'verification_required') return odd(`${what} was refused with ${status}. Answer 403.`);
  return wrong(
    `An account that is not verified ordered ${what} and was answered ${status}${code ? ` ${code}` : ''}. Look at every ` +
      'number’s own digits before anything is sold, and answer 403 with the code verification_required.',
  );
}

/** What sells, to an account that is not verified yet. */
export const shopRules: RuleGroup = {
  name: 'Numbers and orders',
  rules: [
    mayBe('numbers-fit', 'Numbers fit the contract', () => 'numbers?countryCode=US', numbersAnswer),
    {
      id: 'numbers-need-country',
      title: 'A search without countryCode is refused with 400',
      run: async (visit) => {
        const answer = await visit.host.ask('numbers', { note: ' without countryCode' });
        if (isAbsent(answer)) throw new NotAsked('there is no numbers endpoint, which no host has to have');
        if (answer.status === 400) return undefined;
        return answer.status < 400 || answer.status >= 500
          ? wrong(`It answered ${answer.status}.`)
          : odd(`It answered ${answer.status}. The shop never asks so.`);
      },
    },
    mayBe('places-fit', 'Places fit the contract', () => 'places?q=chi&countries=US,CA,PR&language=en', placesAnswer),
    mayBe(
      'orders-fit',
      'Orders fit the contract',
      ({ account }) => `orders?${new URLSearchParams({ account })}`,
      ordersAnswer,
    ),
    {
      id: 'purchase-needs-verification',
      title: 'A +1 number is refused to an account that is not verified',
      run: async (visit) => refusal((await visit.refused()).answer, `${fictional.us}`),
    },
    {
      id: 'purchase-own-digits',
      title: 'What an order says of a number is not believed',
      run: (visit) =>
        refusesUnverified(visit, {
          'a +1 number as British': [asOrdered(fictional.us, 'GB')],
          'a +1 number as Jamaican': [asOrdered(fictional.us, 'JM')],
          'a +1 number as of no country': [{ phoneNumber: fictional.us }],
          'a +1 number as mobile, elsewhere': [
            { ...asOrdered(fictional.us, 'GB'), numberType: 'mobile', locality: 'London', region: 'ENG' },
          ],
        }),
    },
    {
      id: 'purchase-every-number',
      title: 'Every number of an order is looked at',
      run: (visit) =>
        refusesUnverified(visit, {
          'a British number and a +1 number': [asOrdered(fictional.britain, 'GB'), asOrdered(fictional.us)],
          'two British numbers and a +1 number': [
            asOrdered(fictional.britain, 'GB'),
            asOrdered('+442079460002', 'GB'),
            asOrdered(fictional.us),
          ],
        }),
    },
    {
      id: 'purchase-every-area',
      title: 'Canadian, Puerto Rican and toll-free numbers are refused as well',
      run: (visit) =>
        refusesUnverified(visit, {
          'a Canadian number': [asOrdered(fictional.canada, 'CA')],
          'a Puerto Rican number': [asOrdered(fictional.puertoRico, 'PR')],
          'a toll-free number': [{ ...asOrdered(fictional.tollFree), numberType: 'tollFree' }],
        }),
    },
    {
      id: 'purchase-needs-key',
      title: 'A purchase without an Idempotency-Key is refused with 400',
      run: async (visit) => {
        const answer = await visit.order([asOrdered(fictional.us)], undefined, { note: ' without a key' });
        if (answer.status === 400) return undefined;
        if (isAbsent(answer)) throw new NotAsked(`there is no purchase endpoint (${answer.status})`);
        if (codeOf(answer) === 'verification_required')
          throw new NotAsked('the verification was asked for first; --approve sees it with a verified account');
        return wrong(`It answered ${answer.status}. A repeat would buy twice.`);
      },
    },
    {
      id: 'purchase-bad-orders',
      title: 'What is no order is refused, and breaks nothing',
      run: async (visit) => {
        const key = () => ({ 'idempotency-key': crypto.randomUUID() });
        const { account } = visit;
        const bodies: unknown[] = [{}, [], null, { account }, { account, numbers: [] }, { account, numbers: 'all' }];
        bodies.push({ account, numbers: [{}] }, { account, numbers: [{ phoneNumber: 4_155_550_100 }] });
        for (const body of bodies) {
          const answer = await visit.host.post('purchases', body, { note: ' of no order', headers: key() });
          if (isAbsent(answer)) throw new NotAsked(`there is no purchase endpoint (${answer.status})`);
          if (answer.status >= 400 && answer.status < 500) continue;
          return wrong(
            `${JSON.stringify(body)} was answered ${answer.status}. Answer 400 with invalid_request: after a 5xx the shop ` +
              'asks again and again whether something was bought.',
          );
        }
        return undefined;
      },
    },
    {
      id: 'purchase-by-form',
      title: 'A form on another site buys nothing',
      run: async (visit) => {
        const answer = await visit.host.ask('purchases', {
          method: 'POST',
          body: JSON.stringify({ account: visit.account, numbers: [asOrdered(fictional.us)] }),
          headers: { 'content-type': 'text/plain' },
          note: ' as text/plain',
        });
        if (isAbsent(answer)) throw new NotAsked(`there is no purchase endpoint (${answer.status})`);
        return isOk(answer) ? wrong('It does. Take application/json only, and answer 415.') : undefined;
      },
    },
  ],
};
