import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { labels } from '../src/locales/en.js';
import type { Action } from '../src/core/actions.js';
import { asked, clickTrigger, gateAround, gateDefaults, seesScreen, type GateArgs, type Loaded } from './gate-story.js';
import { said } from './page-language.js';

const meta: Meta<GateArgs> = {
  ...gateDefaults,
  title: 'Identity gate/First screen',
  parameters: { host: { status: asked } },
  render: (args, { loaded }) => gateAround(args, loaded as Loaded),
};
export default meta;

type Story = StoryObj<GateArgs>;

/** The first screen says why this action needs a verification, and what to have at hand. */
const introOf = (action: Action): Story => ({
  args: { action },
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const screen = await seesScreen(canvasElement, 'Verify your identity');
    await expect(screen.getByText(said(labels.gate.intro.reason[action]), { exact: false })).toBeVisible();
    await expect(screen.getByRole('button', { name: said('Continue') })).toBeVisible();
    await expect(screen.getByRole('button', { name: said('Close') })).toBeVisible();
  },
});

export const NumberPurchase = introOf('number-purchase');
export const NumberPoolPurchase = introOf('number-pool-purchase');
export const BrandRegistration = introOf('a2p-brand-registration');
export const TollFreeVerification = introOf('toll-free-verification');
export const CallerName = introOf('cnam');
export const SignedCalls = introOf('shaken-stir');
