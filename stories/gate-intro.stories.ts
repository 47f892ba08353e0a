import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, spyOn, within } from 'storybook/test';
import type { Action } from '../src/core/gate/actions.js';
import { labels } from '../src/locales/en.js';
import {
  asked,
  clickTrigger,
  type GateArgs,
  gateAround,
  gateDefaults,
  type Loaded,
  seesScreen,
  withAnotherWay,
} from './gate-story.js';
import { said } from './page-language.js';
import { patiently } from './within-shadow.js';

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

/** The device has no camera: the phone is named before anything is begun. */
export const NoCamera: Story = {
  beforeEach: () => {
    const spy = spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue([]);
    return () => spy.mockRestore();
  },
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const screen = await seesScreen(canvasElement, 'Verify your identity');
    await expect(await screen.findByText(said(labels.gate.intro.noCamera), {}, patiently)).toBeVisible();
    // The phone is what leads on, and comes first.
    const [, first] = screen.getAllByRole('button');
    await expect(first).toHaveTextContent(said('Continue on your phone'));
    await expect(first).toHaveClass('primary');
  },
};

/** The page knows another way, for those whom a camera or a selfie fails. */
export const AnotherWay: Story = {
  render: (args, { loaded }) => gateAround(args, loaded as Loaded, withAnotherWay()),
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const screen = await seesScreen(canvasElement, 'Verify your identity');
    await expect(screen.getByRole('heading', { name: said(labels.gate.alternative) })).toBeVisible();
    await expect(within(canvasElement).getByRole('link', { name: 'Verify with a person' })).toBeVisible();
  },
};

/** The page says in its own words and links what becomes of the data. */
export const PrivacyNotice: Story = {
  render: (args, { loaded }) =>
    gateAround(
      args,
      loaded as Loaded,
      html`<button class="guarded" type="button">Buy number</button>
        <span slot="privacy">Pictures are deleted after 30 days.</span>`,
    ),
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    await seesScreen(canvasElement, 'Verify your identity');
    const page = within(canvasElement);
    const words = [
      page.getByText('Pictures are deleted after 30 days.'),
      page.getByRole('link', { name: 'How we use your data' }),
    ];
    // What no slot takes is not shown, although nothing hides it.
    expect(words.map((word) => word.checkVisibility())).toEqual([true, true]);
  },
};
