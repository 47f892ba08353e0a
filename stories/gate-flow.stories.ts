import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { GateState } from '../src/core/gate/gate.js';
import { labels } from '../src/locales/en.js';
import { apply } from './apply.js';
import { asked, type GateArgs, gateDefaults, inquiry } from './gate-story.js';
import './gate-screen-element.js';
import { said, saidAsAny } from './page-language.js';
import { patiently, withinShadow } from './within-shadow.js';

const meta: Meta<GateArgs> = { ...gateDefaults, title: 'Identity gate/During the checks' };
export default meta;

type Story = StoryObj<GateArgs>;

type Flow = Extract<GateState, { status: 'verifying' }>;

/** Our part of the dialog while Persona's page is in it, which here a blank page stands for. */
const during = (
  flow: Partial<Flow>,
  play: (screen: ReturnType<typeof withinShadow>) => Promise<void>,
  around: { inApp?: boolean; trouble?: 'offline' | 'silent' } = {},
): Story => ({
  render: ({ theme }) => {
    const state: Flow = {
      status: 'verifying',
      answer: { ...asked, required: true },
      renewing: false,
      inquiry,
      step: 'id',
      leaving: false,
      camera: 'unknown',
      ...flow,
    };
    return html`<story-gate-screen ${apply({ theme }, { state, ...around })}></story-gate-screen>`;
  },
  play: async ({ canvasElement }) => {
    const screen = withinShadow(canvasElement, 'story-gate-screen');
    await waitFor(
      () => expect(screen.getByRole('dialog', { name: said('Identity verification by Persona') })).toBeVisible(),
      patiently,
    );
    await play(screen);
  },
});

/** The second step: the ID is in. */
export const Selfie = during({ step: 'selfie' }, async (screen) => {
  expect(screen.getByRole('listitem', { current: 'step' })).toHaveTextContent(said('Selfie'));
  await expect(screen.getByTitle(said('Identity verification by Persona'))).toBeVisible();
});

/** Closing in the middle asks back, and staying is the answer at hand. */
export const Leaving = during({ leaving: true }, async (screen) => {
  await expect(screen.getByRole('alertdialog', { name: said('Leave the verification?') })).toBeVisible();
  await expect(screen.getByText(said(labels.gate.leave.text))).toBeVisible();
  await expect(screen.getByRole('button', { name: said('Leave') })).toBeVisible();
  expect(screen.getByRole('button', { name: said('Stay') }).matches(':focus')).toBe(true);
  expect(screen.getByTitle(said('Identity verification by Persona')).closest('[inert]')).not.toBeNull();
});

/** The person stays: the question goes, and Persona's page is as it was. */
export const Staying = during({ leaving: true }, async (screen) => {
  await userEvent.click(screen.getByRole('button', { name: said('Stay') }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  await expect(screen.getByTitle(said('Identity verification by Persona'))).toBeVisible();
});

/** The bar that offers another way, with these words. */
const trouble = (text: string, way: string, inApp: boolean) =>
  during(
    { step: 'selfie', camera: 'failed' },
    async (screen) => {
      await expect(screen.getByText(said(text))).toBeVisible();
      await expect(screen.getByRole('button', { name: said(way) })).toBeVisible();
    },
    { inApp },
  );

/** Persona's page could not use the camera: the flow goes on, and the phone is offered. */
export const CameraTrouble = trouble(labels.gate.cameraTrouble.text, 'Continue on your phone', false);

/** The same in a browser inside another app, which often gives no camera to anybody. */
export const CameraTroubleInApp = trouble(labels.gate.cameraTrouble.inApp, 'Open in your browser', true);

/** From there to the browser of one's own: the link to copy, and no code that only another device could read. */
export const FromAppToBrowser = during(
  { step: 'selfie', camera: 'failed' },
  async (screen) => {
    await userEvent.click(screen.getByRole('button', { name: said('Open in your browser') }));
    await waitFor(() => expect(screen.getByRole('heading', { name: saidAsAny('Open in your browser') })).toBeVisible());
    await expect(screen.getByRole('button', { name: said('Copy link') })).toBeVisible();
    expect(screen.queryByRole('img', { name: said('QR code of the link') })).toBeNull();
  },
  { inApp: true },
);

/** The network is gone in the middle of the flow: nothing to press, it goes on by itself. */
export const OfflineInTheFlow = during(
  { step: 'selfie' },
  async (screen) => {
    await expect(screen.getByText(said(labels.gate.flowTrouble.offline))).toBeVisible();
    expect(screen.queryByRole('button', { name: said('Load again') })).toBeNull();
  },
  { trouble: 'offline' },
);

/** Persona's page has said nothing for long: it can be loaded again, or left to the phone. */
export const SilentInTheFlow = during(
  { step: 'selfie' },
  async (screen) => {
    await expect(screen.getByText(said(labels.gate.flowTrouble.silent))).toBeVisible();
    await expect(screen.getByRole('button', { name: said('Load again') })).toBeVisible();
    await expect(screen.getByRole('button', { name: said('Continue on your phone') })).toBeVisible();
  },
  { trouble: 'silent' },
);

/** From the bar to the phone, with the link of the inquiry that has been begun. */
export const FromTroubleToPhone = during({ step: 'selfie', camera: 'failed' }, async (screen) => {
  await userEvent.click(screen.getByRole('button', { name: said('Continue on your phone') }));
  await waitFor(() => expect(screen.getByRole('heading', { name: saidAsAny('Continue on your phone') })).toBeVisible());
  expect((screen.getByRole('img', { name: said('QR code of the link') }) as HTMLCanvasElement).width).toBeGreaterThan(
    20,
  );
});
