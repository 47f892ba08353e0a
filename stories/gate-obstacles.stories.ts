import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, spyOn, userEvent, waitFor } from 'storybook/test';
import type { LcErrorCode } from '../src/core/errors.js';
import { apply } from './apply.js';
import {
  asked,
  clickTrigger,
  type GateArgs,
  gateAround,
  gateDefaults,
  inquiry,
  type Loaded,
  seesScreen,
} from './gate-story.js';
import type { HostAnswers } from './memory-host.js';
import './gate-screen-element.js';
import { said, saidAsAny } from './page-language.js';
import { patiently, withinShadow } from './within-shadow.js';

const meta: Meta<GateArgs> = {
  ...gateDefaults,
  title: 'Identity gate/Obstacles',
  render: (args, { loaded }) => gateAround(args, loaded as Loaded),
};
export default meta;

type Story = StoryObj<GateArgs>;

/** The host's status endpoint does this. */
const whenStatus = (status: HostAnswers['status'], heading: string): Story => ({
  parameters: { host: { status } },
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const screen = await seesScreen(canvasElement, heading);
    await expect(screen.getByRole('button', { name: said('Try again') })).toBeVisible();
  },
});

/** The browser has no network. */
export const Offline: Story = {
  ...whenStatus('unreachable', 'You’re offline'),
  beforeEach: () => {
    const spy = spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    return () => spy.mockRestore();
  },
};

/** The host's server cannot be reached. */
export const Unreachable = whenStatus('unreachable', 'The verification does not open');

/** The host's server has failed. */
export const ServerError = whenStatus({ error: 500 }, 'Something went wrong on our side');

/** Too many requests. */
export const RateLimited = whenStatus({ error: 429 }, 'Too many tries at once');

/** The session on the host's page has ended. */
export const Unauthorized = whenStatus({ error: 401 }, 'Please sign in again');

/** Anything else, here an endpoint that is not there; the console tells the page's engineers which. */
export const Other = whenStatus({ error: 404 }, 'The verification can’t start');

/** The host answers, but no inquiry can be had from it: another device may get through. */
export const InquiryUnreachable: Story = {
  parameters: { host: { status: asked, inquiry: 'unreachable' } },
  play: async ({ canvasElement }) => {
    await clickTrigger(canvasElement);
    const intro = await seesScreen(canvasElement, 'Verify your identity');
    await userEvent.click(intro.getByRole('button', { name: said('Continue') }));
    const screen = await seesScreen(canvasElement, 'The verification does not open');
    await expect(screen.getByRole('button', { name: said('Continue on your phone') })).toBeVisible();
    expect(screen.queryByRole('link', { name: said('Open in a new tab') })).toBeNull();
  },
};

/**
 * A code that comes from the browser or from Persona's page, in the middle of the flow: no answer of a host leads
 * there, so its screen is rendered alone. `first` is the primary button, `ways` are the others.
 */
const screenOnly = (
  code: LcErrorCode,
  heading: string,
  { ways, link, first = 'Try again' }: { ways: string[]; link?: string | undefined; first?: string },
): Story => ({
  render: ({ theme }) => {
    const state = { status: 'blocked', code, answer: { ...asked, required: true }, link };
    return html`<story-gate-screen ${apply({ theme }, { state })}>
      <a slot="support" href="#support">Contact support</a>
    </story-gate-screen>`;
  },
  play: async ({ canvasElement }) => {
    const screen = withinShadow(canvasElement, 'story-gate-screen');
    await waitFor(() => expect(screen.getByRole('heading', { name: saidAsAny(heading) })).toBeVisible(), patiently);
    const offered = [...screen.getAllByRole('button'), ...screen.queryAllByRole('link')].map((way) =>
      way.textContent?.trim(),
    );
    expect(offered.filter(Boolean)).toEqual([first, ...ways].map(said));
  },
});

/** The frame was loaded, but nothing in it speaks: another tab is not framed, and a phone has other extensions. */
export const FrameRefused = screenOnly('frame_refused', 'The verification can’t be shown here', {
  ways: ['Continue on your phone', 'Open in a new tab'],
  link: inquiry.oneTimeLink,
});

/** The page's Content-Security-Policy refuses Persona's frame. */
export const BlockedByPolicy = screenOnly('blocked_by_csp', 'The verification can’t be shown here', {
  first: 'Continue on your phone',
  ways: ['Try again', 'Open in a new tab'],
  link: inquiry.oneTimeLink,
});

/** The page's Permissions-Policy keeps the camera from Persona. */
export const CameraForbidden = screenOnly('camera_forbidden', 'The camera is turned off for this page', {
  first: 'Continue on your phone',
  ways: ['Try again', 'Open in a new tab'],
  link: inquiry.oneTimeLink,
});

/** The page is in another page's frame, which keeps the camera from it. */
export const OuterFrame = screenOnly('outer_frame', 'The camera is turned off here', {
  first: 'Continue on your phone',
  ways: ['Try again', 'Open in a new tab'],
  link: inquiry.oneTimeLink,
});

/** The page's Cross-Origin-Embedder-Policy refuses Persona's frame, and the browser knows no way around it. */
export const BlockedByEmbedderPolicy = screenOnly('blocked_by_coep', 'The verification can’t be shown here', {
  first: 'Continue on your phone',
  ways: ['Try again', 'Open in a new tab'],
  link: inquiry.oneTimeLink,
});

/** The page is not served over HTTPS; this host makes no links. */
export const InsecurePage = screenOnly('insecure_page', 'This page is not secure', {
  first: 'Continue on your phone',
  ways: ['Try again'],
});

/** Persona's page has reported an error. */
export const VendorError = screenOnly('vendor_error', 'The verification stopped', { ways: ['Continue on your phone'] });

/** The session of the inquiry is gone, twice in a row: elsewhere it would be as well. */
export const SessionLost = screenOnly('session_lost', 'The verification was interrupted', { ways: [] });
