import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { labels } from '../src/locales/en.js';
import { said, saidWith } from './page-language.js';
import { choose, firstNumber, numbers, type ShopArgs, search, shopDefaults } from './shop-story.js';
import { patiently, withinShadow } from './within-shadow.js';

const meta: Meta<ShopArgs> = { ...shopDefaults, title: 'Number purchase/Search' };
export default meta;

type Story = StoryObj<ShopArgs>;

/** Before the shop's code has come it is a plain field. */
const searchBox = (shop: ReturnType<typeof withinShadow>) =>
  shop.findByLabelText(said('Area code, city or digits'), {}, patiently);

/** What is there before anyone acts: the first numbers, as soon as the shop is seen and the page is idle. */
export const OnArrival: Story = {
  play: async ({ canvasElement }) => {
    const shop = withinShadow(canvasElement, 'lc-number-purchase');
    await expect(await shop.findByRole('button', { name: said('Find numbers') }, patiently)).toBeVisible();
    await expect(shop.getByRole('combobox', { name: said('Country') })).toHaveAttribute('value', 'US');
    await expect(await shop.findByText(said('6 numbers'), {}, patiently)).toBeVisible();
  },
};

/** What may be meant, while somebody types; nothing is chosen before they do. */
export const Suggestions: Story = {
  play: async ({ canvasElement }) => {
    const shop = withinShadow(canvasElement, 'lc-number-purchase');
    await shop.findByText(said('6 numbers'), {}, patiently);
    const box = shop.getByRole('combobox', { name: said('Area code, city or digits') });
    await userEvent.type(box, 'new');
    await expect(await shop.findByRole('option', { name: /New York, NY/ }, patiently)).toBeVisible();
    await expect(box).toHaveAttribute('aria-expanded', 'true');
  },
};

/** A place of another country is one press away. */
export const InAnotherCountry: Story = {
  play: async ({ canvasElement }) => {
    const shop = withinShadow(canvasElement, 'lc-number-purchase');
    await shop.findByText(said('6 numbers'), {}, patiently);
    const box = shop.getByRole('combobox', { name: said('Area code, city or digits') });
    await userEvent.type(box, 'Toronto{Enter}');
    await expect(await shop.findByText(/Toronto, ON/, { selector: '.notice' }, patiently)).toBeVisible();
    await expect(shop.getByRole('button', { name: saidWith(labels.purchase.abroad.search) })).toBeVisible();
  },
};

/** A choice list: above everything else, beside its field, with what is chosen marked. */
export const ChoiceList: Story = {
  play: async ({ canvasElement }) => {
    const shop = withinShadow(canvasElement, 'lc-number-purchase');
    await userEvent.click(await shop.findByRole('combobox', { name: said('Country') }, patiently));
    await expect((await shop.findAllByRole('option', {}, patiently))[0]).toHaveAttribute('aria-selected', 'true');
    expect(shop.getAllByRole('option')).toHaveLength(3);
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
    await userEvent.type(await searchBox(shop), '999');
    await search(canvasElement);
    await expect(await shop.findByText(said('No numbers match'), { selector: 'strong' }, patiently)).toBeVisible();
  },
};

/** The session on the page has ended: who signs in can go on. */
export const SearchUnauthorized: Story = {
  parameters: { host: { numbers: { error: 401 } } },
  play: async ({ canvasElement }) => {
    const shop = await search(canvasElement);
    await expect(await shop.findByText(said('Please sign in again'), { selector: 'strong' }, patiently)).toBeVisible();
    await expect(shop.getByRole('button', { name: said('Try again') })).toBeVisible();
  },
};

/** The numbers could not be loaded; what was typed is still there. */
export const SearchFailed: Story = {
  parameters: { host: { numbers: { error: 500 } } },
  play: async ({ canvasElement }) => {
    const shop = await search(canvasElement);
    await expect(
      await shop.findByText(said('The numbers could not be loaded'), { selector: 'strong' }, patiently),
    ).toBeVisible();
    await expect(shop.getByRole('button', { name: said('Try again') })).toBeVisible();
  },
};

/** What is bought and what it costs, before it is. */
export const Review: Story = {
  play: async ({ canvasElement }) => {
    const shop = await choose(canvasElement);
    await expect(shop.getByText(firstNumber)).toBeVisible();
    // Of the number, and of the order.
    expect(shop.getAllByText(/1[.,]15/)).toHaveLength(2);
    await expect(shop.getByRole('button', { name: said('Buy number') })).toBeVisible();
  },
};

/** Nothing fits exactly: the search was widened, and says so. */
export const NearAlternatives: Story = {
  parameters: {
    host: {
      numbers: (_: undefined, query: URLSearchParams) => ({ numbers: query.get('firstPart') ? [] : numbers(6) }),
    },
  },
  play: async ({ canvasElement }) => {
    const shop = withinShadow(canvasElement, 'lc-number-purchase');
    await userEvent.type(await searchBox(shop), '999');
    await search(canvasElement);
    await expect(await shop.findByText(/999/, { selector: '.notice' }, patiently)).toBeVisible();
    expect(shop.getAllByRole('listitem')).toHaveLength(6);
  },
};

/** Filters narrow the search as soon as they are set. */
export const Filtered: Story = {
  parameters: {
    host: {
      numbers: (_: undefined, query: URLSearchParams) => ({
        numbers: numbers(6).filter(({ capabilities }) => !query.get('mmsEnabled') || capabilities?.MMS),
      }),
    },
  },
  play: async ({ canvasElement }) => {
    const shop = await search(canvasElement);
    await userEvent.click(await shop.findByRole('checkbox', { name: 'MMS' }, patiently));
    await expect(await shop.findByText(said('4 numbers'), {}, patiently)).toBeVisible();
  },
};

/** The numbers after these are on their way. */
export const MoreOnTheirWay: Story = {
  parameters: {
    host: {
      numbers: (_: undefined, query: URLSearchParams) =>
        query.get('page') ? 'hangs' : { numbers: numbers(20), nextPage: '2' },
    },
  },
  play: async ({ canvasElement }) => {
    const shop = await search(canvasElement);
    await userEvent.click(await shop.findByRole('button', { name: said('Show more') }, patiently));
    expect(await shop.findAllByRole('listitem', {}, patiently)).toHaveLength(20);
  },
};

/** The numbers after these could not be loaded; those that are there stay. */
export const MoreFailed: Story = {
  parameters: {
    host: {
      numbers: (_: undefined, query: URLSearchParams) =>
        query.get('page') ? { error: 500 } : { numbers: numbers(20), nextPage: '2' },
    },
  },
  play: async ({ canvasElement }) => {
    const shop = await search(canvasElement);
    await userEvent.click(await shop.findByRole('button', { name: said('Show more') }, patiently));
    await expect(
      await shop.findByText(said('More numbers could not be loaded. Please try again.'), {}, patiently),
    ).toBeVisible();
    expect(shop.getAllByRole('listitem')).toHaveLength(20);
  },
};

/** Ten thousand numbers that the page gave: the list scrolls, and only what is near is in the document. */
export const TenThousand: Story = {
  args: { numbers: numbers(10_000) },
  play: async ({ canvasElement }) => {
    const shop = await search(canvasElement);
    const rows = await shop.findAllByRole('listitem', {}, patiently);
    expect(rows.length).toBeLessThan(200);
    expect(rows[0]).toHaveAttribute('aria-setsize', '10000');
  },
};

/** What a number needs is said before it is bought, and so is what is charged once. */
export const ReviewWithRequirements: Story = {
  parameters: {
    host: {
      numbers: {
        numbers: [
          {
            ...numbers(1)[0]!,
            addressRequirements: 'local',
            bundleRequired: true,
            price: { price: 2.5, setup_price: 5, price_unit: 'USD' },
          },
        ],
      },
    },
  },
  play: async ({ canvasElement }) => {
    const shop = await choose(canvasElement);
    expect(shop.getAllByRole('listitem')).toHaveLength(3);
    expect(shop.getAllByText(/5[.,]00/)).toHaveLength(2);
  },
};
