import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { Order } from '../src/core/shop/purchase.js';
import { said } from './page-language.js';
import { numbers, type Shop, type ShopArgs, search, seesPanel, shopDefaults } from './shop-story.js';
import { patiently } from './within-shadow.js';

const meta: Meta<ShopArgs> = {
  ...shopDefaults,
  title: 'Number purchase/Pool',
  args: { ...shopDefaults.args, mode: 'pool' },
};
export default meta;

type Story = StoryObj<ShopArgs>;

/** Searches and adds the first three numbers. */
async function add(canvas: HTMLElement): Promise<Shop> {
  const shop = await search(canvas);
  for (const { friendlyName } of numbers(3))
    await userEvent.click(await shop.findByRole('button', { name: said(`Add ${friendlyName}`) }, patiently));
  return shop;
}

async function buy(canvas: HTMLElement): Promise<Shop> {
  const shop = await add(canvas);
  await userEvent.click(shop.getByRole('button', { name: said('Review order') }));
  await userEvent.click(await shop.findByRole('button', { name: said('Buy pool') }, patiently));
  return shop;
}

/** Three numbers chosen, with their sum. */
export const Choosing: Story = {
  play: async ({ canvasElement }) => {
    const shop = await add(canvasElement);
    await expect(shop.getByText(said('3 numbers chosen'))).toBeVisible();
    await expect(shop.getByText(/3[.,]45/)).toBeVisible();
  },
};

/** The whole order before it is bought. */
export const Review: Story = {
  play: async ({ canvasElement }) => {
    const shop = await add(canvasElement);
    await userEvent.click(shop.getByRole('button', { name: said('Review order') }));
    await seesPanel(shop, 'Review your order');
    await expect(shop.getByRole('button', { name: said('Buy pool') })).toBeVisible();
  },
};

/** All of them bought. */
export const Receipt: Story = {
  play: async ({ canvasElement }) => {
    await seesPanel(await buy(canvasElement), '3 numbers are yours');
  },
};

/** One was gone: which were bought, and replacements for the rest. */
export const BoughtInPart: Story = {
  parameters: {
    host: {
      purchases: ({ numbers: ordered }: Order) => ({
        numbers: ordered.map(({ phoneNumber }, index) =>
          index === 1
            ? { phoneNumber, status: 'failed', code: 'number_unavailable' }
            : { phoneNumber, status: 'purchased' },
        ),
      }),
    },
  },
  play: async ({ canvasElement }) => {
    const shop = await buy(canvasElement);
    await seesPanel(shop, '2 numbers are yours');
    await expect(shop.getByRole('button', { name: said('Choose replacements') })).toBeVisible();
  },
};

/** Choosing the replacements: the list is fresh, and the pool says what it still needs. */
export const Replacing: Story = {
  ...BoughtInPart,
  play: async ({ canvasElement }) => {
    const shop = await buy(canvasElement);
    await userEvent.click(await shop.findByRole('button', { name: said('Choose replacements') }, patiently));
    await expect(
      await shop.findByText(said('Your pool still needs 1 number. Choose another one.'), {}, patiently),
    ).toBeVisible();
  },
};
