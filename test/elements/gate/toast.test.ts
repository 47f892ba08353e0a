import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { gateFixture, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';
import { bought, shopFixture, verified } from '../shop/shop-fixture.js';

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

/** Where nothing ever stands, in this test and in those after it. */
const corner = () => ({ x: innerWidth - 1, y: innerHeight - 1 });

/** A gate whose dialog was open when the approval came, and its confirmation; the pointer is elsewhere or under it. */
async function approved(pointer = corner()) {
  const host = new TestHost();
  const { gate, trigger } = await gateFixture(host);
  trigger.click();
  await shows(gate, 'Verify your identity');
  // Wherever an earlier test has left it.
  await userEvent.hover(document.documentElement, { position: pointer, force: true });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  host.answers.status = verified;
  await gate.check();
  const toast = await vi.waitFor(() => {
    const found = gate.shadowRoot!.querySelector<HTMLElement>('.toast:popover-open');
    // Placed by the code that also lets it stay, which has come then.
    return found?.style.inset ? found : Promise.reject(new Error('No confirmation yet'));
  });
  const isOpen = () => toast.matches(':popover-open');
  return { toast, isOpen, close: toast.querySelector<HTMLElement>('.close')! };
}

describe('the confirmation after the verification', () => {
  it('stays for ten seconds, and as long as somebody is at it', async () => {
    const { isOpen, close } = await approved();
    vi.advanceTimersByTime(9_000);
    expect(isOpen()).toBe(true);
    close.focus();
    vi.advanceTimersByTime(60_000);
    expect(isOpen()).toBe(true);
    close.blur();
    vi.advanceTimersByTime(9_000);
    expect(isOpen()).toBe(true);
    vi.advanceTimersByTime(2_000);
    expect(isOpen()).toBe(false);
  });

  it('stays while the pointer is on it', async () => {
    const { toast, isOpen } = await approved();
    await userEvent.hover(toast);
    vi.advanceTimersByTime(60_000);
    expect(isOpen()).toBe(true);
    await userEvent.hover(document.documentElement, { position: corner(), force: true });
    vi.advanceTimersByTime(11_000);
    expect(isOpen()).toBe(false);
  });

  it('goes although it came where the pointer was resting', async () => {
    const { toast, isOpen } = await approved({ x: innerWidth / 2, y: innerHeight - 60 });
    await vi.waitFor(() => expect(toast.matches(':hover')).toBe(true));
    vi.advanceTimersByTime(11_000);
    expect(isOpen()).toBe(false);
  });

  it('is closed by its button', async () => {
    const { isOpen, close } = await approved();
    close.click();
    expect(isOpen()).toBe(false);
  });

  it.each(['bottom', 'top'])('covers nothing of a page that has its buttons at the %s', async (edge) => {
    const bar = document.createElement('nav');
    bar.style.cssText = `position: fixed; inset-inline: 0; ${edge}: 0; block-size: 120px;
      display: grid; grid-template-columns: 1fr 1fr`;
    bar.innerHTML = '<button>Back</button><p>One line</p>';
    document.body.append(bar);
    try {
      const { toast } = await approved();
      const own = toast.getBoundingClientRect();
      const { top, bottom } = bar.getBoundingClientRect();
      expect(own.bottom <= top || own.top >= bottom).toBe(true);
    } finally {
      bar.remove();
    }
  });

  it('does not come in a shop, whose next screen says more', async () => {
    const host = new TestHost();
    host.answers.purchases = bought;
    const { order, reads, gate } = await shopFixture(host);
    await order();
    await shows(gate, 'Verify your identity');
    host.answers.status = verified;
    await gate.check();
    await reads('(415) 555-0101 is yours');
    expect(gate.status).toBe('verified');
    expect(gate.shadowRoot!.querySelector('.toast')?.checkVisibility() ?? false).toBe(false);
  });
});
