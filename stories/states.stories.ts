import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, within } from 'storybook/test';
import manifest from '../custom-elements.json' with { type: 'json' };
import { picturesOf, wall } from './picture-wall.js';
import { gateStates, purchaseStates, searchStates } from './state-map.js';

const meta: Meta = {
  title: 'Start here/All states',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
};
export default meta;

/** What the manifest says of an element's states. */
const wordsOf = (tagName: string): Record<string, string> => {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations as Element[]);
  const states = elements.find((one) => one.tagName === tagName)?.cssStates ?? [];
  return Object.fromEntries(states.map(({ name, description }) => [name, description]));
};

interface Element {
  tagName?: string;
  cssStates?: { name: string; description: string }[];
}

const mapOf = (title: string, states: Record<string, readonly string[]>, words: Record<string, string>): StoryObj => ({
  render: () => html`
    <h1>${title}</h1>
    ${Object.entries(states).map(([state, stories]) =>
      wall(
        state,
        words[state] ?? '',
        stories.map((story) => picturesOf(story)),
      ),
    )}
  `,
  play: ({ canvasElement }) => {
    const page = within(canvasElement);
    expect(page.getAllByRole('heading', { level: 2 })).toHaveLength(Object.keys(states).length);
    expect(page.getAllByRole('link')).toHaveLength(Object.values(states).flat().length);
  },
});

/** The gate, from a page that knows nothing of its account to the decision. */
export const IdentityGate = mapOf('States of the gate', gateStates, wordsOf('lc-identity-gate'));

/** The shop's order, from choosing to the receipt. */
export const NumberPurchase = mapOf('States of the purchase', purchaseStates, wordsOf('lc-number-purchase'));

/** What the list of numbers is doing. */
export const Search = mapOf('States of the search', searchStates, {
  idle: 'Nobody has searched yet.',
  searching: 'The numbers are on their way.',
  found: 'There are numbers, or there are none.',
  abroad: 'What was meant is in another country.',
  paging: 'The numbers after these are on their way.',
  failed: 'The numbers could not be loaded.',
});
