import { describe, expect, it } from 'vitest';
import { kycWalk } from './kyc-walk.js';
import { aamva, blurred, licenceBack, mrz, withText } from './licence.js';
import { png } from './pictures.js';
import { type RunningSandbox, running } from './running-sandbox.js';

const statusOf = async (sandbox: RunningSandbox, id: string) =>
  (await sandbox.rest(`/inquiries/${id}`)).body.data.attributes.status as string;
const selfies = () => [png(), png(), png()];

/** An inquiry that failed and waits for a review, and its case. */
async function inReview(sandbox: RunningSandbox) {
  const { inquiryId } = await kycWalk(sandbox, { pictures: [blurred()], tries: 5 });
  sandbox.clock.advance(3000);
  expect(await statusOf(sandbox, inquiryId)).toBe('needs_review');
  const [opened] = (await sandbox.rest('/cases')).body.data;
  return { inquiryId, opened };
}

describe('the workflows of "KYC + Mobile 2FA"', () => {
  it('approve an inquiry that went well', async () => {
    const sandbox = await running();
    const { inquiryId } = await kycWalk(sandbox, {
      idClass: 'dl',
      pictures: [png(), (await licenceBack()).buffer],
      selfies: selfies(),
    });
    expect(await statusOf(sandbox, inquiryId)).toBe('completed');
    sandbox.clock.advance(3000);
    expect(await statusOf(sandbox, inquiryId)).toBe('approved');
    expect((await sandbox.rest('/cases')).body.data).toEqual([]);
  });

  it('decline an expired ID', async () => {
    const sandbox = await running();
    expect(aamva({ expires: '01022020' })).toContain('DBA01022020');
    const { inquiryId } = await kycWalk(sandbox, {
      idClass: 'dl',
      pictures: [png(), (await licenceBack({ expires: '01022020' })).buffer],
      selfies: selfies(),
    });
    sandbox.clock.advance(3000);
    expect(await statusOf(sandbox, inquiryId)).toBe('declined');
  });

  it('open a case for a failed inquiry, with the checks that failed', async () => {
    const sandbox = await running();
    const { inquiryId, opened } = await inReview(sandbox);
    expect(opened).toMatchObject({
      type: 'case',
      attributes: {
        status: 'Open',
        name: 'KYC + Mobile 2FA Manual Review',
        resolution: null,
        tags: ['id_blur_detection'],
        comments: ['5 verifications failed: id_blur_detection.'],
      },
      relationships: { inquiries: { data: [{ type: 'inquiry', id: inquiryId }] } },
    });
  });

  it('open a case for a doubtful inquiry', async () => {
    const sandbox = await running();
    const { inquiryId, sessionToken } = await kycWalk(sandbox, {
      pictures: [withText(png(), mrz().replace('X1234', 'X9234'))],
      tries: 2,
    });
    for (const event of [{ type: 'retry' }, { type: 'id-type', idClass: 'pp' }])
      await sandbox.flow('/events', event, sessionToken);
    for (const side of ['front', 'center', 'left', 'right']) {
      await sandbox.flow(`/pictures/${side}`, png(), sessionToken);
      await sandbox.flow('/events', { type: 'confirm', pass: true }, sessionToken);
    }
    expect(await statusOf(sandbox, inquiryId)).toBe('completed');
    sandbox.clock.advance(3000);
    expect(await statusOf(sandbox, inquiryId)).toBe('needs_review');
    expect((await sandbox.rest('/cases')).body.data[0].attributes.tags).toEqual(['id_mrz_inconsistency_detection']);
  });
});

describe('a case', () => {
  it.each([
    ['Approved', 'approved'],
    ['Declined', 'declined'],
  ])('that is %s decides the inquiry', async (status, decided) => {
    const sandbox = await running();
    const { inquiryId, opened } = await inReview(sandbox);
    const { body } = await sandbox.rest(`/cases/${opened.id}/set-status`, { meta: { status } });
    expect(body.data.attributes).toMatchObject({ status, resolution: status, 'resolved-at': expect.any(String) });
    expect(await statusOf(sandbox, inquiryId)).toBe(decided);
    expect(await sandbox.rest(`/cases/${opened.id}/set-status`, { meta: { status: 'Open' } })).toMatchObject({
      status: 409,
    });
  });

  it('is resolved when the inquiry is decided elsewhere', async () => {
    const sandbox = await running();
    const { inquiryId, opened } = await inReview(sandbox);
    await sandbox.rest(`/inquiries/${inquiryId}/approve`, {});
    expect((await sandbox.rest(`/cases/${opened.id}`)).body.data.attributes.status).toBe('Approved');
  });

  it('may wait, and is found by its status', async () => {
    const sandbox = await running();
    const { opened } = await inReview(sandbox);
    await sandbox.rest(`/cases/${opened.id}/set-status`, { meta: { status: 'Pending' } });
    expect((await sandbox.rest('/cases?filter[status]=Pending')).body.data).toHaveLength(1);
    expect((await sandbox.rest('/cases?filter[status]=Open')).body.data).toHaveLength(0);
    expect(await sandbox.rest('/cases/case_x')).toMatchObject({ status: 404 });
    expect(await sandbox.rest(`/cases/${opened.id}/set-status`, { meta: { status: 'Lost' } })).toMatchObject({
      status: 400,
    });
  });
});
