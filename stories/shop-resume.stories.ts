import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { intentStorage } from '../src/adapters/shop/intent-storage.js';
import { type KeptIntent, patience } from '../src/core/shop/purchase.js';
import { labels } from '../src/locales/en.js';
import { asked, loadHost } from './gate-story.js';
import type { OrdersAnswer } from './memory-host.js';
import { said, saidWith } from './page-language.js';
import { choose, firstNumber, forgetOrders, numbers, type ShopArgs, seesPanel, shopDefaults } from './shop-story.js';
import { patiently, withinShadow } from './within-shadow.js';

const meta: Meta<ShopArgs> = { ...shopDefaults, title: 'Number purchase/Coming back' };
export default meta;

type Story = StoryObj<ShopArgs>;

/** A visit that left an order so long ago, and what the shop shows when the person is back. */
const after = (ago: number, more: Partial<KeptIntent>, heading: string, button: string, host: object = {}): Story => ({
  parameters: { host },
  beforeEach: () => {
    forgetOrders();
    const [offer] = numbers(1);
    const ordered = {
      phoneNumber: offer!.phoneNumber,
      countryCode: 'US',
      numberType: 'local',
      locality: offer!.locality!,
      region: offer!.region!,
      fingerprintId: null,
    } as const;
    intentStorage().keep({
      order: { account: shopDefaults.args.account, numbers: [ordered] },
      offers: [offer!],
      id: 'order-1',
      idempotencyKey: crypto.randomUUID(),
      touchedAt: Date.now() - ago,
      parked: false,
      sent: false,
      ...more,
    });
  },
  play: async ({ canvasElement }) => {
    const shop = withinShadow(canvasElement, 'lc-number-purchase');
    await seesPanel(shop, heading);
    if (button) await expect(shop.getByRole('button', { name: said(button) })).toBeVisible();
  },
});

/** Within half an hour it goes on by itself. */
export const GoesOn = after(60_000, {}, `${firstNumber} is yours`, 'Find another number');

/** Later it asks, with one click. */
export const AsksAgain = after(patience + 60_000, {}, `Do you still want ${firstNumber}?`, 'Yes, buy now');

/** It was sent long ago, and nobody knows what became of it. */
export const AsksWhetherBought = after(patience + 60_000, { sent: true }, `Did we buy ${firstNumber}?`, 'Find out now');

/** Its review is still going on. */
export const StillInReview = after(60_000, { parked: true }, 'Waiting for the review', 'Cancel order', {
  status: { ...asked, status: 'needs_review' },
});

const finishBy = new Date(Date.now() + 20 * 60 * 60 * 1000).toISOString();
/** An order that the host keeps, as another device has left it. */
const kept = (status: string, count = 1): { orders: OrdersAnswer; status: object } => ({
  orders: {
    orders: [
      {
        id: 'ord_1',
        status,
        finishBy,
        numbers: numbers(count),
        ...(count > 1 ? { pool: { name: 'Support' } } : {}),
      },
    ],
    finish: 24 * 60 * 60,
  },
  status: { ...asked, status: 'needs_review' },
});

let devices = 0;
/** Each with an account of its own, because a page keeps a host's answer for a moment. */
function elsewhere(host: object, play: Story['play']): Story {
  devices += 1;
  return { args: { account: `loc_device_${devices}` }, parameters: { host }, play: play! };
}

/** Another device has left it with the host, which waits for the approval. */
export const WaitsAtTheHost = elsewhere(kept('waiting'), async ({ canvasElement }) => {
  const shop = withinShadow(canvasElement, 'lc-number-purchase');
  await seesPanel(shop, 'Your order is waiting');
  await expect(shop.getByRole('button', { name: said('Find another number') })).toBeVisible();
});

/** The same with several numbers. */
export const PoolWaitsAtTheHost = elsewhere(kept('waiting', 3), async ({ canvasElement }) => {
  await seesPanel(withinShadow(canvasElement, 'lc-number-purchase'), 'Your order is waiting');
});

/** The host is buying it, here or anywhere. */
export const HostIsBuying = elsewhere(kept('buying'), async ({ canvasElement }) => {
  await seesPanel(withinShadow(canvasElement, 'lc-number-purchase'), `Buying ${firstNumber}`);
});

/** Cancelled: back to the search, with one sentence. */
export const Cancelled: Story = {
  args: { account: 'loc_cancelled' },
  // Made anew, because cancelling changes it.
  loaders: [() => loadHost(kept('waiting') as never)],
  play: async ({ canvasElement }) => {
    const shop = withinShadow(canvasElement, 'lc-number-purchase');
    await seesPanel(shop, 'Your order is waiting');
    await userEvent.click(shop.getByRole('button', { name: said('Cancel order') }));
    await shop.findByText(said('Your order was cancelled. Nothing was bought.'), undefined, patiently);
  },
};

/** It cannot be cancelled at the moment. */
export const NotCancelled = elsewhere(
  { ...kept('waiting'), orders: () => kept('waiting').orders },
  async ({ canvasElement }) => {
    const shop = withinShadow(canvasElement, 'lc-number-purchase');
    await seesPanel(shop, 'Your order is waiting');
    await userEvent.click(shop.getByRole('button', { name: said('Cancel order') }));
    await shop.findByText(said('Your order could not be cancelled. Please try again.'), undefined, patiently);
  },
);

/** What is read before confirming, where the host finishes what a review holds up. */
export const ReviewSaysSo = elsewhere(
  { status: { verified: false }, orders: { orders: [], finish: 24 * 60 * 60 } },
  async ({ canvasElement }) => {
    const shop = await choose(canvasElement);
    await shop.findByText(saidWith(labels.purchase.identity.finish), undefined, patiently);
  },
);
