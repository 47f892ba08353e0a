import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { LcIdentityGate } from '../src/elements/gate/identity-gate.js';
import { apply, type Tokens } from './apply.js';
import { gateArgTypes } from './arg-types.js';
import { type HostAnswers, memoryApi, memoryHost } from './memory-host.js';
import { saidAsAny } from './page-language.js';
import { patiently, withinShadow } from './within-shadow.js';

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
  /** Where Persona's pages are, where there are any. */
  personaHost?: string;
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
  argTypes: gateArgTypes,
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

/** A gate around a button. */
export const gateAround = (
  args: Partial<GateArgs>,
  { fetch, account, personaHost }: Partial<Loaded>,
  trigger: TemplateResult = guardedButton,
): TemplateResult => html`
  <lc-identity-gate
    ${apply(args, { fetch: fetch ?? null, ...(account && { account }), ...(personaHost && { personaHost }) })}
  >
    ${trigger}
    <a slot="privacy" href="#privacy">How we use your data</a>
    <a slot="support" href="#support">Contact support</a>
  </lc-identity-gate>
`;

/** The guarded button, and a way of the page's own for those whom a camera fails. */
export const withAnotherWay = (): TemplateResult =>
  html`${guardedButton}<a slot="alternative" href="#person">Verify with a person</a>`;

const guardedButton = html`<button class="guarded" type="button">Buy number</button>`;

export const gateOf = (canvas: HTMLElement): LcIdentityGate => canvas.querySelector('lc-identity-gate')!;

/** Clicks the guarded button, as the person does. */
export const clickTrigger = (canvas: HTMLElement): Promise<void> =>
  userEvent.click(within(canvas).getByRole('button', { name: 'Buy number' }));

/** Waits for the gate's screen with this heading, and makes sure that it shows. */
export async function seesScreen(canvas: HTMLElement, heading: string): Promise<ReturnType<typeof withinShadow>> {
  const screen = withinShadow(canvas, 'lc-identity-gate');
  // It fades in: present at first, visible a little later.
  const name = saidAsAny(heading);
  await waitFor(() => expect(screen.getByRole('heading', { name, level: 2 })).toBeVisible(), patiently);
  return screen;
}
