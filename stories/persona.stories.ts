import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import {
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
  title: 'Identity gate/Whole flow',
  // A new account with every showing begins from the start.
  args: { ...gateDefaults.args, api: '/persona-stand-in', account: undefined },
  loaders: [
    async () => {
      const { canAnswer, personaHost, personaInPage } = await import('../.storybook/stand-in/persona-in-page.js');
      return { account: crypto.randomUUID(), personaHost, fetch: canAnswer ? await personaInPage() : undefined };
    },
  ],
  render: (args, { loaded }) =>
    loaded.fetch
      ? gateAround(args, loaded as unknown as Loaded)
      : html`<p>
          The stand-in for Persona runs in this page, where browsers let it: open Storybook by
          <code>localhost</code> or by HTTPS.
        </p>`,
};
export default meta;

type Story = StoryObj<GateArgs>;

/** Continues to Persona's page, here the local stand-in, and waits until its first page shows. */
const opens: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await clickTrigger(canvasElement);
  const screen = await seesScreen(canvasElement, 'Verify your identity');
  await userEvent.click(screen.getByRole('button', { name: said('Continue') }));
  await waitFor(() => expect(gateOf(canvasElement).status).toBe('verifying'), patiently);
  // The heading says "Opening" until Persona's page has said that it is ready.
  await expect(
    await screen.findByRole('heading', { name: said('Identity verification by Persona') }, patiently),
  ).toBeInTheDocument();
  await expect(screen.getByTitle(said('Identity verification by Persona'))).toBeVisible();
};

/** Persona's own pages in our dialog: take it to the end with a picture from a file or the camera. */
export const InTheDialog: Story = { play: opens };

/** The same below the trigger, as tall as the page inside wants to be. */
export const InThePage: Story = { args: { flow: 'inline' }, play: opens };

/**
 * Closing in the middle asks back, because what was begun would be left. The flow stays as it is behind the question.
 */
export const AskedBeforeLeaving: Story = {
  play: async (context) => {
    await opens(context);
    const screen = withinShadow(context.canvasElement, 'lc-identity-gate');
    await userEvent.click(screen.getByRole('button', { name: said('Close') }));
    await expect(await screen.findByRole('alertdialog', { name: said('Leave the verification?') })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: said('Stay') }).matches(':focus')).toBe(true));
    expect(gateOf(context.canvasElement).status).toBe('verifying');
  },
};
