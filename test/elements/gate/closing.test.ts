import { fixture, html } from '@open-wc/testing-helpers/pure';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { LcError, LcIdentityGate, LcNumberPurchase } from '../../../src/index.js';
import { dialogOf, gateFixture, primaryOf, reaches, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

afterEach(() => vi.restoreAllMocks());

async function inFlow(attributes: Partial<LcIdentityGate> = {}) {
  const made = await gateFixture(new TestHost(), attributes);
  made.trigger.click();
  await shows(made.gate, 'Verify your identity');
  await userEvent.click(primaryOf(made.gate));
  await vi.waitFor(() => expect(made.events).toContain('step id'), { timeout: 15_000 });
  made.gate.shadowRoot!.querySelector<HTMLElement>('h2')!.focus();
  return made;
}

const isAsking = (gate: LcIdentityGate) => gate.shadowRoot!.querySelector('.bar') !== null;
const frameOf = (gate: LcIdentityGate) => gate.shadowRoot!.querySelector('iframe')!;

describe('Escape', () => {
  it.each(['modal', 'inline'] as const)('asks, and to the question means "Stay", however often: %s', async (flow) => {
    const { gate } = await inFlow({ flow });
    const frame = frameOf(gate);
    const ask = () => gate.shadowRoot!.querySelector<HTMLElement>('[part="close"]')!.click();
    for (const _ of [1, 2, 3, 4]) {
      // A panel stands in the page, where Escape is the page's.
      if (flow === 'inline') ask();
      else await userEvent.keyboard('{Escape}');
      await vi.waitFor(() => expect(isAsking(gate)).toBe(true), { timeout: 10_000 });
      await gate.updateComplete;
      expect(gate.shadowRoot!.activeElement?.textContent).toBe('Stay');
      await userEvent.keyboard('{Escape}');
      await vi.waitFor(() => expect(isAsking(gate)).toBe(false), { timeout: 10_000 });
      expect(gate.status).toBe('verifying');
      expect(dialogOf(gate)?.matches(':modal') ?? true).toBe(true);
    }
    expect(frameOf(gate)).toBe(frame);
  });

  it('never leaves the state and the dialog apart when the browser closes it by force', async () => {
    const { gate } = await inFlow();
    for (const asking of [true, false, true]) {
      // What Chromium does at a second request to close without a press between.
      dialogOf(gate)!.close();
      await vi.waitFor(() => expect([isAsking(gate), dialogOf(gate)!.matches(':modal')]).toEqual([asking, true]), {
        timeout: 10_000,
      });
      expect(gate.status).toBe('verifying');
    }
  });

  it('closes what has nothing to lose', async () => {
    const { gate, trigger } = await gateFixture(new TestHost());
    await userEvent.click(trigger);
    await shows(gate, 'Verify your identity');
    await userEvent.keyboard('{Escape}');
    await reaches(gate, 'required');
    expect(dialogOf(gate)!.open).toBe(false);
  });
});

describe('close()', () => {
  it('lets go whoever waits for the status, and no dialog comes up later', async () => {
    const host = new TestHost();
    const answer = Promise.withResolvers<unknown>();
    host.answers.status = () => answer.promise;
    const { gate, trigger, clicks } = await gateFixture(host);
    trigger.click();
    const code = gate.ensureVerified().catch((error: LcError) => error.code);
    await reaches(gate, 'checking');
    gate.close();
    expect(await code).toBe('aborted');
    answer.resolve({ verified: false });
    await reaches(gate, 'required');
    await gate.updateComplete;
    expect(dialogOf(gate)?.open ?? false).toBe(false);
    expect(clicks).toHaveLength(0);
  });

  it('ends what was asked for before the rest of the script was there', async () => {
    const gate = document.createElement('lc-identity-gate');
    Object.assign(gate, { api: '/api', account: 'loc_early', fetch: new TestHost().fetch });
    document.body.append(gate);
    const code = gate.ensureVerified().catch((error: LcError) => error.code);
    gate.close();
    expect(await code).toBe('aborted');
    await reaches(gate, 'required');
    gate.remove();
  });
});

describe('Persona’s frame', () => {
  it('is told the page’s origin, which its allow-list judges by, also where the page tells nobody', async () => {
    const { gate } = await inFlow();
    expect(frameOf(gate).referrerPolicy).toBe('strict-origin');
  });
});

describe('a page that does not know its account yet', () => {
  it.each([
    ['lc-identity-gate', html`<lc-identity-gate api="/api"><button>Buy</button></lc-identity-gate>`],
    ['lc-number-purchase', html`<lc-number-purchase api="/api"></lc-number-purchase>`],
  ])('says nothing on the console: %s', async (_, template) => {
    const said = vi.spyOn(console, 'error');
    const host = new TestHost();
    const element = await fixture<LcIdentityGate | LcNumberPurchase>(template);
    element.fetch = host.fetch;
    const gate = element.shadowRoot!.querySelector('lc-identity-gate') ?? (element as LcIdentityGate);
    await gate.updateComplete;
    await gate.ensureVerified({ country: 'GB' });
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    element.dispatchEvent(new PointerEvent('pointerenter'));
    await element.updateComplete;
    element.account = 'loc_known_later';
    await reaches(gate, 'required');
    expect(host.count('status')).toBe(1);
    expect(said.mock.calls).toEqual([]);
  });
});
