import { afterEach, describe, expect, it, vi } from 'vitest';
import { hearing } from '../../helpers/heard.js';
import { gateFixture, primaryOf, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

afterEach(() => {
  document.documentElement.lang = 'en';
});

/** A dialog that waits for the result, and what is heard in it from then on. */
async function waiting(language = 'en', heading = 'Checking your result') {
  document.documentElement.lang = language;
  const host = new TestHost();
  host.answers.status = { verified: false, status: 'completed' };
  const { gate, trigger } = await gateFixture(host);
  trigger.click();
  await shows(gate, heading);
  await vi.waitFor(() => expect(gate.shadowRoot!.querySelector('dialog > .heard')!.textContent).not.toBe(''));
  const { heard } = hearing(gate.shadowRoot!);
  return { gate, host, heard };
}

describe('an outcome that comes by itself', () => {
  it.each([
    [
      'en',
      'Checking your result',
      { status: 'declined' },
      'We could not verify your identity. The support of this website can tell you what to do next.',
    ],
    [
      'en',
      'Checking your result',
      { status: 'needs_review' },
      'Your ID is being reviewed. Someone is taking a closer look. You can close this window. As soon as there is an answer, you can go on here.',
    ],
    [
      'en',
      'Checking your result',
      { status: 'failed', attemptsLeft: 1 },
      'Let’s try that again. Not everything could be checked this time. Good light and sharp pictures help. You have 1 attempt left.',
    ],
    [
      'es',
      'Revisando tu resultado',
      { status: 'declined' },
      'No pudimos verificar tu identidad. El equipo de soporte de este sitio puede decirte qué hacer ahora.',
    ],
  ])('is heard with its heading, once (%s, %s, %o)', async (language, heading, answer, said) => {
    const { host, heard } = await waiting(language, heading);
    host.answers.status = { verified: false, ...answer };
    await vi.waitFor(() => expect(heard).toEqual([`says: ${said}`]), { timeout: 10_000 });
  });

  it('is heard outside of the dialog, which is closed, when the account is verified', async () => {
    const { host, heard } = await waiting();
    host.answers.status = { verified: true, status: 'approved' };
    await vi.waitFor(() => expect(heard).toContain('says: You’re verified. We won’t ask again for this account.'), {
      timeout: 10_000,
    });
    expect(heard.filter((line) => line.startsWith('says'))).toHaveLength(1);
  });
});

describe('a screen that answers a press', () => {
  it('is heard by the focus on its heading, and then by what it says', async () => {
    const host = new TestHost();
    host.answers.status = { verified: false };
    const { gate, trigger } = await gateFixture(host);
    await gate.updateComplete;
    const { heard } = hearing(gate.shadowRoot!);
    trigger.click();
    await shows(gate, 'Verify your identity');
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    expect(heard[0]).toBe('focus: heading “Verify your identity”');
    expect(heard[1]).toMatch(/^says: US, Canadian and Puerto Rican phone numbers/);
    primaryOf(gate).click();
    await vi.waitFor(() => expect(heard).toContain('focus: heading “Opening the verification”'));
  });
});
