import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { closeOf, dialogOf, gateFixture, leave, primaryOf, reaches, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

const verified = { verified: true, status: 'approved' };

afterEach(() => vi.restoreAllMocks());

/** A gate whose dialog has just been told that the account is verified. */
async function approved(replay: 'auto' | 'confirm', answer: object = verified) {
  const host = new TestHost();
  const fixture = await gateFixture(host, { replay });
  await userEvent.click(fixture.trigger);
  await shows(fixture.gate, 'Verify your identity');
  host.answers.status = answer;
  await fixture.gate.check();
  await vi.waitFor(() => expect(['verified', 'exempt']).toContain(fixture.gate.status), { timeout: 10_000 });
  await fixture.gate.updateComplete;
  return { host, ...fixture };
}

/** A gate whose review has ended after the person had closed the dialog. */
async function reviewed() {
  const host = new TestHost();
  host.answers.status = { verified: false, status: 'needs_review' };
  const fixture = await gateFixture(host, { replay: 'confirm' });
  await userEvent.click(fixture.trigger);
  await shows(fixture.gate, 'Your ID is being reviewed');
  await leave(fixture.gate);
  host.answers.status = verified;
  await fixture.gate.check();
  await vi.waitFor(() => expect(toastOf(fixture.gate)).not.toBeNull(), { timeout: 10_000 });
  return { host, ...fixture };
}

const toastOf = (gate: HTMLElement) => gate.shadowRoot!.querySelector('.toast');
const buttonIn = (part: Element, label: string) =>
  [...part.querySelectorAll('button')].find(({ textContent }) => textContent === label)!;

describe('replay="auto"', () => {
  it('lets the held click go on by itself', async () => {
    const { gate, clicks } = await approved('auto');
    await vi.waitFor(() => expect(clicks).toHaveLength(1), { timeout: 10_000 });
    expect(dialogOf(gate)!.open).toBe(false);
    expect(clicks[0]!.isTrusted).toBe(false);
  });
});

describe('replay="confirm"', () => {
  it('waits for the person’s own press, and goes on within it', async () => {
    const { gate, trigger, clicks } = await approved('confirm');
    await shows(gate, 'You’re verified');
    expect(clicks).toHaveLength(0);
    expect(dialogOf(gate)!.open).toBe(true);
    await vi.waitFor(() => expect(gate.shadowRoot!.activeElement?.textContent).toContain('You’re verified'), {
      timeout: 10_000,
    });
    await expect(gate).to.be.accessible();
    const seen: unknown[] = [];
    trigger.addEventListener('click', () =>
      seen.push(navigator.userActivation.isActive, dialogOf(gate)!.open, trigger.matches(':focus')),
    );
    await userEvent.keyboard('{Tab}');
    expect(gate.shadowRoot!.activeElement).toBe(primaryOf(gate));
    await userEvent.keyboard('{Enter}');
    // The gesture is the handler's, and the dialog is out of its way.
    expect(seen).toEqual([true, false, true]);
    await gate.updateComplete;
    expect(clicks).toHaveLength(1);
    expect(dialogOf(gate)!.open).toBe(false);
  });

  it.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['the close button', async (gate: Element) => userEvent.click(closeOf(gate as never))],
  ])('forgets the click on %s, and lets the next one through', async (_, close) => {
    const { gate, trigger, clicks, events } = await approved('confirm');
    await shows(gate, 'You’re verified');
    await close(gate);
    await gate.updateComplete;
    expect(dialogOf(gate)!.open).toBe(false);
    expect(clicks).toHaveLength(0);
    expect(events).not.toContain('dismissed');
    await userEvent.click(trigger);
    expect(clicks).toHaveLength(1);
  });

  it('sends a held form with its button in the same way', async () => {
    const host = new TestHost();
    const { gate, trigger } = await gateFixture(host, { replay: 'confirm' });
    const form = document.createElement('form');
    trigger.replaceWith(form);
    form.append(trigger);
    const submitted: unknown[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted.push(navigator.userActivation.isActive, event.submitter);
    });
    await userEvent.click(trigger);
    await shows(gate, 'Verify your identity');
    host.answers.status = verified;
    await gate.check();
    await shows(gate, 'You’re verified');
    expect(submitted).toEqual([]);
    await userEvent.click(primaryOf(gate));
    expect(submitted).toEqual([true, trigger]);
  });

  it('asks for no second click when nobody was asked and the first one still counts', async () => {
    const host = new TestHost();
    const answer = Promise.withResolvers<unknown>();
    host.answers.status = () => answer.promise;
    const { gate, trigger, clicks } = await gateFixture(host, { replay: 'confirm' });
    await userEvent.click(trigger);
    answer.resolve(verified);
    await vi.waitFor(() => expect(clicks).toHaveLength(1), { timeout: 10_000 });
    expect(toastOf(gate)).toBeNull();
  });

  it('asks when the first click no longer counts as a gesture', async () => {
    const host = new TestHost();
    const answer = Promise.withResolvers<unknown>();
    host.answers.status = () => answer.promise;
    const { gate, trigger, clicks } = await gateFixture(host, { replay: 'confirm' });
    vi.spyOn(UserActivation.prototype, 'isActive', 'get').mockReturnValue(false);
    trigger.click();
    answer.resolve(verified);
    await vi.waitFor(() => expect(toastOf(gate)).not.toBeNull(), { timeout: 10_000 });
    expect(clicks).toHaveLength(0);
    buttonIn(toastOf(gate)!, 'Continue').click();
    expect(clicks).toHaveLength(1);
  });

  it('waits in the same way when the account turns out to need no verification', async () => {
    vi.spyOn(UserActivation.prototype, 'isActive', 'get').mockReturnValue(false);
    const { gate, clicks } = await approved('confirm', { verified: false, required: false });
    await vi.waitFor(() => expect(toastOf(gate)!.textContent).toContain('You can go on now'), { timeout: 10_000 });
    expect(clicks).toHaveLength(0);
    await userEvent.click(buttonIn(toastOf(gate)!, 'Continue'));
    expect(clicks).toHaveLength(1);
  });
});

describe('a click that waited for a review, with replay="confirm"', () => {
  it('is offered without taking the focus, and is next after its trigger for the keyboard', async () => {
    const { gate, trigger, clicks } = await reviewed();
    expect(clicks).toHaveLength(0);
    expect(dialogOf(gate)!.open).toBe(false);
    expect(toastOf(gate)!.matches(':popover-open')).toBe(true);
    const region = gate.shadowRoot!.querySelector('dialog ~ .heard')!;
    await vi.waitFor(() => expect(region.textContent).toMatch(/^You can go on now\. |^You’re verified\. /));
    expect(gate.shadowRoot!.activeElement).toBeNull();
    await expect(gate).to.be.accessible();
    const active: boolean[] = [];
    trigger.addEventListener('click', () => active.push(navigator.userActivation.isActive));
    trigger.focus();
    await userEvent.keyboard('{Tab}');
    expect(gate.shadowRoot!.activeElement?.textContent).toBe('Continue');
    await userEvent.keyboard('{Enter}');
    expect(active).toEqual([true]);
    await gate.updateComplete;
    expect(toastOf(gate)).toBeNull();
    expect(clicks).toHaveLength(1);
  });

  it('is not done a second time when the person clicks the trigger itself', async () => {
    const { gate, trigger, clicks } = await reviewed();
    await userEvent.click(trigger);
    await gate.updateComplete;
    expect(clicks).toHaveLength(1);
    expect(toastOf(gate)).toBeNull();
  });

  it('is forgotten when the person closes the offer', async () => {
    const { gate, clicks } = await reviewed();
    await userEvent.click(buttonIn(toastOf(gate)!, 'Close'));
    await gate.updateComplete;
    expect(toastOf(gate)).toBeNull();
    expect(clicks).toHaveLength(0);
  });

  it('is not offered to another account that the page has switched to', async () => {
    const { gate } = await reviewed();
    gate.account = 'loc_other_verified';
    await gate.updateComplete;
    expect(gate.status).toBe('checking');
    await reaches(gate, 'verified');
    await gate.updateComplete;
    expect(toastOf(gate)).toBeNull();
  });
});
