import { describe, expect, it } from 'vitest';
import { phoneNumberOf } from '../../src/sandbox/records/phone-number.js';
import { type RunningSandbox, running } from './running-sandbox.js';
import { webhookReceiver } from './webhook-receiver.js';

describe('phoneNumberOf', () => {
  it.each([
    ['+1 212 555 0123', '+12125550123'],
    ['(787) 555-0123', '+17875550123'],
    ['1.416.555.0123', '+14165550123'],
    ['+44 20 7946 0123', '+442079460123'],
    // Kept for films, so that nobody has it.
    ['07700 900123', '+447700900123', 'GB'],
    ['0151 23456789', '+4915123456789', 'DE'],
    ['+1 212 555 0123', '+12125550123', 'DE'],
  ])('reads %s', (text, number, country?: string) => {
    expect(phoneNumberOf(text, country)).toBe(number);
  });

  it.each(['+1 112 555 0123', '555 0123', 'my phone', '+1 212 155 0123', '+44 1'])('refuses %s', (text) => {
    expect(phoneNumberOf(text)).toBeUndefined();
  });
});

/** An inquiry at the question for the phone number. */
async function atPhone(sandbox: RunningSandbox) {
  const { view, sessionToken } = (await sandbox.flow('/open', { templateId: sandbox.kycTemplateId })).body;
  const take = (event: object) => sandbox.flow('/events', event, sessionToken);
  expect(view.step).toBe('phone');
  return {
    inquiryId: view.inquiryId as string,
    take,
    send: (number = '2125550123') => take({ type: 'phone', number, channel: 'sms' }),
  };
}
const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('the phone step', () => {
  it('goes on with the right code, starts the inquiry and keeps the number', async () => {
    const sandbox = await running();
    const { inquiryId, take, send } = await atPhone(sandbox);
    const { phone } = (await send()).body.view;
    expect(phone).toMatchObject({
      number: '+12125550123',
      channel: 'sms',
      code: expect.stringMatching(/^\d{6}$/),
      problem: null,
    });
    expect((await take({ type: 'phone-code', code: ` ${phone.code} ` })).body.view).toMatchObject({
      step: 'country',
      status: 'pending',
    });
    const { attributes, relationships } = (await sandbox.rest(`/inquiries/${inquiryId}`)).body.data;
    expect(attributes.fields['phone-number']).toEqual({ type: 'string', value: '+12125550123' });
    expect((await sandbox.rest(`/verifications/${relationships.verifications.data[0].id}`)).body.data).toMatchObject({
      type: 'verification/phone-number',
      attributes: { status: 'passed', 'phone-number': '+12125550123' },
    });
  });

  it('refuses a number of a country that the template does not accept', async () => {
    const { send } = await atPhone(await running({ templates: { kyc: { phoneCountries: ['US', 'CA'] } } }));
    expect(await send('+17875550123')).toMatchObject({ status: 422, body: { code: 'phone_number' } });
    expect(await send('+442079460123')).toMatchObject({ status: 422, body: { code: 'phone_number' } });
    expect((await send()).status).toBe(200);
  });

  it('lets a wrong code be corrected four times and fails with the fifth', async () => {
    const { take, send } = await atPhone(await running());
    const { code } = (await send()).body.view.phone;
    for (let left = 4; left > 0; left--) {
      expect((await take({ type: 'phone-code', code: wrongCode(code) })).body.view).toMatchObject({
        step: 'phone-code',
        attemptsLeft: left,
        phone: { problem: 'wrong' },
      });
    }
    expect((await take({ type: 'phone-code', code: wrongCode(code) })).body.view).toMatchObject({
      step: 'failed',
      status: 'failed',
    });
  });

  it('sends another code after half a minute, and the one before ends', async () => {
    const sandbox = await running();
    const { take, send } = await atPhone(sandbox);
    const first = (await send()).body.view.phone.code;
    expect(await take({ type: 'resend', channel: 'call' })).toMatchObject({ status: 422, body: { code: 'too_soon' } });
    sandbox.clock.advance(30_000);
    const { phone } = (await take({ type: 'resend', channel: 'call' })).body.view;
    expect(phone).toMatchObject({ channel: 'call', problem: null });
    expect((await take({ type: 'phone-code', code: first })).body.view.step).toBe('phone-code');
    expect((await take({ type: 'phone-code', code: phone.code })).body.view.step).toBe('country');
  });

  it('lets a code end after ten minutes and takes the next one', async () => {
    const sandbox = await running();
    const { take, send } = await atPhone(sandbox);
    const { code } = (await send()).body.view.phone;
    sandbox.clock.advance(600_000);
    expect((await take({ type: 'phone-code', code })).body.view).toMatchObject({
      step: 'phone-code',
      attemptsLeft: 4,
      phone: { problem: 'late' },
    });
    const next = (await take({ type: 'resend', channel: 'sms' })).body.view.phone;
    sandbox.clock.advance(599_999);
    expect((await take({ type: 'phone-code', code: next.code })).body.view.step).toBe('country');
  });

  it('fails when the last code has ended, since no other can come', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url, webhookEvents: ['verification.*'] });
    const { inquiryId, take, send } = await atPhone(sandbox);
    let { phone } = (await send()).body.view;
    for (let n = 1; n < 5; n++) {
      sandbox.clock.advance(30_000);
      ({ phone } = (await take({ type: 'resend', channel: 'sms' })).body.view);
    }
    sandbox.clock.advance(600_000);
    expect((await take({ type: 'phone-code', code: phone.code })).body.view).toMatchObject({
      step: 'failed',
      status: 'failed',
      reasons: ['confirmation_timeout'],
    });
    const { relationships } = (await sandbox.rest(`/inquiries/${inquiryId}`)).body.data;
    const { attributes } = (await sandbox.rest(`/verifications/${relationships.verifications.data[0].id}`)).body.data;
    expect(attributes).toMatchObject({
      status: 'failed',
      checks: [
        { name: 'phone_number_confirmation_code_comparison', status: 'passed', requirement: 'required' },
        { name: 'phone_number_timeout_detection', status: 'failed', reasons: ['confirmation_timeout'] },
      ],
    });
    sandbox.clock.advance(0);
    const told = [await receiver.next(), await receiver.next(), await receiver.next()].map(({ name }) => name);
    expect(told).toEqual(['verification.created', 'verification.submitted', 'verification.failed']);
  });

  it('gives the last code another chance to whoever went back to the number', async () => {
    const sandbox = await running({ scenario: 'phone-no-more-codes' });
    const { take, send } = await atPhone(sandbox);
    const { code } = (await send()).body.view.phone;
    sandbox.clock.advance(30_000);
    await take({ type: 'back' });
    expect(await send('2125550199')).toMatchObject({ status: 422, body: { code: 'too_many_codes' } });
    expect((await send()).body.view).toMatchObject({ step: 'phone-code', phone: { code, mayResend: false } });
    expect((await take({ type: 'phone-code', code })).body.view.step).toBe('country');
  });

  it('sends five codes at most, whatever number they go to', async () => {
    const sandbox = await running();
    const { take, send } = await atPhone(sandbox);
    for (let n = 1; n <= 5; n++) {
      const { view } = (await send(`212555012${n}`)).body;
      expect(view.phone.mayResend).toBe(n < 5);
      sandbox.clock.advance(30_000);
      await take({ type: 'back' });
    }
    expect(await send()).toMatchObject({ status: 422, body: { code: 'too_many_codes' } });
  });

  it('lists the codes where a test can read them, and forgets those of a redacted inquiry', async () => {
    const sandbox = await running();
    const { inquiryId, send } = await atPhone(sandbox);
    const { code } = (await send()).body.view.phone;
    const messages = async () =>
      (
        await (
          await fetch(`${sandbox.origin}/sandbox/messages`, { headers: { authorization: `Bearer ${sandbox.apiKey}` } })
        ).json()
      ).messages;
    expect(await messages()).toMatchObject([{ inquiryId, to: '+12125550123', channel: 'sms', code }]);
    await sandbox.rest(`/inquiries/${inquiryId}`, undefined, { method: 'DELETE' });
    expect(await messages()).toEqual([]);
  });
});
