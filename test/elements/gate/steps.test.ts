import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LcIdentityGate } from '../../../src/index.js';
import { gateFixture, primaryOf, reaches, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

afterEach(() => {
  document.documentElement.lang = 'en';
});

const steps = ['phone', 'id', 'selfie'];
const pending = (more: object) => ({ verified: false, status: 'pending', steps, ...more });
const texts = (gate: LcIdentityGate, selector: string) =>
  [...gate.shadowRoot!.querySelectorAll(selector)].map((each) => each.textContent!.trim());
const header = (gate: LcIdentityGate) =>
  [...gate.shadowRoot!.querySelectorAll('.steps li')].map((item) => {
    const name = item.querySelector('.name')!.textContent;
    return [item.ariaCurrent && '>', item.className, name].filter(Boolean).join(' ');
  });

async function opened(status: object, heading: string) {
  const host = new TestHost();
  host.answers.status = status;
  const fixture = await gateFixture(host);
  fixture.trigger.click();
  await shows(fixture.gate, heading);
  return { host, ...fixture };
}

describe('the steps', () => {
  it('are an ID and a selfie for a host that says nothing of them', async () => {
    const { gate } = await opened({ verified: false }, 'Verify your identity');
    expect(header(gate)).toEqual(['> ID', 'Selfie', 'Result']);
    expect(texts(gate, '.needs li').join()).not.toContain('phone, for a code');
  });

  it.each([
    ['en', 'Verify your identity', 'Phone', 'Your phone, for a code'],
    ['es', 'Verifica tu identidad', 'Teléfono', 'Tu teléfono, para un código'],
    ['fr', 'Vérifiez votre identité', 'Téléphone', 'Votre téléphone, pour un code'],
  ])('begin with the phone where it is asked, in "%s"', async (language, heading, name, need) => {
    document.documentElement.lang = language;
    const { gate } = await opened(pending({}), heading);
    expect(header(gate)[0]).toBe(`> ${name}`);
    expect(header(gate)).toHaveLength(4);
    expect(texts(gate, '.needs li')[0]).toBe(need);
  });

  it('are picked up where they were left', async () => {
    const { gate } = await opened(pending({ step: 'selfie', device: 'here' }), 'Pick up where you left off');
    expect(header(gate)).toEqual(['done Phone', 'done ID', '> Selfie', 'Result']);
    expect(texts(gate, '.needs .done')).toEqual(['Phone done', 'ID done']);
    expect(texts(gate, '.needs li')).toHaveLength(3);
    await expect(gate).to.be.accessible();
  });
});

describe('the steps of a verification that is over', () => {
  it('are none when the identity was declined: nothing is left to follow', async () => {
    const { gate } = await opened({ verified: false, status: 'declined', steps }, 'We could not verify your identity');
    expect(header(gate)).toEqual([]);
  });

  it('begin anew after a failure, with nothing done', async () => {
    const { gate } = await opened(
      { verified: false, status: 'failed', attemptsLeft: 2, steps },
      'Let’s try that again',
    );
    expect(header(gate)).toEqual(['> Phone', 'ID', 'Selfie', 'Result']);
  });

  it('are all done while a reviewer looks at them', async () => {
    const { gate } = await opened({ verified: false, status: 'needs_review', steps }, 'Your ID is being reviewed');
    expect(header(gate)).toEqual(['done Phone', 'done ID', 'done Selfie', '> Result']);
  });
});

describe('the time', () => {
  it.each([
    [['id'], 'About 1 minute'],
    [['id', 'selfie'], 'About 2 minutes'],
    [steps, 'About 3 minutes'],
  ])('follows from the steps %j', async (asked, time) => {
    const { gate } = await opened({ verified: false, steps: asked }, 'Verify your identity');
    expect(texts(gate, '.needs li').at(-1)).toBe(time);
  });
});

describe('the person on another device', () => {
  it('is said and followed step by step, and taken back', async () => {
    const { gate, host } = await opened(pending({ step: 'id', device: 'other' }), 'Your phone is connected');
    expect(header(gate)).toEqual(['done Phone', '> ID', 'Selfie', 'Result']);
    const said = () => gate.shadowRoot!.querySelector('dialog > .heard')!.textContent;
    await vi.waitFor(() => expect(said()).toContain('Phone done, now the ID.'));
    await expect(gate).to.be.accessible();
    host.answers.status = pending({ step: 'selfie', device: 'other' });
    await vi.waitFor(() => expect(header(gate)[2]).toBe('> Selfie'), { timeout: 10_000 });
    await vi.waitFor(() => expect(said()).toContain('Your phone is connected. ID done, now the selfie.'));
    gate.shadowRoot!.querySelector<HTMLButtonElement>('.actions button')!.click();
    await reaches(gate, 'verifying');
    expect(host.bodies('inquiry')).toEqual([expect.not.objectContaining({ link: true })]);
  });

  it('takes the focus along from the code to the word that it is connected', async () => {
    const { gate, host, events } = await opened(pending({}), 'Verify your identity');
    host.answers.inquiry = async () => ({ inquiryId: 'inq_1', oneTimeLink: 'https://inquiry.withpersona.com/verify' });
    gate.shadowRoot!.querySelector<HTMLButtonElement>('.secondary.phone')!.click();
    await reaches(gate, 'handoff');
    expect(gate.shadowRoot!.querySelector('canvas')).not.toBeNull();
    host.answers.status = pending({ step: 'phone', device: 'other' });
    await shows(gate, 'Your phone is connected');
    expect(gate.shadowRoot!.activeElement).toBe(gate.shadowRoot!.querySelector('h2'));
    expect(events).toContain('step phone');
  });

  it('is told plainly that a link to this computer is for this computer', async () => {
    const { gate, host } = await opened(pending({}), 'Verify your identity');
    host.answers.inquiry = async () => ({ inquiryId: 'inq_1', oneTimeLink: 'http://localhost:4001/verify?code=1' });
    gate.shadowRoot!.querySelector<HTMLButtonElement>('.secondary.phone')!.click();
    await shows(gate, 'Continue on your phone');
    expect(gate.shadowRoot!.querySelector('.message p')!.textContent).toContain('opens on this computer only');
    expect(gate.shadowRoot!.querySelector('canvas')).toBeNull();
    expect(primaryOf(gate)).toBeNull();
  });
});
