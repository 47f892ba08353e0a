import { describe, expect, it, vi } from 'vitest';
import { pollDelay } from '../../../src/controllers/status-reader.js';
import { dialogOf, gateFixture, headingOf, primaryOf, reaches, shows } from '../../helpers/in-gate.js';
import { problem, TestHost } from '../../helpers/test-host.js';

describe('<lc-identity-gate> and the status', () => {
  it('shares one request between a thousand gates of an account', async () => {
    const host = new TestHost();
    const first = await gateFixture(host);
    const others = Array.from({ length: 999 }, () =>
      Object.assign(document.createElement('lc-identity-gate'), {
        api: '/api',
        account: first.gate.account,
        fetch: host.fetch,
      }),
    );
    document.body.append(...others);
    await Promise.all(others.map((gate) => reaches(gate, 'required')));
    expect(host.count('status')).toBe(1);
    for (const gate of others) gate.remove();
  });

  it('reads again on focus and on another tab’s word', async () => {
    const host = new TestHost();
    const { gate } = await gateFixture(host);
    await reaches(gate, 'required');
    const before = host.count('status');
    window.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(host.count('status')).toBe(before + 1));
  });

  it('reads once while the page is shown for the first time, and again when it comes back from the cache', async () => {
    const host = new TestHost();
    const { gate } = await gateFixture(host);
    await reaches(gate, 'required');
    const before = host.count('status');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(host.count('status')).toBe(before);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await vi.waitFor(() => expect(host.count('status')).toBe(before + 1));
  });

  it('carries the account and the action and nothing else', async () => {
    const host = new TestHost();
    const seen: string[] = [];
    host.answers.status = ({ url }: { url: URL }) => {
      seen.push(url.search);
      return { verified: false };
    };
    const { gate } = await gateFixture(host, { action: 'cnam' });
    await reaches(gate, 'required');
    await vi.waitFor(() => expect(seen.at(-1)).toBe(`?account=${gate.account}&action=cnam`));
  });

  it.each([
    ['server_error', () => problem(500), 'Something went wrong on our side'],
    ['rate_limited', () => problem(429, undefined, { 'retry-after': '1' }), 'Too many tries at once'],
    ['unauthorized', () => problem(401), 'Please sign in again'],
    ['not_configured', () => problem(404), 'The verification can’t start'],
    ['not_configured', () => problem(400), 'The verification can’t start'],
    ['invalid_answer', () => ({ verified: 'yes' }), 'The verification can’t start'],
    ['unreachable', () => Promise.reject(new TypeError('Failed to fetch')), 'The verification does not open'],
  ])('says what is wrong on %s and goes on after a retry', async (code, answer, heading) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = new TestHost();
    host.answers.status = answer;
    const { gate, trigger, events } = await gateFixture(host);
    trigger.click();
    await shows(gate, heading);
    expect(events).toContain(`failed ${code}`);
    expect(events.filter((name) => name.startsWith('failed'))).toHaveLength(1);
    host.answers.status = { verified: false };
    primaryOf(gate).click();
    await shows(gate, 'Verify your identity');
  });

  it('names the path that does not fit in the console', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = new TestHost();
    host.answers.status = { verified: true, verifiedAt: 12 };
    const { gate, trigger } = await gateFixture(host);
    trigger.click();
    await reaches(gate, 'blocked');
    expect(said.mock.calls.flat().join(' ')).toContain('"verifiedAt"');
  });

  it('shows that it is checking only to someone who waits', async () => {
    const host = new TestHost();
    host.answers.status = () => new Promise(() => {});
    const { gate, trigger } = await gateFixture(host);
    await reaches(gate, 'checking');
    expect(dialogOf(gate)?.open ?? false).toBe(false);
    trigger.click();
    await shows(gate, 'Checking your account');
    expect(dialogOf(gate)!.open).toBe(true);
  });

  it('says when a failed verification may be tried again', async () => {
    const host = new TestHost();
    host.answers.status = {
      verified: false,
      status: 'failed',
      attemptsLeft: 1,
      retryAt: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const { gate, trigger } = await gateFixture(host);
    trigger.click();
    await shows(gate, 'Let’s try that again');
    expect(gate.shadowRoot!.textContent).toMatch(/You have 1 attempt left\. You can try again after/);
    expect(primaryOf(gate)).toBeNull();
    gate.shadowRoot!.querySelector<HTMLButtonElement>('.actions .secondary')!.click();
    await reaches(gate, 'required');
  });

  it('keeps exactly one state for style sheets, named like the status', async () => {
    const { gate } = await gateFixture(new TestHost());
    await reaches(gate, 'required');
    await gate.updateComplete;
    expect(gate.matches(':state(required)')).toBe(true);
    expect(gate.matches(':state(idle)')).toBe(false);
  });

  it('starts from nothing for another account', async () => {
    const host = new TestHost();
    host.answers.status = ({ url }: { url: URL }) => ({
      verified: url.searchParams.get('account') === 'loc_verified',
    });
    const { gate } = await gateFixture(host, { account: 'loc_verified' });
    await reaches(gate, 'verified');
    gate.account = 'loc_other';
    await reaches(gate, 'required');
  });

  it('says the words of another language when it opens', async () => {
    document.documentElement.lang = 'fr-CA';
    const { gate, trigger } = await gateFixture(new TestHost());
    trigger.click();
    await shows(gate, 'Vérifiez votre identité');
    expect(headingOf(gate)).toBe('Vérifiez votre identité');
    document.documentElement.lang = 'en';
  });
});

describe('pollDelay', () => {
  it('grows from one second to fifteen, a fifth more or less', () => {
    expect([0, 1, 2, 3, 10].map((reads) => Math.round(pollDelay(reads, 0.5)))).toEqual([
      1000, 1600, 2560, 4096, 15_000,
    ]);
    expect([pollDelay(0, 0), pollDelay(0, 1)].map(Math.round)).toEqual([800, 1200]);
  });
});
