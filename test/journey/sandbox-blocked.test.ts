import { expect, it } from 'vitest';
import { Shop } from '../sandbox/shop.js';

const shop = new Shop({ blockClientSideInquiryCreation: true });

it('tells the SDK’s page that a template is not for pages, and the person that it cannot be opened', async () => {
  await shop.openInline({ templateId: shop.sandbox.templateId, referenceId: 'loc_1' });
  expect(await shop.told('error')).toMatchObject({ status: 400, code: 'invalid_config' });
  await shop.inline.getByRole('heading', { name: 'This verification could not be opened' }).waitFor();
});
