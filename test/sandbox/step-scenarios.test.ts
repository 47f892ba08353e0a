import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reasons as wordsOf } from '../../src/sandbox/app/words/reasons.js';
import type { Check } from '../../src/sandbox/records/checks.js';
import type { FlowView } from '../../src/sandbox/records/flow-view.js';
import { playedFailures } from '../../src/sandbox/records/played-failures.js';
import { scenarioPictures, scenarioTable, stepScenarios } from '../helpers/scenario-table.js';
import { licenceBack } from './licence.js';
import { png } from './pictures.js';
import { type Json, type RunningSandbox, running } from './running-sandbox.js';
import { webhookReceiver } from './webhook-receiver.js';

/** A person in the pages of "KYC + Mobile 2FA", and what the host hears of it. */
async function person(scenario: string, templateId?: string) {
  const receiver = await webhookReceiver();
  const sandbox = await running({ webhookUrl: receiver.url, webhookEvents: ['verification.*', 'inquiry.*'] });
  const { body } = await sandbox.flow('/open', { templateId: templateId ?? sandbox.kycTemplateId, scenario });
  const { sessionToken: token } = body;
  const { inquiryId } = body.view as FlowView;
  const take = async (event: object) => sandbox.flow('/events', event, token);
  const show = async (side: string, picture: Buffer) => {
    await sandbox.flow(`/pictures/${side}`, picture, token);
    return (await take({ type: 'confirm', pass: true })).body.view as FlowView;
  };
  const showId = async (back: Buffer): Promise<FlowView> => {
    await take({ type: 'id-type', idClass: 'dl' });
    await show('front', png());
    return show('back', back);
  };
  const takeSelfie = async (): Promise<FlowView> => {
    await show('center', png());
    await show('left', png());
    return show('right', png());
  };
  /** The names of what the host was told, up to `last`. */
  const told = async (last: string) => {
    sandbox.clock.advance(0);
    while (!receiver.all.some(({ name }) => name === last)) await receiver.next();
    return receiver.all.map(({ name }) => name);
  };
  return { sandbox, inquiryId, token, take, showId, takeSelfie, told };
}

async function verificationsOf({ rest }: RunningSandbox, inquiryId: string): Promise<Json[]> {
  const { relationships } = (await rest(`/inquiries/${inquiryId}`)).body.data;
  const ids: Json[] = relationships.verifications.data;
  return Promise.all(ids.map(async ({ id }) => (await rest(`/verifications/${id}`)).body.data.attributes));
}

const provePhone = async (take: (event: object) => Promise<{ body: Json }>) => {
  const { code } = (await take({ type: 'phone', number: '2125550123', channel: 'sms' })).body.view.phone;
  await take({ type: 'phone-code', code });
  await take({ type: 'country', country: 'US' });
};

describe('a scenario of the phone', () => {
  it('phone-wrong-code refuses the right code once, and takes it then', async () => {
    const { sandbox, inquiryId, take } = await person('phone-wrong-code');
    const { code } = (await take({ type: 'phone', number: '2125550123', channel: 'sms' })).body.view.phone;
    expect((await take({ type: 'phone-code', code })).body.view).toMatchObject({
      step: 'phone-code',
      attemptsLeft: 4,
      phone: { problem: 'wrong' },
    });
    expect((await take({ type: 'phone-code', code })).body.view.step).toBe('country');
    const [{ status, checks }] = await verificationsOf(sandbox, inquiryId);
    expect([status, ...checks.map((check: Check) => check.status)]).toEqual(['passed', 'passed', 'passed']);
  });

  it('phone-wrong-code:always ends the inquiry with the fifth code', async () => {
    const { sandbox, inquiryId, take, told } = await person('phone-wrong-code:always');
    const { code } = (await take({ type: 'phone', number: '2125550123', channel: 'sms' })).body.view.phone;
    for (let n = 1; n < 5; n++) expect((await take({ type: 'phone-code', code })).body.view.step).toBe('phone-code');
    expect((await take({ type: 'phone-code', code })).body.view).toMatchObject({
      status: 'failed',
      reasons: ['too_many_retries'],
    });
    expect(await verificationsOf(sandbox, inquiryId)).toMatchObject([
      {
        status: 'failed',
        checks: [
          {
            name: 'phone_number_confirmation_code_comparison',
            status: 'failed',
            reasons: ['too_many_retries'],
            metadata: { simulated: true },
          },
          { name: 'phone_number_timeout_detection', status: 'passed' },
        ],
      },
    ]);
    expect(await told('inquiry.failed')).toContain('verification.failed');
  });

  it('phone-code-expired sends a code that has ended, and a good one after it', async () => {
    const { sandbox, take } = await person('phone-code-expired');
    const { code } = (await take({ type: 'phone', number: '2125550123', channel: 'sms' })).body.view.phone;
    expect((await take({ type: 'phone-code', code })).body.view).toMatchObject({
      step: 'phone-code',
      phone: { problem: 'late', mayResend: true },
    });
    sandbox.clock.advance(30_000);
    const next = (await take({ type: 'resend', channel: 'sms' })).body.view.phone;
    expect((await take({ type: 'phone-code', code: next.code })).body.view.step).toBe('country');
  });

  it('phone-no-text:always brings no text message, but a call', async () => {
    const { sandbox, take } = await person('phone-no-text:always');
    expect((await take({ type: 'phone', number: '2125550123', channel: 'sms' })).body.view.phone.code).toBeNull();
    sandbox.clock.advance(30_000);
    expect((await take({ type: 'resend', channel: 'sms' })).body.view.phone.code).toBeNull();
    sandbox.clock.advance(30_000);
    const { code } = (await take({ type: 'resend', channel: 'call' })).body.view.phone;
    expect((await take({ type: 'phone-code', code })).body.view.step).toBe('country');
    const { messages } = await (
      await fetch(`${sandbox.origin}/sandbox/messages`, { headers: { authorization: `Bearer ${sandbox.apiKey}` } })
    ).json();
    expect(messages).toMatchObject([{ channel: 'call', code }]);
  });

  it('phone-no-more-codes:2 sends two codes and no third; the second is still good', async () => {
    const { sandbox, take } = await person('phone-no-more-codes:2');
    await take({ type: 'phone', number: '2125550123', channel: 'sms' });
    sandbox.clock.advance(30_000);
    const { phone } = (await take({ type: 'resend', channel: 'sms' })).body.view;
    expect(phone.mayResend).toBe(false);
    sandbox.clock.advance(30_000);
    expect(await take({ type: 'resend', channel: 'sms' })).toMatchObject({ body: { code: 'too_many_codes' } });
    expect((await take({ type: 'phone-code', code: phone.code })).body.view.step).toBe('country');
  });
});

describe('a scenario of the pictures', () => {
  const names = Object.keys(playedFailures);

  it.each(names)('%s fails one try, says why, and lets the next one pass', async (scenario) => {
    const { type, check, reason, requirement } = playedFailures[scenario]!;
    const { sandbox, inquiryId, take, showId, takeSelfie, told } = await person(scenario);
    const back = (await licenceBack()).buffer;
    await provePhone(take);
    const isId = type === 'government-id';
    if (!isId) await showId(back);
    const tried = isId ? await showId(back) : await takeSelfie();
    expect(tried).toMatchObject({ step: `retry-${type}`, status: 'pending', reasons: [reason], attemptsLeft: 4 });
    expect(wordsOf.en).toHaveProperty(reason);
    const failed = (await verificationsOf(sandbox, inquiryId)).at(-1);
    expect(failed.status).toBe(requirement === 'required' ? 'failed' : 'requires_retry');
    expect(failed.checks).toContainEqual({
      name: check,
      status: 'failed',
      reasons: [reason],
      requirement,
      metadata: { simulated: true, scenario },
    });
    await take({ type: 'retry' });
    const next = isId ? await showId(back) : await takeSelfie();
    expect(next.step).toBe(isId ? 'selfie-center' : 'success');
    expect((await verificationsOf(sandbox, inquiryId)).at(-1).status).toBe('passed');
    await told(requirement === 'required' ? 'verification.failed' : 'verification.requires-retry');
  });

  it.each([
    ['id-glare', 'verification.failed', 5],
    ['selfie-unsure', 'verification.requires-retry', 4],
  ])('%s:always ends the inquiry after the fifth try', async (scenario, event, times) => {
    const { take, showId, takeSelfie, told } = await person(`${scenario}:always`);
    const back = (await licenceBack()).buffer;
    await provePhone(take);
    if (scenario.startsWith('selfie')) await showId(back);
    const again = () => (scenario.startsWith('selfie') ? takeSelfie() : showId(back));
    for (let left = 4; left > 0; left--) {
      expect((await again()).attemptsLeft).toBe(left);
      await take({ type: 'retry' });
    }
    expect(await again()).toMatchObject({
      step: 'failed',
      status: 'failed',
      reasons: [playedFailures[scenario]!.reason],
    });
    expect((await told('inquiry.failed')).filter((name) => name === event)).toHaveLength(times);
  });

  it('happens as often as it is told, and beside another one', async () => {
    const { take, showId } = await person('id-glare:2,id-expired');
    const back = (await licenceBack()).buffer;
    await provePhone(take);
    expect((await showId(back)).reasons).toEqual(['expired', 'too_much_glare']);
    await take({ type: 'retry' });
    expect((await showId(back)).reasons).toEqual(['too_much_glare']);
    await take({ type: 'retry' });
    expect((await showId(back)).step).toBe('selfie-center');
  });

  it('leaves an ID alone that has no back, where it is about the back', async () => {
    const sandbox = await running({ scenario: 'id-back-missing,id-same-side,id-barcode-unreadable' });
    const inquiryId = await sandbox.createInquiry();
    await sandbox.walk(inquiryId);
    expect((await verificationsOf(sandbox, inquiryId)).map(({ status }) => status)).toEqual(['passed', 'passed']);
  });

  it('counts in the template whose own checks do not', async () => {
    const sandbox = await running({ scenario: 'selfie-spoof:2' });
    const inquiryId = await sandbox.createInquiry();
    await sandbox.walk(inquiryId);
    const results = (await verificationsOf(sandbox, inquiryId)).map(({ status }) => status);
    expect(results).toEqual(['passed', 'failed', 'failed', 'passed']);
  });
});

describe('the words for reasons', () => {
  it('are there in every language, another heading and another advice each', () => {
    for (const words of Object.values(wordsOf)) {
      const all = Object.values(words).map((pair) => pair.join(' '));
      expect(new Set(all).size).toBe(Object.keys(wordsOf.en).length);
    }
  });
});

describe('the guide', () => {
  it('lists the ends of each step, each with a small picture (npm run docs:scenarios)', () => {
    expect(readFileSync('docs/sandbox.md', 'utf8')).toContain(scenarioTable());
    const sizes = stepScenarios.map((name) => statSync(`${scenarioPictures}/${name}.webp`).size);
    expect(Math.max(...sizes)).toBeLessThan(25_000);
  });
});
