import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { intentStorage } from '../src/adapters/shop/intent-storage.js';
import { type KeptIntent, patience } from '../src/core/shop/purchase.js';
import { asked } from './gate-story.js';
import { said } from './page-language.js';
import { firstNumber, forgetOrders, numbers, type ShopArgs, seesPanel, shopDefaults } from './shop-story.js';
import { withinShadow } from './within-shadow.js';

const meta: Meta<ShopArgs> = { ...shopDefaults, title: 'Number purchase/An earlier visit' };
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
export const StillInReview = after(60_000, { parked: true }, 'Waiting for the review', 'Cancel this order', {
  status: { ...asked, status: 'needs_review' },
});
