import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import {
  asked,
  clickTrigger,
  type GateArgs,
  gateAround,
  gateDefaults,
  gateOf,
  type Loaded,
  seesScreen,
} from './gate-story.js';
import { said } from './page-language.js';
import { patiently, withinShadow } from './within-shadow.js';

const meta: Meta<GateArgs> = {
  ...gateDefaults,
  title: 'Identity gate/Before and after',
  render: (args, { loaded }) => gateAround(args, loaded as Loaded),
};
export default meta;

type Story = StoryObj<GateArgs>;

const bought = fn();

/** A verified account: the click goes on and nothing else is seen. */
export const VerifiedAccountPasses: Story = {
  parameters: { host: { status: { verified: true, status: 'approved' } } },
  render: (args, { loaded }) =>
    gateAround(
      args,
      loaded as Loaded,
      html`<button class="guarded" type="button" @click=${bought}>Buy number</button>`,
    ),
  play: async ({ canvasElement }) => {
    bought.mockClear();
    await clickTrigger(canvasElement);
    await waitFor(() => expect(bought).toHaveBeenCalledTimes(1), patiently);
    expect(gateOf(canvasElement).status).toBe('verified');
    expect(withinShadow(canvasElement, 'lc-identity-gate').queryByRole('dialog')).toBeNull();
  },
};

/** The page does not know its account yet: the button is there, and nobody is asked anything. */
export const NoAccountYet: Story = {
  args: { account: '' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Buy number' })).toBeVisible();
    expect(gateOf(canvasElement).status).toBe('idle');
  },
};

/** An account that is to be verified, before anybody presses: the page looks like any other. */
export const BeforeThePress: Story = {
  parameters: { host: { status: asked } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(gateOf(canvasElement).status).toBe('required'), patiently);
    expect(withinShadow(canvasElement, 'lc-identity-gate').queryByRole('dialog')).toBeNull();
  },
};

/** A number from a country that is not regulated: nobody is asked, whoever they are. */
export const OtherCountryPasses: Story = {
  args: { country: 'GB' },
  parameters: { host: { status: asked } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(gateOf(canvasElement).status).toBe('exempt'), patiently);
    await clickTrigger(canvasElement);
    expect(withinShadow(canvasElement, 'lc-identity-gate').queryByRole('dialog')).toBeNull();
  },
};

/** A form is guarded as a whole: its own checks come first, then the gate holds the submit. */
export const Form: Story = {
  parameters: { host: { status: asked } },
  render: (args, { loaded }) =>
    gateAround(
      args,
      loaded as Loaded,
      html`<form @submit=${(event: Event) => event.preventDefault()}>
        <label>Company name <input name="company" required /></label>
        <button class="guarded">Register brand</button>
      </form>`,
    ),
  args: { action: 'a2p-brand-registration' },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement);
    await userEvent.type(page.getByRole('textbox', { name: 'Company name' }), 'Harbor');
    await userEvent.click(page.getByRole('button', { name: 'Register brand' }));
    await seesScreen(canvasElement, 'Verify your identity');
  },
};

/** The status takes longer than half a second: the dialog says what is going on. */
export const Checking: Story = {
  parameters: { host: { status: 'hangs' } },
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    await seesScreen(canvasElement, 'Checking your account');
  },
};

/** The server has said yes while the dialog was open: it closes, the action runs, and a short message confirms it. */
export const Confirmation: Story = {
  parameters: { host: { status: asked } },
  play: async ({ canvasElement, loaded }) => {
    await clickTrigger(canvasElement);
    const screen = await seesScreen(canvasElement, 'Verify your identity');
    (loaded as Loaded).host.status = { verified: true, status: 'approved' };
    await gateOf(canvasElement).check();
    await waitFor(() => expect(screen.getByText(said('You’re verified'))).toBeVisible(), patiently);
    expect(screen.queryByRole('dialog')).toBeNull();
  },
};

/** Without a dialog: a panel below the trigger. */
export const Inline: Story = {
  args: { flow: 'inline' },
  parameters: { host: { status: asked } },
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const screen = await seesScreen(canvasElement, 'Verify your identity');
    expect(screen.queryByRole('dialog')).toBeNull();
  },
};

/**
 * On a page that reads from right to left everything is mirrored; there are no Arabic words yet, so English stands in.
 */
export const RightToLeft: Story = {
  parameters: { host: { status: asked } },
  render: (args, { loaded }) => html`<div dir="rtl">${gateAround(args, loaded as Loaded)}</div>`,
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const screen = await seesScreen(canvasElement, 'Verify your identity');
    expect(getComputedStyle(screen.getByRole('dialog')).direction).toBe('rtl');
  },
};
