import type { HostContext } from './host-context.js';
import { templateOf } from './persona/persona-answers.js';

/**
 * An inquiry cannot be taken over. `not_found`: Persona has none of this id · `other_account`: it does not have the
 * account as its reference id, or belongs to another account already · `other_template`: it was made from another
 * template than yours.
 */
export class AdoptionError extends Error {
  readonly code: 'not_found' | 'other_account' | 'other_template';

  constructor(code: AdoptionError['code'], message: string) {
    super(message);
    this.name = 'AdoptionError';
    this.code = code;
  }
}

/** Makes an inquiry that was not opened by this host the account's own, when Persona says that it is the account's. */
export async function adopt(context: HostContext, account: string, inquiryId: string): Promise<void> {
  const { persona, settings, store } = context;
  const asOf = new Date(context.now());
  const inquiry = await persona.find(inquiryId);
  if (!inquiry) {
    throw new AdoptionError('not_found', `Persona has no inquiry ${inquiryId}. Is it of the same environment?`);
  }
  const { referenceId, status, createdAt, updatedAt } = inquiry.attributes;
  const kept = await store.inquiry(inquiry.id);
  if (referenceId !== account || (kept?.own && kept.account !== account)) {
    throw new AdoptionError('other_account', `Inquiry ${inquiryId} does not belong to this account.`);
  }
  if (templateOf(inquiry) !== settings.templateId) {
    throw new AdoptionError('other_template', `Inquiry ${inquiryId} was not made from ${settings.templateId}.`);
  }
  const news = { inquiryId: inquiry.id, account, status, createdAt, at: updatedAt ?? asOf, asOf };
  await store.exclusive(account, async () => {
    await store.claim(news, 'operator');
    // It may have been noted long ago, as somebody else's.
    await store.record(news);
  });
}
