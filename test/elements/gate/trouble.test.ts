import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import type { LcIdentityGate } from '../../../src/index.js';
import { gateFixture, primaryOf, reaches, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const bar = (gate: LcIdentityGate) => gate.shadowRoot!.querySelector('.bar');
const button = (gate: LcIdentityGate, label: string) =>
  [...gate.shadowRoot!.querySelectorAll('button')].find((candidate) => candidate.textContent!.trim() === label)!;
const reported = () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  return (text: string) => said.mock.calls.flat().filter((line) => String(line).includes(text));
};

/** The browser says that its network has gone, or is back. */
function turnNetwork(isOnline: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
}

async function opened(host: TestHost) {
  const fixture = await gateFixture(host);
  fixture.trigger.click();
  await shows(fixture.gate, 'Verify your identity');
  return fixture;
}

async function inFlow(host = new TestHost()) {
  const fixture = await opened(host);
  primaryOf(fixture.gate).click();
  await vi.waitFor(() => expect(fixture.events).toContain('step id'), { timeout: 15_000 });
  return { ...fixture, host };
}

/** Persona's page says something of no meaning, so that everything it has said before has arrived. */
const speak = (gate: LcIdentityGate) => {
  const containerId = new URL(gate.shadowRoot!.querySelector('iframe')!.src).searchParams.get('container-id');
  return commands.inFrame(
    `parent.postMessage(${JSON.stringify({ containerId, name: 'page-change', metadata: {} })}, '*')`,
  );
};

describe('a network that is lost inside the flow', () => {
  it('is said beside Persona’s page, which stays, and goes when it is back', async () => {
    const { gate, events } = await inFlow();
    const frame = gate.shadowRoot!.querySelector('iframe');
    turnNetwork(false);
    await vi.waitFor(() => expect(bar(gate)?.textContent).toContain('You’re offline.'), { timeout: 10_000 });
    expect(events.filter((name) => name === 'failed offline')).toHaveLength(1);
    await expect(gate).to.be.accessible();
    turnNetwork(true);
    await vi.waitFor(() => expect(bar(gate)).toBeNull(), { timeout: 10_000 });
    expect(gate.status).toBe('verifying');
    expect(gate.shadowRoot!.querySelector('iframe')).toBe(frame);
  });

  it('is the reason when Persona’s page reports an error of its own', async () => {
    const said = reported();
    const { gate, events } = await inFlow();
    turnNetwork(false);
    const containerId = new URL(gate.shadowRoot!.querySelector('iframe')!.src).searchParams.get('container-id');
    const error = { status: 0, code: 'application_error' };
    await commands.inFrame(
      `parent.postMessage(${JSON.stringify({ containerId, name: 'error', metadata: {}, error })}, '*')`,
    );
    await shows(gate, 'You’re offline');
    expect(events).not.toContain('failed vendor_error');
    expect(said('application_error')).toHaveLength(1);
  });

  it('lets what it stopped go on by itself when it is back', async () => {
    reported();
    const { gate, events } = await opened(new TestHost());
    turnNetwork(false);
    primaryOf(gate).click();
    await shows(gate, 'You’re offline');
    turnNetwork(true);
    await vi.waitFor(() => expect(events).toContain('step id'), { timeout: 15_000 });
  });

  it('opens nothing for somebody who has closed the dialog meanwhile', async () => {
    reported();
    const host = new TestHost();
    const { gate } = await opened(host);
    turnNetwork(false);
    primaryOf(gate).click();
    await shows(gate, 'You’re offline');
    gate.close();
    await reaches(gate, 'required');
    const asked = host.count('inquiry');
    turnNetwork(true);
    await gate.updateComplete;
    expect([gate.status, host.count('inquiry')]).toEqual(['required', asked]);
  });
});

describe('a page of Persona that hangs', () => {
  async function hanging() {
    const said = reported();
    const host = new TestHost();
    host.answers.inquiry = async () => ({ ...(await host.inquiry()), personaHost: inject('persona').host });
    const { gate, events } = await opened(host);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    primaryOf(gate).click();
    await vi.waitUntil(() => events.includes('step id'), { timeout: 15_000 });
    await speak(gate);
    vi.advanceTimersByTime(120_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(bar(gate)?.textContent).toContain('Is nothing happening?'), { timeout: 10_000 });
    return { gate, events, host, said };
  }

  it('is said after two minutes without a word, once to the page and its engineers, and stays open', async () => {
    const { gate, events, said } = await hanging();
    expect(events.filter((name) => name === 'failed frame_silent')).toHaveLength(1);
    // The words for engineers are in a part of the script that is loaded for them.
    await vi.waitFor(() => expect(said('has said nothing for long')).toHaveLength(1));
    expect(gate.status).toBe('verifying');
    expect(button(gate, 'Continue on your phone')).toBeDefined();
    await expect(gate).to.be.accessible();
    expect(await gate.diagnose()).toContain('last failed: frame_silent');
    await speak(gate);
    await vi.waitFor(() => expect(bar(gate)).toBeNull(), { timeout: 10_000 });
  });

  it('can be loaded again where it was left', async () => {
    const { gate, events, host } = await hanging();
    events.length = 0;
    button(gate, 'Load again').click();
    await vi.waitFor(() => expect(events).toContain('step id'), { timeout: 15_000 });
    expect(host.bodies('inquiry').at(-1)).toMatchObject({ renew: true });
    expect(bar(gate)).toBeNull();
  });
});

describe('diagnose', () => {
  it('names where the page stands, what it may use, and which endpoints are set', async () => {
    const said = reported();
    const { gate, host } = await inFlow();
    const containerId = new URL(gate.shadowRoot!.querySelector('iframe')!.src).searchParams.get('container-id');
    await commands.inFrame(
      `parent.postMessage(${JSON.stringify({ containerId, name: 'load-camera-failed', metadata: {} })}, '*')`,
    );
    await vi.waitFor(() => expect(said('could not use a camera')).toHaveLength(1), { timeout: 10_000 });
    const report = await gate.diagnose();
    for (const line of [
      '<lc-identity-gate> verifying',
      'last failed: no_camera',
      'endpoints: status this origin, inquiry this origin, fetch of the page',
      `persona: ${inject('persona').origin}`,
      'content security policy: has refused nothing',
      `page: ${location.origin}, in a frame of `,
      'camera allowed to the page: yes, to Persona: yes',
      'secure: true, cross-origin isolated: false, online: true',
      'in-app browser: no',
    ])
      expect(report).toContain(line);
    expect(report).not.toContain((await host.inquiry()).sessionToken);
    expect(report).not.toContain((await host.inquiry()).inquiryId);
    expect(report).not.toContain(gate.account);
  });

  it('says what is not set, and no address below a name', async () => {
    const { gate } = await gateFixture(new TestHost(), {
      api: '',
      fetch: null,
      statusUrl: 'https://api.example/of/jane@example.com/status?token=secret',
    });
    reported();
    const report = await gate.diagnose();
    expect(report).toContain('endpoints: status https://api.example, inquiry not set, fetch the browser’s');
    expect(report).not.toMatch(/jane|secret/);
  });
});
