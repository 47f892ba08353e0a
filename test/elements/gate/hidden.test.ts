import { fixture, html } from '@open-wc/testing-helpers/pure';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { LcIdentityGate } from '../../../src/index.js';
import { closeOf, dialogOf, reaches, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

/** How a page hides what the gate stands in, and shows it again. */
const ways: Record<string, (around: HTMLElement, hide: boolean) => void> = {
  'display: none': (around, hide) => around.style.setProperty('display', hide ? 'none' : null),
  'the hidden attribute': (around, hide) => around.toggleAttribute('hidden', hide),
  'a class of the page': (around, hide) => around.classList.toggle('gone', hide),
  'a closed details': (around, hide) => around.querySelector('details')?.toggleAttribute('open', !hide),
  'content-visibility': (around, hide) => around.style.setProperty('content-visibility', hide ? 'hidden' : null),
  'a parent without a slot for it': (around, hide) =>
    around.querySelector('.inside')?.setAttribute('slot', hide ? 'none' : ''),
  'an ancestor further up': ({ parentElement }, hide) =>
    parentElement?.style.setProperty('display', hide ? 'none' : null),
  'a closed popover': (around, hide) => (hide ? around.hidePopover() : around.showPopover()),
  'a closed dialog': (around, hide) => {
    const dialog = around.querySelector('dialog');
    if (hide) dialog?.close();
    else dialog?.show();
  },
};

const style = document.createElement('style');
style.textContent = '.gone { display: none !important }';

interface Hiding {
  gate: LcIdentityGate;
  hide(hidden: boolean): void;
  failures: string[];
  /** Presses a button of the page, as a person does, and says whether the page heard it. */
  canPress(): Promise<boolean>;
}

let accounts = 0;

async function hiding(way: string, host = new TestHost()): Promise<Hiding> {
  accounts += 1;
  document.head.append(style);
  const page = await fixture<HTMLElement>(html`
    <main>
      <button class="page">Elsewhere</button>
      <div>
        <div class="around">
          <details open><summary>More</summary></details>
          <dialog open></dialog>
          <section><div class="inside"></div></section>
        </div>
      </div>
    </main>
  `);
  const around = page.querySelector<HTMLElement>('.around')!;
  const gate = document.createElement('lc-identity-gate');
  Object.assign(gate, { api: '/api', account: `loc_hidden_${accounts}`, fetch: host.fetch });
  gate.innerHTML = '<button>Buy</button>';
  const place = { 'a closed details': 'details', 'a closed dialog': 'dialog' }[way] ?? '.inside';
  around.querySelector(place)!.append(gate);
  if (way === 'a parent without a slot for it') {
    around.querySelector('section')!.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>';
  }
  if (way === 'a closed popover') around.popover = 'manual';
  const failures: string[] = [];
  gate.addEventListener('failed', ({ detail }) => failures.push(detail.code));
  let pressed = 0;
  const elsewhere = page.querySelector<HTMLButtonElement>('.page')!;
  elsewhere.addEventListener('click', () => (pressed += 1));
  return {
    gate,
    hide: (hidden) => ways[way]!(around, hidden),
    failures,
    async canPress() {
      const before = pressed;
      await userEvent.click(elsewhere, { timeout: 20_000 }).catch(() => {});
      return pressed > before;
    },
  };
}

const isUp = (gate: LcIdentityGate) => dialogOf(gate)?.matches(':modal') ?? false;
const rises = (gate: LcIdentityGate) => vi.waitFor(() => expect(isUp(gate)).toBe(true), { timeout: 10_000 });
const falls = (gate: LcIdentityGate) => vi.waitFor(() => expect(isUp(gate)).toBe(false), { timeout: 10_000 });

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

describe.each(Object.keys(ways))('a gate hidden by %s', (way) => {
  it('before it opens leaves the page alone, says so, and opens when it is shown', async () => {
    const { gate, hide, failures, canPress } = await hiding(way);
    hide(true);
    const passing = gate.ensureVerified().catch(({ code }: { code: string }) => code);
    await reaches(gate, 'prompting');
    await vi.waitFor(() => expect(failures).toEqual(['not_rendered']), { timeout: 10_000 });
    expect([isUp(gate), await canPress()]).toEqual([false, true]);
    expect(vi.mocked(console.error).mock.calls.flat().join(' ')).toContain('cannot be seen');
    hide(false);
    await rises(gate);
    await shows(gate, 'Verify your identity');
    expect(gate.shadowRoot!.activeElement?.id).toBe('heading');
    await userEvent.click(closeOf(gate));
    expect(await passing).toBe('dismissed');
    expect(await canPress()).toBe(true);
  });

  it('while it is open gives the page back, and comes back with it', async () => {
    const { gate, hide, canPress } = await hiding(way);
    if (way === 'a closed popover') hide(false);
    void gate.ensureVerified().catch(() => {});
    await rises(gate);
    hide(true);
    await falls(gate);
    expect([gate.status, await canPress()]).toEqual(['prompting', true]);
    expect(document.documentElement.style.overflow).toBe('');
    hide(false);
    await rises(gate);
    await userEvent.click(closeOf(gate));
    await reaches(gate, 'required');
    expect(await canPress()).toBe(true);
  });

  it('after it was closed is as quiet as any other', async () => {
    const { gate, hide, failures, canPress } = await hiding(way);
    if (way === 'a closed popover') hide(false);
    void gate.ensureVerified().catch(() => {});
    await rises(gate);
    await userEvent.click(closeOf(gate));
    await reaches(gate, 'required');
    hide(true);
    expect([await canPress(), failures]).toEqual([true, []]);
  });
});

describe('a gate with the hidden attribute itself', () => {
  it('hides what it guards and still opens, for pages that only call it', async () => {
    const host = new TestHost();
    const gate = await fixture<LcIdentityGate>(
      html`<lc-identity-gate hidden api="/api" account="loc_headless" .fetch=${host.fetch}>
        <button>Buy</button>
      </lc-identity-gate>`,
    );
    expect(gate.querySelector('button')!.checkVisibility()).toBe(false);
    void gate.ensureVerified().catch(() => {});
    await rises(gate);
    await userEvent.click(closeOf(gate));
  });

  it('opens in what is invisible or takes no clicks, because it stands above the page', async () => {
    const host = new TestHost();
    const around = await fixture<HTMLElement>(
      html`<div style="visibility: hidden; pointer-events: none">
        <lc-identity-gate api="/api" account="loc_invisible" .fetch=${host.fetch}></lc-identity-gate>
      </div>`,
    );
    const gate = around.querySelector('lc-identity-gate')!;
    void gate.ensureVerified().catch(() => {});
    await rises(gate);
    await userEvent.click(closeOf(gate));
    await reaches(gate, 'required');
  });
});
