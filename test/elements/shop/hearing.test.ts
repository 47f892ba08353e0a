import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LcNumberPurchase } from '../../../src/index.js';
import { labels as es } from '../../../src/locales/es.js';
import { hearing } from '../../helpers/heard.js';
import { problem, TestHost } from '../../helpers/test-host.js';
import { bought, network, number, shopFixture, verified } from './shop-fixture.js';

afterEach(() => {
  document.documentElement.lang = 'en';
  localStorage.clear();
  vi.useRealTimers();
});

/** A promise that the test keeps. */
function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A shop whose order is being bought, and what is heard in it from then on; `isElsewhere`: by somebody beside it. */
async function buying(isElsewhere = false, attributes: Partial<LcNumberPurchase> = {}) {
  const host = new TestHost();
  host.answers.status = verified;
  const answer = deferred<unknown>();
  host.answers.purchases = () => answer.promise;
  const fixture = await shopFixture(host, attributes);
  const beside = document.body.appendChild(document.createElement('button'));
  const shop = hearing(fixture.root);
  await fixture.order();
  await fixture.reads('Buying (415) 555-0101');
  if (isElsewhere) beside.focus();
  await vi.waitFor(() => expect(shop.heard.at(-1)).toContain('This usually takes a few seconds.'));
  shop.heard.length = 0;
  beside.addEventListener('blur', () => shop.heard.push('focus was taken'));
  return { ...fixture, host, heard: shop.heard, answer: answer.resolve };
}

/** That is what is heard; what would say the same again stands on the screen by then. */
const hears = (heard: string[], lines: string[]) => vi.waitFor(() => expect(heard).toEqual(lines), { timeout: 10_000 });

describe('the outcome of a purchase', () => {
  it.each([
    [
      'bought',
      bought,
      '(415) 555-0101 is yours. Calls work right away. Text messages to the US go out once your brand is registered with the carriers.',
    ],
    [
      'declined by the bank',
      problem(402, 'payment_required'),
      'The payment did not go through. Nothing was bought. Check your payment method, then try again.',
    ],
    [
      'no room',
      problem(409, 'plan_limit'),
      'Your plan has no room for more numbers. Nothing was bought. Change your plan or release a number, then try again.',
    ],
    [
      'lost',
      problem(500),
      'We’re checking your purchase. The connection was lost while buying (415) 555-0101. We are finding out what happened. Please don’t buy it again.',
    ],
  ])('is heard once, with its heading and the number: %s', async (_, given, said) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { heard, answer } = await buying();
    answer(given);
    await hears(heard, [`says: ${said}`]);
  });

  it('is heard by somebody elsewhere on the page, whose focus stays where it is', async () => {
    const { heard, answer } = await buying(true);
    answer(bought);
    await hears(heard, [
      'says: (415) 555-0101 is yours. Calls work right away. Text messages to the US go out once your brand is registered with the carriers.',
    ]);
  });

  it('that the number is gone is heard, and then how many others there are', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { heard, answer } = await buying();
    answer(problem(409, 'number_unavailable'));
    await vi.waitFor(() => expect(heard.filter((line) => line.startsWith('says'))).toHaveLength(2));
    expect(heard.filter((line) => line.startsWith('says'))).toEqual([
      'says: (415) 555-0101 can no longer be bought. This order was not charged. You can choose again here.',
      'says: 1 number.',
    ]);
  });

  it('is heard in the page’s language', async () => {
    document.documentElement.lang = 'es';
    const host = new TestHost();
    host.answers.status = verified;
    host.answers.purchases = bought;
    const { root, press } = await shopFixture(host);
    const { heard } = hearing(root);
    root.querySelector<HTMLElement>('[part=find]')!.click();
    await press(/\(415\) 555-0101/);
    await press(es.purchase.review.buy);
    await vi.waitFor(() => expect(heard.at(-1)).toMatch(/^says: \(415\) 555-0101 es tuyo\. /), { timeout: 10_000 });
  });

  it('names a number digit by digit where nobody has told how it is written', async () => {
    const host = new TestHost();
    host.answers.status = { verified: false };
    host.answers.purchases = { numbers: [{ phoneNumber: '+442079460101', status: 'purchased' }] };
    host.answers.numbers = {
      numbers: [number('', { phoneNumber: '+442079460101', friendlyName: '', isoCountry: 'GB' })],
    };
    const { root, press } = await shopFixture(host, { country: 'GB' });
    const { heard } = hearing(root);
    await press(/^Find numbers/);
    await press(/^Choose \+442079460101/);
    await press(/^Buy number/);
    await vi.waitFor(() => expect(heard.at(-1)).toContain('says: +4 4 2 0 7 9 4 6 0 1 0 1 is yours'), {
      timeout: 10_000,
    });
  });
});

describe('a search', () => {
  /** A shop that has found two numbers; the next search waits for its answer, by a clock that the test sets. */
  async function searching() {
    const host = new TestHost();
    const { root, press, reads, shop } = await shopFixture(host);
    await press(/^Find numbers/);
    await reads('2 numbers');
    const { heard } = hearing(root);
    const answer = deferred<unknown>();
    host.answers.numbers = () => answer.promise;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    root.querySelector<HTMLInputElement>('[name=digits]')!.value = '415';
    root.querySelector<HTMLElement>('[part=find]')!.click();
    await vi.waitFor(() => expect(root.querySelector('[part=list]')!.hasAttribute('inert')).toBe(true), {
      interval: 0,
    });
    await shop.updateComplete;
    return { heard, answer: answer.resolve, root };
  }

  it('is said to be under way only when it lasts longer than 700 milliseconds', async () => {
    const { heard, answer, root } = await searching();
    expect(root.textContent).toContain('Looking for numbers');
    await vi.advanceTimersByTimeAsync(690);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(20);
    expect(heard).toEqual(['says: Looking for numbers.']);
    answer({ numbers: [number('4155550101')] });
    await vi.advanceTimersByTimeAsync(200);
    expect(heard).toEqual(['says: Looking for numbers.', 'says: 1 number.']);
  });

  it('that is over by then says how many there are and nothing else, also when that is as many as before', async () => {
    const { heard, answer } = await searching();
    await vi.advanceTimersByTimeAsync(400);
    answer({ numbers: [number('4155550101'), number('4155550102')] });
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard).toEqual(['says: 2 numbers.']);
  });

  it('that nobody has asked for is told to nobody, but the next is', async () => {
    const host = new TestHost();
    network.saveData = false;
    onTestFinished(() => {
      network.saveData = true;
    });
    const { root, reads, press } = await shopFixture(host);
    await reads('2 numbers');
    const { heard } = hearing(root);
    await press(/^Find numbers/);
    await vi.waitFor(() => expect(heard).toEqual(['says: 2 numbers.']));
  });

  it('that went further than asked says so, and how many there are', async () => {
    const host = new TestHost();
    const { root, press } = await shopFixture(host);
    const { heard } = hearing(root);
    host.answers.numbers = ({ url }: { url: URL }) => ({
      numbers: url.searchParams.get('firstPart') ? [] : [number('2125559990'), number('2125559991')],
    });
    root.querySelector<HTMLInputElement>('[name=digits]')!.value = '999';
    await press(/^Find numbers/);
    await vi.waitFor(() =>
      expect(heard).toContain('says: No number starts with 999 right now. These contain it. 2 numbers.'),
    );
  });
});

describe('the pool', () => {
  it('says what it holds and costs, and what was taken out', async () => {
    const { root, press } = await shopFixture(new TestHost(), { mode: 'pool' });
    await press(/^Find numbers/);
    const { heard } = hearing(root);
    await press(/^Add \(415\) 555-0101/);
    await vi.waitFor(() => expect(heard).toContain('says: 1 number chosen, $1.15 per month.'));
    await press(/^Add \(415\) 555-0102/);
    await vi.waitFor(() => expect(heard).toContain('says: 2 numbers chosen, $2.30 per month.'));
    await press(/^Clear$/);
    await vi.waitFor(() => expect(heard).toContain('says: 2 numbers taken out.'));
  });
});

describe('a purchase that takes long', () => {
  it('says so when it shows it', async () => {
    const { heard } = await buying();
    await vi.waitFor(() => expect(heard).toEqual(['says: This takes longer than usual. Nothing is bought twice.']), {
      timeout: 12_000,
    });
  });
});

describe('the review of an order', () => {
  it('is heard by its heading, then what is paid for what, and what comes before it', async () => {
    const host = new TestHost();
    host.answers.status = { verified: false, steps: ['id', 'selfie'] };
    const { root, press, button, gate } = await shopFixture(host);
    await vi.waitFor(() => expect(gate.status).toBe('required'));
    const { heard } = hearing(root);
    await press(/^Find numbers/);
    const choose = await button(/^Choose \(415\) 555-0101/);
    choose.focus();
    choose.click();
    await vi.waitFor(() => expect(heard.at(-1)).toMatch(/^says: \(415\)/));
    expect(heard.slice(-2)).toEqual([
      'focus: heading “Review your order”',
      expect.stringMatching(
        /^says: \(415\) 555-0101\. You pay \$1\.15 per month, from the day of the purchase\. First you verify your identity\. You need: .* about 2 minutes/i,
      ),
    ]);
  });
});
