import type { CSSResult } from 'lit';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { dialogOf, gateFixture, primaryOf, reaches, shows } from '../helpers/in-gate.js';
import { TestHost } from '../helpers/test-host.js';

const restoring: (() => void)[] = [];

/** Takes something away that an older browser does not have. */
function without(object: object, name: string): void {
  const own = Object.getOwnPropertyDescriptor(object, name)!;
  Reflect.deleteProperty(object, name);
  restoring.push(() => Object.defineProperty(object, name, own));
}

afterEach(() => {
  vi.restoreAllMocks();
  for (const restore of restoring.splice(0)) restore();
});

/** A host that gives the link to Persona's own page. */
function linking(): { host: TestHost; link: string } {
  const host = new TestHost();
  const link = `${inject('persona').origin}/verify?code=once`;
  host.answers.inquiry = async ({ body }: { body: { link?: boolean } }) => ({
    ...(await host.inquiry()),
    personaHost: inject('persona').host,
    ...(body.link ? { oneTimeLink: link } : {}),
  });
  return { host, link };
}

describe('without modal dialogs', () => {
  it('opens Persona’s own page in another tab, and goes on when it is done', async () => {
    without(HTMLDialogElement.prototype, 'showModal');
    const { host, link } = linking();
    const { gate, trigger, clicks } = await gateFixture(host);
    trigger.click();
    await shows(gate, 'Verify your identity');
    expect(dialogOf(gate)).toBeNull();
    primaryOf(gate).click();
    await shows(gate, 'Continue in a new tab');
    const way = gate.shadowRoot!.querySelector<HTMLAnchorElement>('a[part="button"]')!;
    expect([way.href, way.target, way.textContent!.trim()]).toEqual([link, '_blank', 'Open in a new tab']);
    expect(gate.shadowRoot!.querySelector('iframe')).toBeNull();
    expect(host.bodies('inquiry')).toEqual([expect.objectContaining({ link: true })]);
    await expect(gate).to.be.accessible();
    host.answers.status = { verified: true };
    await vi.waitFor(() => expect(clicks).toHaveLength(1), { timeout: 10_000 });
  });

  it('shows Persona’s page below the trigger where the host gives no link', async () => {
    without(HTMLDialogElement.prototype, 'showModal');
    const { gate, trigger } = await gateFixture(new TestHost());
    trigger.click();
    await shows(gate, 'Verify your identity');
    primaryOf(gate).click();
    await reaches(gate, 'verifying');
    expect(gate.shadowRoot!.querySelector('iframe')!.checkVisibility()).toBe(true);
  });

  it('tries again in another tab too', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    without(HTMLDialogElement.prototype, 'showModal');
    const { host } = linking();
    host.answers.status = { verified: false, status: 'failed', attemptsLeft: 1 };
    const { gate, trigger } = await gateFixture(host);
    trigger.click();
    await shows(gate, 'Let’s try that again');
    host.answers.status = { verified: false, status: 'created' };
    primaryOf(gate).click();
    await shows(gate, 'Continue in a new tab');
  });
});

describe('without popovers', () => {
  it('confirms the verification in the page, for a while', async () => {
    for (const name of ['popover', 'showPopover', 'hidePopover']) without(HTMLElement.prototype, name);
    const host = new TestHost();
    const { gate, trigger, clicks } = await gateFixture(host);
    trigger.click();
    await shows(gate, 'Verify your identity');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    host.answers.status = { verified: true };
    await gate.check();
    await vi.waitFor(() => expect(clicks).toHaveLength(1));
    await gate.updateComplete;
    const toast = gate.shadowRoot!.querySelector<HTMLElement>('.toast')!;
    expect(toast.textContent).toContain('You’re verified');
    expect(toast.hidden).toBe(false);
    await vi.waitFor(() => {
      vi.advanceTimersByTime(10_000);
      expect(toast.hidden).toBe(true);
    });
    vi.useRealTimers();
  });
});

describe('without element internals, as in happy-dom', () => {
  it.each(['lc-identity-gate', 'lc-number-purchase'] as const)('works but for its states: %s', async (name) => {
    without(HTMLElement.prototype, 'attachInternals');
    const element = document.createElement(name);
    Object.assign(element, { api: '/api', account: 'loc_happy', fetch: new TestHost().fetch });
    document.body.append(element);
    await element.updateComplete;
    expect(element.status).toBe(name === 'lc-identity-gate' ? 'idle' : 'browsing');
    if ('open' in element) await reaches(element, 'required');
    element.remove();
  });
});

describe('with states that must begin with two dashes', () => {
  it('shows its status as such a state, one at a time', async () => {
    const { add } = CustomStateSet.prototype;
    vi.spyOn(CustomStateSet.prototype, 'add').mockImplementation(function (this: CustomStateSet, name) {
      if (!name.startsWith('--')) throw new SyntaxError(`"${name}" does not start with "--".`);
      return add.call(this, name);
    });
    const { gate } = await gateFixture(new TestHost());
    await reaches(gate, 'required');
    await gate.updateComplete;
    expect([gate.matches(':state(--required)'), gate.matches(':state(--idle)')]).toEqual([true, false]);
  });
});

describe('without light-dark()', () => {
  it('has the light colours', async () => {
    const supports = CSS.supports.bind(CSS);
    vi.spyOn(CSS, 'supports').mockImplementation((...asked: [string, string?]) =>
      asked.join().includes('light-dark') ? false : supports(...(asked as [string, string])),
    );
    const path = '../../src/elements/tokens.ts?older';
    const { tokens } = (await import(/* @vite-ignore */ path)) as { tokens: CSSResult };
    expect(tokens.cssText).not.toContain('light-dark');
    const host = document.createElement('div');
    document.body.append(host);
    host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [tokens.styleSheet!];
    const surface = () => getComputedStyle(host).getPropertyValue('--_surface');
    expect(surface()).toBe('#fff');
    host.remove();
  });
});
