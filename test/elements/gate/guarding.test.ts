import { fixture, html } from '@open-wc/testing-helpers/pure';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { LcError, type LcIdentityGate } from '../../../src/index.js';
import { closeOf, dialogOf, gateFixture, leave, reaches, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

const verified = { verified: true, status: 'approved', inquiryId: 'inq_1', verifiedAt: '2026-11-20T09:00:00Z' };

describe('<lc-identity-gate> guarding', () => {
  it('lets a verified account’s click through untouched', async () => {
    const host = new TestHost();
    host.answers.status = verified;
    const { gate, trigger, clicks, events } = await gateFixture(host);
    await reaches(gate, 'verified');
    trigger.click();
    expect(clicks).toHaveLength(1);
    expect(dialogOf(gate)).toBeNull();
    await gate.updateComplete;
    expect(events).toContain('verified');
  });

  it('holds a click while the answer is not known, then lets the same kind of click go on once', async () => {
    const host = new TestHost();
    const answer = Promise.withResolvers<unknown>();
    host.answers.status = () => answer.promise;
    const { trigger, clicks } = await gateFixture(host);
    trigger.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, shiftKey: true }));
    trigger.click();
    trigger.click();
    expect(clicks).toHaveLength(0);
    answer.resolve(verified);
    await vi.waitFor(() => expect(clicks).toHaveLength(1));
    expect(clicks[0]!.shiftKey).toBe(true);
    expect(host.count('status')).toBe(1);
  });

  it('drops the held click when the person closes the dialog, and opens again on the next', async () => {
    const { gate, trigger, clicks, events } = await gateFixture(new TestHost());
    trigger.click();
    await shows(gate, 'Verify your identity');
    await userEvent.click(closeOf(gate));
    await reaches(gate, 'required');
    expect(dialogOf(gate)!.open).toBe(false);
    expect(events).toContain('dismissed');
    trigger.click();
    await shows(gate, 'Verify your identity');
    expect(clicks).toHaveLength(0);
  });

  it('sends a held form with the button that sent it', async () => {
    const host = new TestHost();
    const answer = Promise.withResolvers<unknown>();
    host.answers.status = () => answer.promise;
    const gate = await fixture<LcIdentityGate>(html`
      <lc-identity-gate api="/api" account="loc_form" .fetch=${host.fetch}>
        <form>
          <button type="button" class="other">Add a row</button>
          <input name="brand" required value="Harbor" />
          <button name="do" value="draft">Draft</button>
          <button name="do" value="send">Send</button>
        </form>
      </lc-identity-gate>
    `);
    const submitted: (string | undefined)[] = [];
    const other = vi.fn();
    gate.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted.push((event.submitter as HTMLButtonElement | null)?.value);
    });
    gate.querySelector('.other')!.addEventListener('click', other);
    gate.querySelector<HTMLButtonElement>('.other')!.click();
    expect(other).toHaveBeenCalledOnce();
    gate.querySelector<HTMLButtonElement>('[value="send"]')!.click();
    expect(submitted).toEqual([]);
    answer.resolve(verified);
    await vi.waitFor(() => expect(submitted).toEqual(['send']));
  });

  it.each([
    ['a form the page sends itself', (form: HTMLFormElement) => form.requestSubmit()],
    [
      'a form sent by the Enter key',
      async (form: HTMLFormElement) => {
        form.querySelector('input')!.focus();
        await userEvent.keyboard('{Enter}');
      },
    ],
  ])('holds and then sends %s', async (way, send) => {
    const host = new TestHost();
    const answer = Promise.withResolvers<unknown>();
    host.answers.status = () => answer.promise;
    const gate = await fixture<LcIdentityGate>(
      html`<lc-identity-gate api="/api" account=${`loc_${way}`} .fetch=${host.fetch}>
        <form><input value="Harbor" /></form>
      </lc-identity-gate>`,
    );
    const submitted = vi.fn((event: Event) => event.preventDefault());
    gate.querySelector('form')!.addEventListener('submit', submitted);
    await send(gate.querySelector('form')!);
    expect(submitted).not.toHaveBeenCalled();
    answer.resolve(verified);
    await vi.waitFor(() => expect(submitted).toHaveBeenCalledOnce());
  });

  it.each([
    ['a link', '<a href="#there">Go</a>'],
    ['a menu item', '<div role="menuitem" tabindex="0">Register</div>'],
    ['another library’s button', '<other-button>Buy</other-button>'],
  ])('guards %s', async (_, markup) => {
    const { gate } = await gateFixture(new TestHost());
    gate.innerHTML = markup;
    const clicked = vi.fn();
    gate.firstElementChild!.addEventListener('click', clicked);
    (gate.firstElementChild as HTMLElement).click();
    await shows(gate, 'Verify your identity');
    expect(clicked).not.toHaveBeenCalled();
  });

  it('lets everything else in its slot be clicked', async () => {
    const { gate } = await gateFixture(new TestHost());
    gate.innerHTML = '<p>Words about the action</p>';
    const clicked = vi.fn();
    gate.firstElementChild!.addEventListener('click', clicked);
    (gate.firstElementChild as HTMLElement).click();
    expect(clicked).toHaveBeenCalledOnce();
  });

  it('does not press a button that was disabled while the person was away', async () => {
    const host = new TestHost();
    const answer = Promise.withResolvers<unknown>();
    host.answers.status = () => answer.promise;
    const { gate, trigger, clicks } = await gateFixture(host);
    trigger.click();
    trigger.disabled = true;
    answer.resolve(verified);
    await reaches(gate, 'verified');
    await gate.updateComplete;
    expect(clicks).toHaveLength(0);
  });

  it('guards a button inside another component’s shadow root', async () => {
    const host = new TestHost();
    host.answers.status = verified;
    const gate = await fixture<LcIdentityGate>(
      html`<lc-identity-gate api="/api" account="loc_shadow" .fetch=${host.fetch}><div></div></lc-identity-gate>`,
    );
    const inner = gate.querySelector('div')!.attachShadow({ mode: 'open' });
    inner.innerHTML = '<button>Buy</button>';
    const clicked = vi.fn();
    inner.querySelector('button')!.addEventListener('click', clicked);
    await reaches(gate, 'verified');
    inner.querySelector('button')!.click();
    expect(clicked).toHaveBeenCalledOnce();
  });

  it.each([
    ['another country', { country: 'GB' }],
    ['a +1 country that is not regulated', { number: '+18765550101' }],
  ])('asks nobody for %s', async (_, attributes) => {
    const host = new TestHost();
    const { gate, trigger, clicks } = await gateFixture(host, attributes);
    trigger.click();
    await vi.waitFor(() => expect(clicks).toHaveLength(1));
    await reaches(gate, 'exempt');
    expect(dialogOf(gate)?.open ?? false).toBe(false);
  });

  it('asks nobody when the server says that this account needs no verification', async () => {
    const host = new TestHost();
    host.answers.status = { verified: false, required: false };
    const { gate, trigger, clicks } = await gateFixture(host);
    trigger.click();
    await vi.waitFor(() => expect(clicks).toHaveLength(1));
    expect(gate.status).toBe('exempt');
  });

  it('guards again when the country changes to one that is regulated', async () => {
    const { gate, trigger, clicks } = await gateFixture(new TestHost(), { country: 'GB' });
    await reaches(gate, 'exempt');
    gate.country = 'US';
    await gate.updateComplete;
    trigger.click();
    await shows(gate, 'Verify your identity');
    expect(clicks).toHaveLength(0);
  });
});

describe('a click whose outcome the person does not wait for', () => {
  it('goes on by itself when the account is verified soon after', async () => {
    const host = new TestHost();
    host.answers.status = { verified: false, status: 'needs_review' };
    const { gate, trigger, clicks } = await gateFixture(host);
    trigger.click();
    await shows(gate, 'Your ID is being reviewed');
    await leave(gate);
    host.answers.status = verified;
    await gate.check();
    await vi.waitFor(() => expect(clicks).toHaveLength(1));
  });

  it('is not done for another account that the page has switched to', async () => {
    const host = new TestHost();
    host.answers.status = { verified: false, status: 'needs_review' };
    const { gate, trigger, clicks } = await gateFixture(host);
    trigger.click();
    await shows(gate, 'Your ID is being reviewed');
    await leave(gate);
    host.answers.status = verified;
    gate.account = 'loc_switched';
    await reaches(gate, 'verified');
    await gate.updateComplete;
    expect(clicks).toHaveLength(0);
  });

  it('is forgotten when the outcome comes much later', async () => {
    const host = new TestHost();
    host.answers.status = { verified: false, status: 'needs_review' };
    const { gate, trigger, clicks } = await gateFixture(host);
    trigger.click();
    await shows(gate, 'Your ID is being reviewed');
    await leave(gate);
    const later = Date.now() + 31 * 60_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    host.answers.status = verified;
    await gate.check();
    await reaches(gate, 'verified');
    await gate.updateComplete;
    vi.restoreAllMocks();
    expect(clicks).toHaveLength(0);
  });
});

describe('ensureVerified', () => {
  it('resolves every caller of one dialog', async () => {
    const host = new TestHost();
    const { gate } = await gateFixture(host);
    const both = Promise.all([gate.ensureVerified(), gate.ensureVerified({ action: 'cnam' })]);
    await shows(gate, 'Verify your identity');
    host.answers.status = verified;
    await gate.check();
    expect(await both).toEqual(
      [1, 2].map(() => ({
        status: 'verified',
        account: gate.account,
        inquiryId: 'inq_1',
        verifiedAt: '2026-11-20T09:00:00Z',
        prompted: true,
      })),
    );
  });

  it('asks the host about the action of the caller', async () => {
    const host = new TestHost();
    host.answers.status = ({ url }: { url: URL }) => ({
      verified: false,
      required: url.searchParams.get('action') !== 'cnam',
    });
    const { gate } = await gateFixture(host);
    await reaches(gate, 'required');
    expect(await gate.ensureVerified({ action: 'cnam' })).toMatchObject({ status: 'exempt' });
  });

  it('rejects with the reason the person leaves for', async () => {
    const host = new TestHost();
    const { gate } = await gateFixture(host);
    for (const [status, code, heading] of [
      ['none', 'dismissed', 'Verify your identity'],
      ['needs_review', 'in_review', 'Your ID is being reviewed'],
      ['declined', 'declined', 'We could not verify your identity'],
    ] as const) {
      host.answers.status = { verified: false, status };
      await gate.check();
      await vi.waitFor(() => expect(host.count('status')).toBeGreaterThan(0));
      const waiting = gate.ensureVerified();
      const outcome = waiting.then(
        () => 'passed',
        (error: unknown) => (error instanceof LcError ? error.code : error),
      );
      await shows(gate, heading);
      gate.close();
      expect(await outcome).toBe(code);
    }
  });

  it('stops waiting when its signal aborts, and closes the dialog nobody waits for', async () => {
    const { gate } = await gateFixture(new TestHost());
    const caller = new AbortController();
    const waiting = gate.ensureVerified({ signal: caller.signal }).catch((error: LcError) => error.code);
    await shows(gate, 'Verify your identity');
    caller.abort();
    expect(await waiting).toBe('aborted');
    await reaches(gate, 'required');
  });

  it('asks for a regulated number although the element’s own country is not', async () => {
    const { gate } = await gateFixture(new TestHost(), { country: 'GB' });
    await reaches(gate, 'exempt');
    expect((await gate.ensureVerified()).status).toBe('exempt');
    const waiting = gate.ensureVerified({ number: '+14155550101' }).catch((error: LcError) => error.code);
    await shows(gate, 'Verify your identity');
    gate.close();
    expect(await waiting).toBe('dismissed');
  });
});
