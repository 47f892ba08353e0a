import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { choose, firstNumber, numbers, search, shopDefaults, type ShopArgs } from './shop-story.js';
import { patiently, withinShadow } from './within-shadow.js';
import { said } from './page-language.js';

const meta: Meta<ShopArgs> = { ...shopDefaults, title: 'Number purchase/Search' };
export default meta;

type Story = StoryObj<ShopArgs>;

/** What is there before anyone acts. */
export const BeforeSearching: Story = {
  play: async ({ canvasElement }) => {
    const shop = withinShadow(canvasElement, 'lc-number-purchase');
    await expect(await shop.findByRole('button', { name: said('Find numbers') }, patiently)).toBeVisible();
    await expect(shop.getByRole('combobox', { name: said('Country') })).toHaveValue('US');
  },
};

/** The shape of what comes. */
export const Searching: Story = {
  parameters: { host: { numbers: 'hangs' } },
  play: async ({ canvasElement }) => {
    const shop = await search(canvasElement);
    await expect(await shop.findByText(said('Looking for numbers'), {}, patiently)).toBeVisible();
  },
};

/** A few numbers, each with its place, what it can be used for, its price and one button. */
export const Results: Story = {
  play: async ({ canvasElement }) => {
    const shop = await search(canvasElement);
    await expect(await shop.findByText(said('6 numbers'), {}, patiently)).toBeVisible();
    await expect(shop.getByRole('button', { name: said(`Choose ${firstNumber}`) })).toBeVisible();
    expect(shop.getAllByText(said('Address needed'))).toHaveLength(1);
  },
};

/** More numbers than one look takes in: twenty first, then twenty more. */
export const ManyResults: Story = {
  parameters: { host: { numbers: { numbers: numbers(45) } } },
  play: async ({ canvasElement }) => {
    const shop = await search(canvasElement);
    await expect(await shop.findByText(said('45 numbers'), {}, patiently)).toBeVisible();
    expect(shop.getAllByRole('listitem')).toHaveLength(20);
    await userEvent.click(shop.getByRole('button', { name: said('Show more') }));
    expect(await shop.findAllByRole('listitem')).toHaveLength(40);
  },
};

/** No number fits. */
export const NothingFound: Story = {
  parameters: { host: { numbers: { numbers: [] } } },
  play: async ({ canvasElement }) => {
    const shop = withinShadow(canvasElement, 'lc-number-purchase');
    await userEvent.type(await shop.findByRole('textbox', { name: said('Area code or digits') }, patiently), '999');
    await search(canvasElement);
    await expect(await shop.findByText(said('No numbers match'), {}, patiently)).toBeVisible();
  },
};

/** The numbers could not be loaded; what was typed is still there. */
export const SearchFailed: Story = {
  parameters: { host: { numbers: { error: 500 } } },
  play: async ({ canvasElement }) => {
    const shop = await search(canvasElement);
    await expect(await shop.findByText(said('The numbers could not be loaded'), {}, patiently)).toBeVisible();
    await expect(shop.getByRole('button', { name: said('Try again') })).toBeVisible();
  },
};

/** What is bought and what it costs, before it is. */
export const Review: Story = {
  play: async ({ canvasElement }) => {
    const shop = await choose(canvasElement);
    await expect(shop.getByText(firstNumber)).toBeVisible();
    await expect(shop.getByText(/1[.,]15/)).toBeVisible();
    await expect(shop.getByRole('button', { name: said('Buy number') })).toBeVisible();
  },
};
