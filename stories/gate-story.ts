import type { ArgTypes } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { actions } from '../src/core/gate/actions.js';
import type { LcIdentityGate } from '../src/elements/gate/identity-gate.js';
import { type HostAnswers, memoryApi, memoryHost } from './memory-host.js';
import { said } from './page-language.js';
import { patiently, withinShadow } from './within-shadow.js';

/** Custom properties by name, as controls. */
export type Tokens = Partial<Record<`--lc-${string}`, string>>;

export type GateArgs = Pick<
  LcIdentityGate,
  'api' | 'account' | 'action' | 'country' | 'number' | 'flow' | 'theme' | 'replay' | 'labels'
> &
  Tokens;

/** What a gate's story has loaded before it renders: the host in memory, which the play function may change. */
export interface Loaded {
  host: Partial<HostAnswers>;
  fetch: typeof fetch;
  /** An account of its own for this showing. */
  account?: string;
}

/** What every story of the gate has; a story names what its host answers in `parameters.host`. */
export const gateDefaults = {
  component: 'lc-identity-gate',
  args: {
    api: memoryApi,
    account: 'loc_8f2k',
    action: 'number-purchase',
    flow: 'modal',
    theme: 'auto',
  } satisfies Partial<GateArgs>,
  argTypes: {
    action: { control: 'select', options: actions },
    flow: { control: 'inline-radio', options: ['modal', 'inline'] },
    replay: { control: 'inline-radio', options: ['auto', 'confirm'] },
    theme: { control: false, description: 'Set by the toolbar.' },
    country: { control: 'select', options: [null, 'US', 'CA', 'PR', 'GB'] },
    number: { control: 'text' },
    labels: { control: 'object' },
  } satisfies Partial<ArgTypes<GateArgs>>,
  // A host of its own for every showing: what a play function changes must not last.
  loaders: [
    ({ parameters }: { parameters: Record<string, unknown> }): Loaded =>
      loadHost(parameters.host as Loaded['host'] | undefined),
  ],
};

/** A fresh host with these answers. */
export function loadHost(answers: Partial<HostAnswers> = {}): Loaded {
  const host = { ...answers };
  return { host, fetch: memoryHost(host) };
}

/** The answer for an account that nobody has asked yet. */
export const asked = { verified: false, status: 'none' } as const;

/** What a host answers that has made a link to its inquiry for other devices and tabs. */
export const inquiry = {
  inquiryId: 'inq_8f2k',
  oneTimeLink: 'https://inquiry.example/verify?code=us1-4hZq9Kx2mT7w',
} as const;

const seen = new WeakSet<Element>();

/**
 * Sets properties, and custom properties as styles. Those of `once` only when the element is new: Storybook loads them
 * again with every change of a control, and another host would begin the story anew.
 */
export const apply = (args: object, once: object = {}) =>
  ref((element) => {
    if (!(element instanceof HTMLElement)) return;
    if (!seen.has(element)) Object.assign(element, once);
    seen.add(element);
    for (const [name, value] of Object.entries(args)) {
      if (name.startsWith('--')) element.style.setProperty(name, String(value ?? ''));
      else if (name.includes('-'))
        element.toggleAttribute(name, value != null) && element.setAttribute(name, String(value));
      else if (value !== undefined) Object.assign(element, { [name]: value });
    }
  });

/** A gate around a button. */
export const gateAround = (
  args: Partial<GateArgs>,
  { fetch, account }: Partial<Loaded>,
  trigger: TemplateResult = guardedButton,
): TemplateResult => html`
  <lc-identity-gate ${apply(args, { fetch: fetch ?? null, ...(account && { account }) })}>
    ${trigger}
    <a slot="privacy" href="#privacy">How we use your data</a>
    <a slot="support" href="#support">Contact support</a>
  </lc-identity-gate>
`;

const guardedButton = html`<button class="guarded" type="button">Buy number</button>`;

export const gateOf = (canvas: HTMLElement): LcIdentityGate => canvas.querySelector('lc-identity-gate')!;

/** Clicks the guarded button, as the person does. */
export const clickTrigger = (canvas: HTMLElement): Promise<void> =>
  userEvent.click(within(canvas).getByRole('button', { name: 'Buy number' }));

/** Waits for the gate's screen with this heading, and makes sure that it shows. */
export async function seesScreen(canvas: HTMLElement, heading: string): Promise<ReturnType<typeof withinShadow>> {
  const screen = withinShadow(canvas, 'lc-identity-gate');
  // It fades in: present at first, visible a little later.
  await waitFor(() => expect(screen.getByRole('heading', { name: said(heading), level: 2 })).toBeVisible(), patiently);
  return screen;
}
