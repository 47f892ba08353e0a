import { type Inquiry, NotFoundError } from '../records/inquiry.js';
import { templateOf } from '../records/templates.js';
import type { Verification } from '../records/verification.js';
import { accountResource } from '../resources/account-resource.js';
import { caseResource } from '../resources/case-resource.js';
import { evidenceReference, evidenceResource } from '../resources/evidence-resource.js';
import type { Reference, Resource } from '../resources/json-api.js';
import { sessionResource } from '../resources/session-resource.js';
import { templateResource, templateVersionResource } from '../resources/template-resource.js';
import { verificationResource } from '../resources/verification-resource.js';
import type { RestParts } from './rest-api.js';

/** Any record by its type and id; null for a type the stand-in keeps none of. Throws a NotFoundError for an unknown id. */
export function findRecord(
  { store: { state }, clock, inquiries, sessions, cases, fileUrl }: RestParts,
  { type, id }: Reference,
): Resource | null {
  const verified = (is: (one: Verification) => boolean): { verification: Verification; inquiry: Inquiry } => {
    const inquiry = inquiries.all().find(({ verifications }) => verifications.some(is));
    if (!inquiry) throw new NotFoundError(`There is no ${type} "${id}".`);
    return { inquiry, verification: inquiry.verifications.find(is)! };
  };
  const [kind] = type.split('/');
  switch (kind) {
    case 'inquiry':
      return inquiries.resource(inquiries.get(id));
    case 'inquiry-session':
      return sessionResource(sessions.get(id), clock.now());
    case 'inquiry-template':
      return templateResource(templateOf(state.templates, id));
    case 'inquiry-template-version':
      return templateVersionResource(
        state.templates.kyc.versionId === id ? state.templates.kyc : state.templates.plain,
      );
    case 'case':
      return caseResource(cases.get(id), state.caseTemplateId);
    case 'account': {
      const account = state.accounts[id];
      if (!account) throw new NotFoundError(`There is no account "${id}".`);
      return accountResource(account);
    }
    case 'verification': {
      const { verification, inquiry } = verified((one) => one.id === id);
      return verificationResource(verification, inquiry, fileUrl);
    }
    case 'document':
    case 'selfie': {
      const { verification, inquiry } = verified(
        (one) => one.evidenceId === id && evidenceReference(one)!.type.startsWith(kind!),
      );
      return evidenceResource(verification, inquiry, fileUrl);
    }
    default:
      return null;
  }
}
