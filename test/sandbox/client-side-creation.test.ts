import { describe, expect, it } from 'vitest';
import { running } from './running-sandbox.js';

const blocked = {
  status: 400,
  body: { status: 400, code: 'invalid_config', message: expect.stringContaining('Client-side Inquiry creation') },
};

describe('Block client-side Inquiry creation', () => {
  it('is off by default', async () => {
    const sandbox = await running();
    for (const templateId of [sandbox.templateId, sandbox.kycTemplateId])
      expect((await sandbox.flow('/open', { templateId })).status).toBe(200);
  });

  it('refuses a page with a template, and makes no inquiry and no account of it', async () => {
    const sandbox = await running({ blockClientSideInquiryCreation: true });
    const { relationships } = (await sandbox.rest(`/inquiries/${await sandbox.createInquiry()}`)).body.data;
    const templateVersionId = relationships['inquiry-template-version'].data.id;
    for (const asked of [
      { templateId: sandbox.templateId },
      { templateVersionId },
      { templateId: sandbox.kycTemplateId },
    ])
      expect(await sandbox.flow('/open', { ...asked, referenceId: 'loc_1' })).toMatchObject(blocked);
    expect((await sandbox.rest('/inquiries?filter[reference-id]=loc_1')).body.data).toEqual([]);
    expect((await sandbox.rest('/accounts?filter[reference-id]=loc_1')).body.data).toEqual([]);
  });

  it('opens what the API has made, by its id and by its link', async () => {
    const sandbox = await running({ blockClientSideInquiryCreation: true });
    const inquiryId = await sandbox.createInquiry();
    const { meta } = (await sandbox.rest(`/inquiries/${inquiryId}/generate-one-time-link`, {})).body;
    const code = new URL(meta['one-time-link']).searchParams.get('code');
    // The SDK takes a template or an inquiry, never both; a page of its own could send both.
    for (const asked of [{ inquiryId }, { code }, { inquiryId, templateId: sandbox.templateId }])
      expect((await sandbox.flow('/open', asked)).body).toMatchObject({ view: { inquiryId } });
  });

  it.each(['plain', 'kyc'] as const)('is of one template: %s', async (block) => {
    const sandbox = await running({ blockClientSideInquiryCreation: block });
    const [its, other] =
      block === 'plain' ? [sandbox.templateId, sandbox.kycTemplateId] : [sandbox.kycTemplateId, sandbox.templateId];
    expect(await sandbox.flow('/open', { templateId: its })).toMatchObject(blocked);
    expect((await sandbox.flow('/open', { templateId: other })).status).toBe(200);
  });
});
