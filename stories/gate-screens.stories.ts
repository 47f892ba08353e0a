import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, spyOn, userEvent, waitFor } from 'storybook/test';
import { labels } from '../src/locales/en.js';
import {
  asked,
  clickTrigger,
  type GateArgs,
  gateAround,
  gateDefaults,
  gateOf,
  inquiry,
  type Loaded,
  seesScreen,
  withAnotherWay,
} from './gate-story.js';
import type { HostAnswers } from './memory-host.js';
import { said, saidWith } from './page-language.js';
import { changeTimers } from './page-timers.js';
import { patiently } from './within-shadow.js';

const meta: Meta<GateArgs> = {
  ...gateDefaults,
  title: 'Identity gate/Screens',
  render: (args, { loaded }) => gateAround(args, loaded as Loaded),
};
export default meta;

type Story = StoryObj<GateArgs>;

/** The screen for an account with this status. */
const screenFor = (status: HostAnswers['status'], heading: string, says: string = heading): Story => ({
  parameters: { host: { status } },
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const screen = await seesScreen(canvasElement, heading);
    await expect(screen.getAllByText(said(says), { exact: false })[0]).toBeVisible();
  },
});

/** Before anything was given: why, what to have at hand, and what comes next. */
export const Intro = screenFor(asked, 'Verify your identity', 'You need');

const kyc = { verified: false, status: 'pending', steps: ['phone', 'id', 'selfie'] };

/** The template begins with the phone. */
export const PhoneFirst = screenFor({ ...kyc, status: 'none' }, 'Verify your identity', 'Your phone, for a code');

/** Back after a break: what is done, and that it goes on there. */
export const PickedUp = screenFor({ ...kyc, step: 'selfie' }, 'Pick up where you left off', 'ID done');

/** The phone has the flow, and this page follows it. */
export const PhoneConnected = screenFor({ ...kyc, step: 'selfie', device: 'other' }, 'Your phone is connected');

/** The host's link leads to this computer, as on the computer of whoever develops it. */
export const LinkOfThisComputer: Story = {
  parameters: { host: { status: kyc, inquiry: { ...inquiry, oneTimeLink: 'http://localhost:4001/verify?code=1' } } },
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const intro = await seesScreen(canvasElement, 'Verify your identity');
    await userEvent.click(intro.getByRole('button', { name: said('Continue on your phone') }));
    const screen = await seesScreen(canvasElement, 'Continue on your phone');
    await expect(screen.getByText(saidWith(labels.gate.handoff.onlyHere))).toBeVisible();
  },
};

/** The host and Persona's page take their time: the shape of what comes. After 12 s it would say what is wrong. */
export const Opening: Story = {
  parameters: { host: { status: asked, inquiry: 'hangs' } },
  beforeEach: changeTimers({ 12000: Infinity }),
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const screen = await seesScreen(canvasElement, 'Verify your identity');
    await userEvent.click(screen.getByRole('button', { name: said('Continue') }));
    await expect(
      await screen.findByRole('heading', { name: said('Opening the verification') }, patiently),
    ).toBeInTheDocument();
    expect(screen.getByRole('listitem', { current: 'step' })).toHaveTextContent(said('ID'));
  },
};

/**
 * Going on on the phone: a code to scan and the same link to copy. The page goes on by itself when the phone is done.
 */
export const Handoff: Story = {
  parameters: { host: { status: asked, inquiry } },
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const intro = await seesScreen(canvasElement, 'Verify your identity');
    await userEvent.click(intro.getByRole('button', { name: said('Continue on your phone') }));
    const screen = await seesScreen(canvasElement, 'Continue on your phone');
    await waitFor(
      () =>
        expect(
          (screen.getByRole('img', { name: said('QR code of the link') }) as HTMLCanvasElement).width,
        ).toBeGreaterThan(20),
      patiently,
    );
    expect(screen.getByRole('link')).toHaveAttribute('href', inquiry.oneTimeLink);
    await expect(screen.getByRole('button', { name: said('Copy link') })).toBeVisible();
    await expect(screen.getByRole('button', { name: said('Continue here instead') })).toBeVisible();
  },
};

/** The link has been copied, which the button says, and a screen reader too. */
export const HandoffCopied: Story = {
  ...Handoff,
  beforeEach: () => {
    const spy = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    return () => spy.mockRestore();
  },
  play: async (context) => {
    await Handoff.play?.(context);
    const screen = await seesScreen(context.canvasElement, 'Continue on your phone');
    await userEvent.click(screen.getByRole('button', { name: said('Copy link') }));
    await expect(await screen.findByRole('button', { name: said('Copied') }, patiently)).toBeVisible();
    expect(screen.getAllByRole('status').map((region: HTMLElement) => region.textContent)).toContain(said('Copied'));
    expect(navigator.clipboard.writeText).toHaveBeenCalledWith(inquiry.oneTimeLink);
  },
};

/** The ID and the selfie are in; the host's server has not decided yet. */
export const Confirming = screenFor(
  { verified: false, status: 'completed' },
  'Checking your result',
  'This usually takes a few seconds. There is nothing you need to do.',
);

/** After 20 s it says so; the person may close the dialog. */
export const ConfirmingTakesLong: Story = {
  ...screenFor({ verified: false, status: 'completed' }, 'Checking your result'),
  beforeEach: changeTimers({ 20000: 0 }),
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const screen = await seesScreen(canvasElement, 'Checking your result');
    await expect(await screen.findByText(said(labels.gate.confirming.slow), {}, patiently)).toBeVisible();
    const [, close] = screen.getAllByRole('button', { name: said('Close') });
    await expect(close!).toBeVisible();
  },
};

/** A person looks at it. */
export const Review = screenFor({ verified: false, status: 'needs_review' }, 'Your ID is being reviewed');

/** The answer was no. */
export const Declined = screenFor({ verified: false, status: 'declined' }, 'We could not verify your identity');

/** Failed too often. */
export const NoAttemptsLeft = screenFor(
  { verified: false, status: 'failed', attemptsLeft: 0 },
  'We could not verify your identity',
  'All attempts have been used.',
);

/** Failed, and it may be tried again. */
export const Retryable = screenFor(
  { verified: false, status: 'failed', attemptsLeft: 2 },
  'Let’s try that again',
  'You have 2 attempts left.',
);

/** Failed, and the page knows another way. */
export const RetryableAnotherWay: Story = {
  ...Retryable,
  render: (args, { loaded }) => gateAround(args, loaded as Loaded, withAnotherWay()),
  play: async (context) => {
    await Retryable.play?.(context);
    const screen = await seesScreen(context.canvasElement, 'Let’s try that again');
    await expect(screen.getByRole('heading', { name: said(labels.gate.alternative) })).toBeVisible();
  },
};

/** Failed, and it may be tried again later: the button waits as well. */
export const RetryableLater = screenFor(
  { verified: false, status: 'failed', attemptsLeft: 1, retryAt: new Date(Date.now() + 24 * 3_600_000).toISOString() },
  'Let’s try that again',
  'You have 1 attempt left.',
);

/** With `replay="confirm"`: verified, and what the person began goes on within their own press. */
export const GoOn: Story = {
  parameters: { host: { status: asked } },
  args: { replay: 'confirm' },
  play: async ({ canvasElement, loaded }) => {
    await clickTrigger(canvasElement);
    await seesScreen(canvasElement, 'Verify your identity');
    (loaded as Loaded).host.status = { verified: true, status: 'approved' };
    await gateOf(canvasElement).check();
    const screen = await seesScreen(canvasElement, 'You’re verified');
    await expect(screen.getByRole('button', { name: said('Continue') })).toBeVisible();
  },
};
