import { expect, it, onTestFinished } from 'vitest';
import { createHost } from '../../src/host/index.js';
import { idTypesOf } from '../../src/sandbox/records/id-types.js';
import { freshDatabase } from '../helpers/blank-database.js';
import { ShopCarrier } from '../host/shop-carrier.js';
import { kycWalk } from './kyc-walk.js';
import { blurred, licenceBack, mrz, withText } from './licence.js';
import { png } from './pictures.js';
import { type Json, type RunningSandbox, running } from './running-sandbox.js';

// Persona's solution "KYC + Mobile 2FA", feature by feature as its page lists them.

const selfies = () => [png(), png(), png()];
const inquiryOf = async (sandbox: RunningSandbox, id: string): Promise<Json> =>
  (await sandbox.rest(`/inquiries/${id}`)).body.data;
const caseOf = async (sandbox: RunningSandbox, id: string): Promise<Json> =>
  (await sandbox.rest(`/cases?filter[inquiry-id]=${id}`)).body.data[0];

/** An inquiry of that template as its page opens it. */
async function opened(sandbox: RunningSandbox) {
  const { view, sessionToken } = (await sandbox.flow('/open', { templateId: sandbox.kycTemplateId })).body;
  const take = async (event: object) => (await sandbox.flow('/events', event, sessionToken)).body.view;
  return { view, take };
}

/** An inquiry whose passport was refused twice and then taken, which the workflow gives to a person. */
async function inReview(sandbox: RunningSandbox, referenceId?: string): Promise<string> {
  const forged = withText(png(), mrz().replace('X1234', 'X9234'));
  const { inquiryId, sessionToken } = await kycWalk(sandbox, { referenceId, pictures: [forged], tries: 2 });
  for (const event of [{ type: 'retry' }, { type: 'id-type', idClass: 'pp' }])
    await sandbox.flow('/events', event, sessionToken);
  for (const side of ['front', 'center', 'left', 'right']) {
    await sandbox.flow(`/pictures/${side}`, png(), sessionToken);
    await sandbox.flow('/events', { type: 'confirm', pass: true }, sessionToken);
  }
  sandbox.clock.advance(3000);
  return inquiryId;
}

it.each(['sms', 'call'])('proves that the phone is the person’s, by a code (%s)', async (channel) => {
  const { view, take } = await opened(await running());
  expect(view.step).toBe('phone');
  const { phone } = await take({ type: 'phone', number: '+12125550123', channel });
  expect(phone).toMatchObject({ channel, code: expect.stringMatching(/^\d{6}$/) });
  expect((await take({ type: 'phone-code', code: phone.code })).step).toBe('country');
});

it('accepts every kind of ID of a country as long as nobody narrows it', async () => {
  const proved = async (sandbox: RunningSandbox) => {
    const { take } = await opened(sandbox);
    const { phone } = await take({ type: 'phone', number: '+12125550123', channel: 'sms' });
    await take({ type: 'phone-code', code: phone.code });
    return (await take({ type: 'country', country: 'US' })).choices.idTypes;
  };
  expect(await proved(await running())).toEqual(idTypesOf('US').map(({ idClass }) => idClass));
  expect(await proved(await running({ templates: { kyc: { idTypes: { US: ['dl', 'pp'] } } } }))).toEqual(['dl', 'pp']);
});

it('reads the barcode on the back of a licence, and refuses one it cannot read', async () => {
  const shown = async (damaged: boolean) =>
    kycWalk(await running(), { idClass: 'dl', pictures: [png(), (await licenceBack({}, damaged)).buffer] });
  const [good, bad] = [await shown(false), await shown(true)];
  expect(good.view.step).toBe('selfie-center');
  expect(good.view.fields).toMatchObject({ 'name-first': { value: 'ADA' }, birthdate: { value: '1985-12-10' } });
  expect(bad.view).toMatchObject({ step: 'retry-government-id', reasons: ['barcode_not_decoded'] });
});

it('has the look of the brand', async () => {
  const theme = { light: { primary: '#0f5f6b' }, dark: { primary: '#7fd0dc' }, radius: 4 };
  const { view } = await opened(await running({ templates: { kyc: { theme } } }));
  expect(view.theme.properties).toMatchObject({ '--accent': 'light-dark(#0f5f6b, #7fd0dc)', '--radius': '4px' });
});

it('goes on to the selfie by itself when the ID has passed', async () => {
  expect((await kycWalk(await running(), {})).view).toMatchObject({ step: 'selfie-center', done: ['phone', 'id'] });
});

it('takes three poses of a selfie, and not one picture twice', async () => {
  const sandbox = await running();
  const twice = png();
  const copied = await kycWalk(sandbox, { selfies: [twice, twice, png()] });
  expect(copied.view.step).toBe('retry-selfie');
  expect((await kycWalk(sandbox, { selfies: selfies() })).view.step).toBe('success');
});

it('decides on a completed inquiry by its workflow', async () => {
  const sandbox = await running();
  const { inquiryId } = await kycWalk(sandbox, { selfies: selfies() });
  sandbox.clock.advance(3000);
  const { attributes, relationships } = await inquiryOf(sandbox, inquiryId);
  expect(attributes.status).toBe('approved');
  const run = (await sandbox.rest(`/workflow-runs/${relationships.reviewer.data.id}`)).body;
  expect(run.data.attributes.status).toBe('completed');
});

it('opens a case for a failed inquiry by its workflow, with tags and a comment that say why', async () => {
  const sandbox = await running();
  const { inquiryId } = await kycWalk(sandbox, { pictures: [blurred()], tries: 5 });
  sandbox.clock.advance(3000);
  expect((await inquiryOf(sandbox, inquiryId)).attributes.status).toBe('failed');
  const { id, attributes } = await caseOf(sandbox, inquiryId);
  expect(attributes).toMatchObject({ status: 'Open', tags: ['id_blur_detection'] });
  const { included } = (await sandbox.rest(`/cases/${id}?include=case-comments`)).body;
  expect(included.map((one: Json) => one.attributes.message)).toEqual([
    'The inquiry failed. 5 verifications failed: id_blur_detection.',
  ]);
});

it.each([
  ['Approved', 'approved'],
  ['Declined', 'declined'],
])('leaves a case to a person, whose word “%s” decides the inquiry', async (status, decided) => {
  const sandbox = await running();
  const inquiryId = await inReview(sandbox);
  expect((await inquiryOf(sandbox, inquiryId)).attributes.status).toBe('needs_review');
  const { id } = await caseOf(sandbox, inquiryId);
  await sandbox.rest(`/cases/${id}/set-status`, { meta: { status } });
  expect((await inquiryOf(sandbox, inquiryId)).attributes.status).toBe(decided);
});

// A database of its own starts in it.
it('finishes the order of a buyer who waited for that person', async () => {
  const carrier = new ShopCarrier();
  const sandbox = await running();
  const host = createHost({
    persona: {
      apiKey: sandbox.apiKey,
      templateId: sandbox.kycTemplateId,
      webhookSecret: sandbox.webhookSecret,
      apiUrl: `${sandbox.origin}/api/v1`,
      host: sandbox.host,
      steps: ['phone', 'id', 'selfie'],
    },
    database: await freshDatabase(),
    carrier,
    authorize: () => true,
    now: () => sandbox.clock.now(),
  });
  onTestFinished(() => host.close());
  const ask = async (path: string, body?: object, headers = {}): Promise<Json> => {
    const response = await host.fetch(
      new Request(`http://host.test/api/identity/${path}`, {
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    );
    return response.json();
  };
  const account = 'loc_waits';
  const { inquiryId } = await ask('inquiry', { account });
  await sandbox.rest(`/inquiries/${inquiryId}/perform-simulate-actions`, {
    meta: { 'simulate-actions': [{ type: 'start_inquiry' }, { type: 'complete_inquiry' }] },
  });
  sandbox.clock.advance(3000);
  const numbers = [{ phoneNumber: '+14155550142', countryCode: 'US', numberType: 'local' }];
  await ask('purchases', { account, numbers }, { 'idempotency-key': 'key-1' });
  expect(carrier.sales).toEqual([]);
  const { id } = await caseOf(sandbox, inquiryId);
  await sandbox.rest(`/cases/${id}/set-status`, { meta: { status: 'Approved' } });
  for (let minute = 0; minute < 2; minute++) {
    sandbox.clock.advance(61_000);
    await host.tick();
  }
  expect(carrier.sales).toEqual([`${account} +14155550142`]);
}, 120_000);
