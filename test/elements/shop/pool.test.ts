import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { LcPurchasedEvent, Order } from '../../../src/index.js';
import { shows as gateShows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';
import { number, purchases, shopFixture, verified } from './shop-fixture.js';

afterEach(() => localStorage.clear());

/** A host that sells everything but these. */
function selling(gone: string[] = [], status: object = verified): TestHost {
  const host = new TestHost();
  host.answers.status = status;
  host.answers.numbers = {
    fingerprintId: 'fp-1',
    numbers: [number('4155550103', { price: { price: 2, setup_price: 5, price_unit: 'USD' } })],
  };
  host.answers.purchases = ({ body }: { body: Order }) => ({
    numbers: body.numbers.map(({ phoneNumber }) =>
      gone.includes(phoneNumber)
        ? { phoneNumber, status: 'failed', code: 'number_unavailable' }
        : { phoneNumber, status: 'purchased' },
    ),
  });
  return host;
}

describe('<lc-number-purchase mode="pool">', () => {
  it('sells several numbers in one order and shows their sum first', async () => {
    const host = selling();
    const { press, reads, text, shop } = await shopFixture(host, { mode: 'pool' });
    await press(/^Find numbers/);
    for (const digits of ['0101', '0102', '0103']) await press(`Add (415) 555-${digits}`.replace(/[()]/g, '\\$&'));
    await reads(/3 numbers chosen \$4\.30 per month/);
    await press(/^Review order/);
    await reads(/You pay \$4\.30 per month, from the day of the purchase.*One-time setup: \$5\.00/);
    const receipt = new Promise<LcPurchasedEvent>((resolve) =>
      shop.addEventListener('purchased', resolve, { once: true }),
    );
    await press(/^Buy pool/);
    await reads('3 numbers are yours');
    expect(purchases(host)).toHaveLength(1);
    expect(purchases(host)[0]!.body).toMatchObject({
      pool: { name: expect.stringMatching(/^Number pool of /) },
      numbers: [{ fingerprintId: 'fp-1' }, {}, {}],
    });
    expect((await receipt).detail.receipt.numbers).toHaveLength(3);
    expect(text()).toContain('(415) 555-0103');
  });

  it('begins at the list when the mode changes on a receipt or a review', async () => {
    const { press, reads, shop } = await shopFixture(selling());
    await press(/^Find numbers/);
    await press(/^Choose \(415\) 555-0101/);
    shop.mode = 'pool';
    await press(/^Add \(415\) 555-0102/);
    await press(/^Review order/);
    await press(/^Buy pool/);
    await reads('is yours');
    shop.mode = 'single';
    await press(/^Choose \(415\) 555-0101/);
    await reads('Review your order');
  });

  it('takes a number out again, and all of them', async () => {
    const { press, reads, button, root } = await shopFixture(selling(), { mode: 'pool' });
    await press(/^Find numbers/);
    await press(/^Add \(415\) 555-0101/);
    await press(/^Add \(415\) 555-0102/);
    const added = await button(/^Added \(415\) 555-0101/);
    expect([added.getAttribute('aria-pressed'), added.textContent!.trim()]).toEqual(['true', 'Added']);
    added.click();
    await reads('1 number chosen');
    const tray = root.querySelector<HTMLElement>('.tray')!;
    await press(/^Clear/);
    await reads('1 number taken out');
    await vi.waitFor(() => expect(root.activeElement?.textContent).toBe('Undo'));
    await press(/^Undo/);
    await reads('1 number chosen');
    await press(/^Clear/);
    // Who chooses again has moved on.
    await press(/^Add \(415\) 555-0102/);
    await press(/^Added \(415\) 555-0102/);
    await vi.waitFor(() => expect(tray.hidden).toBe(true));
  });

  it('shows what is chosen with each price, and lets go of one by one, the focus staying in place', async () => {
    const { press, reads, root, shop, button } = await shopFixture(selling(), { mode: 'pool' });
    await press(/^Find numbers/);
    for (const digits of ['0101', '0102', '0103']) await press(`Add (415) 555-${digits}`.replace(/[()]/g, '\\$&'));
    const rows = () =>
      [...root.querySelectorAll('.tray li')].map((row) => row.textContent!.replace(/\s+/g, ' ').trim());
    expect(rows()).toEqual([]);
    (await button(/^\s*3 numbers chosen/)).click();
    await shop.updateComplete;
    expect(rows()).toEqual([
      '(415) 555-0101 $1.15 per month San Francisco, CA',
      '(415) 555-0102 $1.15 per month San Francisco, CA',
      '(415) 555-0103 $2.00 per month$5.00 one-time setup San Francisco, CA',
    ]);
    await expect(shop).to.be.accessible();
    const focused = () => root.activeElement?.ariaLabel ?? root.activeElement?.textContent;
    for (const [digits, next] of [
      ['0102', 'Remove (415) 555-0103'],
      ['0103', 'Remove (415) 555-0101'],
      ['0101', 'Undo'],
    ] as const) {
      (await button(new RegExp(`^Remove .415. 555-${digits}`))).focus();
      await press(new RegExp(`^Remove .415. 555-${digits}`));
      await vi.waitFor(() => expect(focused()).toBe(next));
    }
    await reads('3 numbers taken out');
    await press(/^Undo/);
    await reads(/3 numbers chosen \$4\.30 per month/);
    await vi.waitFor(() => expect(focused()).toContain('3 numbers chosen'));
  });

  it('covers no row that has the focus', async () => {
    const host = selling();
    host.answers.numbers = { numbers: Array.from({ length: 30 }, (_, at) => number(`41555501${at + 10}`)) };
    const { press, root, shop, reads } = await shopFixture(host, { mode: 'pool' });
    await press(/^Find numbers/);
    await press(/^Add \(415\) 555-0110/);
    await reads('1 number chosen');
    window.scrollTo(0, 0);
    root.querySelector<HTMLElement>('.row button')!.focus();
    const tray = root.querySelector('.tray')!;
    for (let stop = 0; stop < 12; stop += 1) {
      await userEvent.tab();
      await shop.updateComplete;
      const { bottom } = root.activeElement!.getBoundingClientRect();
      expect(bottom).toBeLessThanOrEqual(tray.getBoundingClientRect().top);
    }
  });

  it('gives way to the list of one number when the page wants that, from the review as from the receipt', async () => {
    const { press, reads, shop } = await shopFixture(selling(), { mode: 'pool' });
    for (const end of [/^Review order/, /^Buy pool/]) {
      shop.mode = 'pool';
      if (shop.status === 'browsing') await press(/^Find numbers/);
      await press(/^Add \(415\) 555-0101/);
      await press(/^Review order/);
      if (String(end).includes('Buy')) await press(end);
      await vi.waitFor(() => expect(shop.status).toMatch(String(end).includes('Buy') ? 'purchased' : 'reviewing'));
      shop.mode = 'single';
      await vi.waitFor(() => expect(shop.status).toBe('browsing'));
      await reads('Choose');
    }
  });

  it('keeps what was chosen over another search', async () => {
    const host = selling();
    const { press, reads, type } = await shopFixture(host, { mode: 'pool' });
    await press(/^Find numbers/);
    await press(/^Add \(415\) 555-0101/);
    host.answers.numbers = { fingerprintId: 'fp-2', numbers: [number('2125550101')] };
    type('212');
    await press(/^Add \(212\) 555-0101/);
    await reads('2 numbers chosen');
    await press(/^Review order/);
    await press(/^Buy pool/);
    await reads('2 numbers are yours');
    expect((purchases(host)[0]!.body as Order).numbers.map(({ fingerprintId }) => fingerprintId)).toEqual([
      'fp-1',
      'fp-2',
    ]);
  });

  it('says what was bought of a pool, and takes replacements into the same one', async () => {
    const host = selling(['+14155550102']);
    const { press, reads, text } = await shopFixture(host, { mode: 'pool' });
    await press(/^Find numbers/);
    await press(/^Add \(415\) 555-0101/);
    await press(/^Add \(415\) 555-0102/);
    await press(/^Review order/);
    await press(/^Buy pool/);
    await reads(
      /1 number is yours.*not bought and not charged.*555-0101.*Bought.*555-0102.*Not bought.*You pay \$1\.15/,
    );
    await press(/^Choose replacements/);
    await reads('Your pool still needs 1 number');
    await press(/^Add \(415\) 555-0103/);
    expect(text()).not.toContain('555-0102');
    await press(/^Review order/);
    await press(/^Buy pool/);
    await reads('(415) 555-0103 is yours');
    const [first, second] = purchases(host).map(({ body }) => (body as Order).pool);
    expect(second).toEqual(first);
  });

  it('asks once for the identity when one of the numbers is regulated', async () => {
    const host = selling([], { verified: false });
    const london = number('4155550101', {
      phoneNumber: '+442079460001',
      friendlyName: '020 7946 0001',
      isoCountry: 'GB',
    });
    host.answers.numbers = { numbers: [london] };
    const { press, reads, gate } = await shopFixture(host, { mode: 'pool' });
    await press(/^Find numbers/);
    await press(/^Add 020 7946 0001/);
    await press(/^Add \(415\) 555-0101/);
    await press(/^Review order/);
    await press(/^Buy pool/);
    await gateShows(gate, 'Verify your identity');
    expect(purchases(host)).toHaveLength(0);
    host.answers.status = verified;
    await gate.check();
    await reads('2 numbers are yours');
    expect(purchases(host)).toHaveLength(1);
  });

  it('is bought with the keyboard alone', async () => {
    const host = selling();
    const { root, reads, shop } = await shopFixture(host, { mode: 'pool' });
    root.querySelector<HTMLElement>('[name=digits]')!.focus();
    await userEvent.keyboard('{Enter}');
    await reads('3 numbers');
    const focused = () => root.activeElement as HTMLElement;
    const tabTo = async (label: RegExp) => {
      for (let stop = 0; stop < 30 && !(focused()?.ariaLabel ?? focused()?.textContent ?? '').match(label); stop += 1)
        await userEvent.tab();
      expect(focused().ariaLabel ?? focused().textContent).toMatch(label);
    };
    for (const label of [/^Add \(415\) 555-0103/, /^Add \(415\) 555-0101/]) {
      await tabTo(label);
      await userEvent.keyboard(' ');
    }
    await tabTo(/^Review order/);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focused().textContent).toBe('Review your order'));
    await tabTo(/^Buy pool/);
    await userEvent.keyboard('{Enter}');
    await reads('2 numbers are yours');
    await vi.waitFor(() => expect(focused().textContent).toBe('2 numbers are yours'));
    expect(shop.status).toBe('purchased');
  });
});
