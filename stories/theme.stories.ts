import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fireEvent, waitFor, within } from 'storybook/test';
import './theme-playground.js';
import { patiently, withinShadow } from './within-shadow.js';

const meta: Meta = {
  title: 'Start here/Theme',
  tags: ['!autodocs'],
  parameters: {
    layout: 'fullscreen',
    controls: { disable: true },
    // The same elements stand here twice, in light and dark.
    a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } },
  },
  render: () => html`<story-theme-playground></story-theme-playground>`,
};
export default meta;

/** Set colours, radius, font and density, see both elements in light and dark, and take the CSS along. */
export const Playground: StoryObj = {
  play: async ({ canvasElement }) => {
    const page = within(canvasElement);
    const gate = withinShadow(canvasElement, 'section:last-child lc-identity-gate');
    await gate.findByRole('heading', { level: 2 }, patiently);
    const shop = withinShadow(canvasElement, 'section:last-child lc-number-purchase');
    await shop.findAllByRole('listitem', {}, patiently);

    // As a picker does it; testing-library types no colours.
    fireEvent.input(page.getByLabelText('accent, light'), { target: { value: '#c0ffee' } });
    await waitFor(() => expect(page.getByText(/--lc-accent: light-dark\(#c0ffee, #8fb0ff\);/)).toBeVisible());
    expect(page.getAllByText(/too little/)).not.toHaveLength(0);
    page.getByRole('button', { name: 'Reset' }).click();
    await waitFor(() => expect(page.getByText('/* Nothing is changed yet. */')).toBeVisible());
    expect(page.queryByText(/too little/)).toBeNull();
  },
};
