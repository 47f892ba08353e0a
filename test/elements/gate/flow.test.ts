import { describe, expect, inject, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { dialogOf, gateFixture, leave, primaryOf, reaches, shows } from '../../helpers/in-gate.js';
import { problem, TestHost } from '../../helpers/test-host.js';

const open = async (host: TestHost) => {
  const fixture = await gateFixture(host);
  fixture.trigger.click();
  await shows(fixture.gate, 'Verify your identity');
  primaryOf(fixture.gate).click();
  return fixture;
};

const frameOf = (gate: HTMLElement) => gate.shadowRoot!.querySelector('iframe')!;
const persona = () => inject('persona');

describe('<lc-identity-gate> with the real SDK and the stand-in', () => {
  it('leads from the click to the purchase when the server says verified', async () => {
    const host = new TestHost();
    const { gate, clicks, events } = await open(host);
    await vi.waitFor(() => expect(events).toContain('step id'), { timeout: 15_000 });
    await commands.walkFlow();
    await shows(gate, 'Checking your result');
    expect(clicks).toHaveLength(0);
    host.answers.status = { verified: true, status: 'approved' };
    await reaches(gate, 'verified');
    await vi.waitFor(() => expect(clicks).toHaveLength(1));
    expect(dialogOf(gate)!.open).toBe(false);
    expect(events.filter((name) => !name.startsWith('statechange'))).toEqual([
      'step id',
      'step selfie',
      'step result',
      'verified',
    ]);
    const { inquiryId } = await host.inquiry();
    expect(['completed', 'approved']).toContain(await commands.inquiryStatus(persona(), inquiryId));
  });

  it('resumes the same inquiry where the person left it', async () => {
    const host = new TestHost();
    const { gate, trigger } = await open(host);
    await commands.walkFlow({ until: 'selfie' });
    await leave(gate);
    trigger.click();
    await shows(gate, 'Verify your identity');
    primaryOf(gate).click();
    await reaches(gate, 'verifying');
    await vi.waitFor(
      () => expect(gate.shadowRoot!.querySelector('[aria-current="step"]')!.textContent).toContain('Selfie'),
      { timeout: 15_000 },
    );
    const inquiries = host.requests.filter(({ path }) => path === 'inquiry');
    expect(inquiries).toHaveLength(2);
    expect(await commands.inquiryStatus(persona(), (await host.inquiry()).inquiryId)).toBe('pending');
  });

  it('reads the status while the flow is open, so a “done” that never comes is not missed', async () => {
    const host = new TestHost();
    const { gate, clicks } = await open(host);
    await reaches(gate, 'verifying');
    host.answers.status = { verified: true };
    await vi.waitFor(() => expect(clicks).toHaveLength(1), { timeout: 10_000 });
  });

  it('fetches a new session by itself when the old one is lost', async () => {
    const host = new TestHost();
    const { inquiryId, sessionToken } = await host.inquiry();
    await open(host).then(() => commands.walkFlow({ until: 'selfie' }));
    const asked: unknown[] = [];
    const again = new TestHost();
    again.answers.inquiry = ({ body }: { body: { renew?: boolean } }) => {
      asked.push(body.renew);
      return { inquiryId, sessionToken: body.renew ? sessionToken : 'worn-out', personaHost: persona().host };
    };
    document.querySelector('lc-identity-gate')!.close();
    const { gate, events } = await open(again);
    await vi.waitFor(() => expect(events).toContain('step id'), { timeout: 15_000 });
    expect(asked).toEqual([undefined, true]);
    expect(gate.status).toBe('verifying');
  });

  it('diagnoses a frame that nobody answers, within 15 seconds, and the retry works', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = new TestHost();
    const { personaHost: _, ...inquiry } = { ...(await host.inquiry()), personaHost: '' };
    host.answers.inquiry = { ...inquiry, personaHost: 'localhost:9' };
    const { gate, events } = await open(host);
    await vi.waitFor(() => expect(events).toContain('failed frame_refused'), { timeout: 15_000 });
    await shows(gate, 'The verification can’t be shown here');
    host.answers.inquiry = { ...inquiry, personaHost: persona().host };
    primaryOf(gate).click();
    await vi.waitFor(() => expect(events).toContain('step id'), { timeout: 15_000 });
  });

  it('says at once when a host name cannot be used, instead of asking Persona’s production', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = new TestHost();
    host.answers.inquiry = { inquiryId: 'inq_1', personaHost: 'https://inquiry.withpersona.com' };
    const { events } = await open(host);
    await vi.waitFor(() => expect(events).toContain('failed not_configured'));
    expect(said.mock.calls.flat().join(' ')).toContain('Write it without a scheme');
  });

  it('goes on to the result when the inquiry is already decided', async () => {
    const host = new TestHost();
    host.answers.inquiry = () => problem(409, 'already_decided');
    const { gate } = await open(host);
    await shows(gate, 'Checking your result');
    host.answers.status = { verified: true };
    await reaches(gate, 'verified');
  });

  it('does not show the frame of an earlier inquiry when the person retries', async () => {
    const host = new TestHost();
    const { gate } = await open(host);
    await reaches(gate, 'verifying');
    const first = frameOf(gate);
    host.answers.status = {
      verified: false,
      status: 'failed',
      attemptsLeft: 2,
      inquiryId: (await host.inquiry()).inquiryId,
    };
    await shows(gate, 'Let’s try that again');
    host.answers.status = { verified: false, status: 'created' };
    primaryOf(gate).click();
    await reaches(gate, 'verifying');
    expect(frameOf(gate)).not.toBe(first);
  });
});
