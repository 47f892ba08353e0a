import { fixture, html } from '@open-wc/testing-helpers/pure';
import { expect, vi } from 'vitest';
import type { AvailablePhoneNumber, LcIdentityGate, LcNumberPurchase } from '../../../src/index.js';
import type { TestHost } from '../../helpers/test-host.js';

/** A number of San Francisco, as the LC Phone API lists it. */
export const number = (digits: string, more: Partial<AvailablePhoneNumber> = {}): AvailablePhoneNumber => ({
  phoneNumber: `+1${digits}`,
  friendlyName: `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`,
  isoCountry: 'US',
  locality: 'San Francisco',
  region: 'CA',
  addressRequirements: 'none',
  beta: false,
  capabilities: { voice: true, SMS: true, MMS: false },
  price: { number_type: 'local', price: 1.15, price_unit: 'USD' },
  ...more,
});

export const bought = { numbers: [{ phoneNumber: '+14155550101', status: 'purchased' }] };
export const verified = { verified: true, status: 'approved' };
let accounts = 0;

/** What the browser says of the network: a shop makes its first search by itself unless data are to be saved. */
export const network = { saveData: true };
Object.defineProperty(navigator, 'connection', { get: () => network, configurable: true });

/** A shop with an account of its own, and what a person does in it. Nothing is searched before that person does. */
export async function shopFixture(host: TestHost, attributes: Partial<LcNumberPurchase> = {}) {
  if (Array.isArray((host.answers.numbers as { numbers: unknown[] }).numbers))
    (host.answers.numbers as { numbers: unknown[] }).numbers.push(number('4155550101'), number('4155550102'));
  accounts += 1;
  const account = attributes.account ?? `shop_${accounts}`;
  const shop = await fixture<LcNumberPurchase>(
    html`<lc-number-purchase
      api="/api"
      countries="US GB"
      .fetch=${host.fetch}
      account=${account}
    ></lc-number-purchase>`,
  );
  Object.assign(shop, attributes);
  const events: string[] = [];
  for (const name of [
    'verified',
    'dismissed',
    'review',
    'failed',
    'purchased',
    'statechange',
    'step',
    'querychange',
  ] as const)
    shop.addEventListener(name, (event) => events.push(event.type));
  const root = shop.shadowRoot!;
  const text = () => root.textContent!.replace(/\s+/g, ' ');
  const button = (label: string | RegExp) =>
    vi.waitFor(
      () => {
        const found = [...root.querySelectorAll('button')].find((candidate) =>
          (candidate.ariaLabel ?? candidate.textContent)!.match(label),
        );
        if (!found) throw new Error(`No button ${label} in: ${text()}`);
        return found;
      },
      { timeout: 10_000 },
    );
  const press = async (label: string | RegExp) => (await button(label)).click();
  const reads = (words: string | RegExp) => vi.waitFor(() => expect(text()).toMatch(words), { timeout: 20_000 });
  const order = async () => {
    await press(/^Find numbers/);
    await press(/^Choose \(415\) 555-0101/);
    await press(/^Buy number/);
  };
  const type = (digits: string) => {
    const input = root.querySelector<HTMLInputElement>('[name=digits]')!;
    input.value = digits;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  /** Chooses in the field of that name the option that reads so. */
  const pick = async (name: string, option: string) => {
    (
      await vi.waitFor(
        () =>
          root.querySelector<HTMLElement>(`[role=combobox][name=${name}]`) ?? Promise.reject(new Error(`No ${name}`)),
      )
    ).click();
    (
      await vi.waitFor(
        () =>
          [...root.querySelectorAll<HTMLElement>('[role=option]')].find(
            ({ textContent }) => textContent!.trim() === option,
          ) ?? Promise.reject(new Error(`No ${option}`)),
      )
    ).click();
    await shop.updateComplete;
  };
  const gate = root.querySelector<LcIdentityGate>('lc-identity-gate')!;
  return { shop, root, events, text, button, press, reads, order, type, pick, gate };
}

export const purchases = (host: TestHost) => host.requests.filter(({ path }) => path === 'purchases');
export const keys = (host: TestHost) => purchases(host).map(({ headers }) => headers.get('idempotency-key'));
