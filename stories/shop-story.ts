import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { AvailablePhoneNumber } from '../src/core/shop/number-contracts.js';
import type { LcNumberPurchase } from '../src/elements/shop/number-purchase.js';
import { apply, type Tokens } from './apply.js';
import { shopArgTypes } from './arg-types.js';
import { type Loaded, loadHost } from './gate-story.js';
import { type HostAnswers, memoryApi } from './memory-host.js';
import { said, saidAsAny } from './page-language.js';
import { patiently, withinShadow } from './within-shadow.js';

export type ShopArgs = Pick<
  LcNumberPurchase,
  'api' | 'account' | 'country' | 'countries' | 'mode' | 'numbers' | 'flow' | 'theme' | 'labels'
> &
  Tokens;

/**
 * What every story of the shop has; `parameters.host` names what its host does other than selling to a verified
 * account.
 */
export const shopDefaults = {
  component: 'lc-number-purchase',
  args: {
    api: memoryApi,
    account: 'loc_8f2k',
    countries: 'US CA PR',
    mode: 'single',
    flow: 'modal',
    theme: 'auto',
  } satisfies Partial<ShopArgs>,
  argTypes: shopArgTypes,
  // An order that another story has left would go on in this one.
  beforeEach: () => forgetOrders(),
  loaders: [
    ({ parameters }: { parameters: Record<string, unknown> }): Loaded =>
      loadHost({ ...selling, ...(parameters.host as Partial<HostAnswers>) }),
  ],
  render: (args: Partial<ShopArgs>, { loaded }: { loaded: Record<string, unknown> }): TemplateResult => html`
    <lc-number-purchase ${apply(args, { fetch: (loaded as unknown as Loaded).fetch })}>
      <a slot="privacy" href="#privacy">How we use your data</a>
      <a slot="support" href="#support">Contact support</a>
      <a slot="next" href="#settings">Set up call forwarding</a>
    </lc-number-purchase>
  `,
};

/** Removes every order that an earlier visit has left. */
export function forgetOrders(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith('lc-number-')) localStorage.removeItem(name);
}

const places = [
  ['415', 'San Francisco', 'CA'],
  ['212', 'New York', 'NY'],
  ['512', 'Austin', 'TX'],
  ['305', 'Miami', 'FL'],
] as const;

/** So many numbers of the range that is set aside for fiction (555-01xx), in places that differ. */
export const numbers = (count: number): AvailablePhoneNumber[] =>
  Array.from({ length: count }, (_, index) => {
    const [area, locality, region] = places[index % places.length]!;
    const line = String(100 + index).padStart(4, '0');
    return {
      phoneNumber: `+1${area}555${line}`,
      friendlyName: `(${area}) 555-${line}`,
      isoCountry: 'US',
      locality,
      region,
      numberType: 'local',
      addressRequirements: index % 4 === 2 ? 'any' : 'none',
      capabilities: { voice: true, SMS: true, MMS: index % 3 !== 1 },
      price: { number_type: 'local', price: 1.15, price_unit: 'USD' },
    };
  });

/** A host whose account is verified, with a few numbers that it sells. */
export const selling: HostAnswers = {
  status: { verified: true, status: 'approved' },
  inquiry: 'hangs',
  numbers: { fingerprintId: 'fp_1', numbers: numbers(6) },
  orders: { orders: [] },
  purchases: (order) => ({ numbers: order.numbers.map(({ phoneNumber }) => ({ phoneNumber, status: 'purchased' })) }),
};

/** The first number of every search. */
export const firstNumber = '(415) 555-0100';

export type Shop = ReturnType<typeof withinShadow>;

export const shopOf = (canvas: HTMLElement): LcNumberPurchase => canvas.querySelector('lc-number-purchase')!;

/** Searches without digits. */
export async function search(canvas: HTMLElement): Promise<Shop> {
  const shop = withinShadow(canvas, 'lc-number-purchase');
  // The form shows when its words are there.
  await userEvent.click(await shop.findByRole('button', { name: said('Find numbers') }, patiently));
  return shop;
}

/** Searches and chooses the first number: the review of the order. */
export async function choose(canvas: HTMLElement): Promise<Shop> {
  const shop = await search(canvas);
  await userEvent.click(await shop.findByRole('button', { name: said(`Choose ${firstNumber}`) }, patiently));
  await seesPanel(shop, 'Review your order');
  return shop;
}

/** Searches, chooses the first number and confirms the order. */
export async function buy(canvas: HTMLElement): Promise<Shop> {
  const shop = await choose(canvas);
  await userEvent.click(shop.getByRole('button', { name: said('Buy number') }));
  return shop;
}

/** Waits for the shop's screen with this heading, and makes sure that it shows. */
export async function seesPanel(shop: Shop, heading: string): Promise<void> {
  await waitFor(() => expect(shop.getByRole('heading', { name: saidAsAny(heading) })).toBeVisible(), patiently);
}
