import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { labels } from '../src/locales/en.js';
import { asked, type Loaded } from './gate-story.js';
import type { HostAnswers } from './memory-host.js';
import { said, saidWith } from './page-language.js';
import { changeTimers } from './page-timers.js';
import { buy, choose, firstNumber, numbers, type ShopArgs, seesPanel, shopDefaults, shopOf } from './shop-story.js';
import { patiently, withinShadow } from './within-shadow.js';

const meta: Meta<ShopArgs> = { ...shopDefaults, title: 'Number purchase/Purchase' };
export default meta;

type Story = StoryObj<ShopArgs>;

/** The screen after buying, when the purchase endpoint does this. */
const whenBuying = (purchases: HostAnswers['purchases'] | undefined, heading: string): Story => ({
  parameters: purchases && { host: { purchases } },
  play: async ({ canvasElement }) => {
    await seesPanel(await buy(canvasElement), heading);
  },
});

/** Nobody has verified this account yet: the gate opens, and the order waits behind it. */
export const WaitingForTheGate: Story = {
  parameters: { host: { status: asked } },
  play: async ({ canvasElement }) => {
    await buy(canvasElement);
    const gate = withinShadow(canvasElement, 'lc-number-purchase', 'lc-identity-gate');
    await waitFor(
      () => expect(gate.getByRole('heading', { name: said('Verify your identity') })).toBeVisible(),
      patiently,
    );
    expect(shopOf(canvasElement).status).toBe('gating');
  },
};

/** The person has left the review: the order stays, and is carried out when the answer comes. */
export const ParkedInReview: Story = {
  parameters: { host: { status: { verified: false, status: 'needs_review' } } },
  play: async ({ canvasElement }) => {
    const shop = await buy(canvasElement);
    const gate = withinShadow(canvasElement, 'lc-number-purchase', 'lc-identity-gate');
    await gate.findByRole('heading', { name: said('Your ID is being reviewed') }, patiently);
    await userEvent.click(gate.getAllByRole('button', { name: said('Close') })[0]!);
    await seesPanel(shop, 'Waiting for the review');
    await expect(shop.getByRole('button', { name: said('Cancel order') })).toBeVisible();
  },
};

/** The purchase is under way. After 30 s without an answer it would say that it is checking. */
export const Buying: Story = {
  ...whenBuying('hangs', `Buying ${firstNumber}`),
  beforeEach: changeTimers({ 30000: Infinity }),
};

/** The answer was lost: the same purchase is asked for again, under the same key, until there is one. */
export const CheckingALostAnswer = whenBuying('unreachable', 'We’re checking your purchase');

/** Bought. */
export const Receipt = whenBuying(undefined, `${firstNumber} is yours`);

/** The payment did not go through. */
export const PaymentRequired = whenBuying({ error: 402, code: 'payment_required' }, 'The payment did not go through');

/** Too many requests. */
export const RateLimited = whenBuying({ error: 429 }, 'Too many tries at once');

/** The session on the host's page has ended. */
export const Unauthorized = whenBuying({ error: 401 }, 'Please sign in again');

/** The host's server does not take the verification, although its status endpoint says so. */
export const VerificationNotTaken = whenBuying(
  { error: 403, code: 'verification_required' },
  'The verification is not confirmed yet',
);

/** The plan is full. */
export const PlanLimit = whenBuying({ error: 403, code: 'plan_limit' }, 'Your plan has no room for more numbers');

/** An address is missing. */
export const AddressRequired = whenBuying({ error: 422, code: 'address_required' }, 'An address is missing');

/** Documents for the regulator are missing. */
export const BundleRequired = whenBuying({ error: 422, code: 'bundle_required' }, 'Documents are missing');

/** Refused for another reason. */
export const PurchaseFailed = whenBuying({ error: 422, code: 'purchase_failed' }, 'Your order did not go through');

/** Waits until the shop's first status region says it. */
const isHeard = (shop: ReturnType<typeof withinShadow>, words: string | RegExp) =>
  waitFor(() => expect(shop.getAllByRole('status')[0]).toHaveTextContent(words), patiently);

/** Somebody else was faster: back to the list, which is fresh and does not hold the number any more. */
export const NumberTaken: Story = {
  parameters: { host: { purchases: { error: 409, code: 'number_unavailable' } } },
  play: async ({ canvasElement, loaded }) => {
    const shop = await choose(canvasElement);
    (loaded as Loaded).host.numbers = { numbers: numbers(7).slice(1) };
    await userEvent.click(shop.getByRole('button', { name: said('Buy number') }));
    await isHeard(shop, saidWith(labels.purchase.notice.number_unavailable!));
    await waitFor(
      () => expect(shop.queryByRole('button', { name: said(`Choose ${firstNumber}`) })).toBeNull(),
      patiently,
    );
    await expect(shop.getByRole('button', { name: said('Find numbers') })).toBeVisible();
  },
};

/** The identity was declined: the order is still there, with the reason. */
export const Declined: Story = {
  parameters: { host: { status: { verified: false, status: 'declined' } } },
  play: async ({ canvasElement }) => {
    const shop = await choose(canvasElement);
    await isHeard(shop, said(labels.purchase.identity.declined));
    expect(shop.queryByRole('button', { name: said('Buy number') })).toBeNull();
  },
};
