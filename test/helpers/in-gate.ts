import { fixture, html } from '@open-wc/testing-helpers/pure';
import { vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { LcIdentityGate } from '../../src/index.js';
import type { TestHost } from './test-host.js';

let accounts = 0;

export interface GateFixture {
  gate: LcIdentityGate;
  trigger: HTMLButtonElement;
  /** Clicks that came through to the page. */
  clicks: MouseEvent[];
  /** The gate's events, by name. */
  events: string[];
}

const names = ['verified', 'review', 'declined', 'dismissed', 'failed', 'step', 'statechange'] as const;

/** A guarded button with an account of its own, so that tests share no reader. */
export async function gateFixture(host: TestHost, attributes: Partial<LcIdentityGate> = {}): Promise<GateFixture> {
  accounts += 1;
  const gate = await fixture<LcIdentityGate>(
    html`<lc-identity-gate api="/api" .fetch=${host.fetch} account=${`loc_${accounts}`}>
      <button>Buy</button>
    </lc-identity-gate>`,
  );
  const clicks: MouseEvent[] = [];
  const events: string[] = [];
  for (const name of names) {
    gate.addEventListener(name, (event) => {
      const { code, step, status } = (event as unknown as CustomEvent<Record<string, string>>).detail;
      events.push([name, code ?? step ?? status].filter(Boolean).join(' '));
    });
  }
  Object.assign(gate, attributes);
  const trigger = gate.querySelector('button')!;
  trigger.addEventListener('click', (event) => clicks.push(event));
  return { gate, trigger, clicks, events };
}

/** Waits until the gate has this status. */
export const reaches = (gate: LcIdentityGate, status: LcIdentityGate['status']): Promise<void> =>
  vi.waitFor(
    () => {
      if (gate.status !== status) throw new Error(`The gate is "${gate.status}", not "${status}".`);
    },
    { timeout: 20_000, interval: 20 },
  );

const shadow = (gate: LcIdentityGate) => gate.shadowRoot!;

export const dialogOf = (gate: LcIdentityGate): HTMLDialogElement | null => shadow(gate).querySelector('dialog');
export const headingOf = (gate: LcIdentityGate): string => shadow(gate).querySelector('h2')?.textContent?.trim() ?? '';
export const primaryOf = (gate: LcIdentityGate): HTMLButtonElement => shadow(gate).querySelector('[part="button"]')!;
export const closeOf = (gate: LcIdentityGate): HTMLButtonElement => shadow(gate).querySelector('[part="close"]')!;

/** Closes the dialog as a person does. */
export async function leave(gate: LcIdentityGate): Promise<void> {
  await userEvent.click(closeOf(gate));
  await gate.updateComplete;
  // In the middle of the flow the gate asks back.
  shadow(gate).querySelector<HTMLButtonElement>('.bar .secondary')?.click();
  await reaches(gate, 'required');
}

/** Waits until a screen with this heading is shown. */
export const shows = (gate: LcIdentityGate, heading: string | RegExp): Promise<void> =>
  vi.waitFor(
    () => {
      const shown = headingOf(gate);
      if (!(typeof heading === 'string' ? shown === heading : heading.test(shown)))
        throw new Error(`The gate shows "${shown}".`);
    },
    { timeout: 20_000, interval: 20 },
  );
