import type { Side } from '../records/flow.js';
import type { Inquiry } from '../records/inquiry.js';
import type { Verification } from '../records/verification.js';
import type { Reference } from './json-api.js';
import { holder } from './verification-resource.js';

/**
 * Names what a verification was made from: a document for an ID, a selfie for a selfie; undefined for a phone number.
 */
export function evidenceReference({ type, evidenceId }: Verification): Reference | undefined {
  if (!evidenceId) return undefined;
  return { type: type === 'selfie' ? 'selfie/profile-and-center' : 'document/government-id', id: evidenceId };
}

/** What a verification was made from, as Persona's REST API and webhooks write it; undefined for a phone number. */
export function evidenceResource(verification: Verification, inquiry: Inquiry, fileUrl: (fileId: string) => string) {
  if (!verification.evidenceId) return undefined;
  return verification.type === 'selfie'
    ? selfieResource(verification, inquiry)
    : documentResource(verification, inquiry, fileUrl);
}

/** An ID as it was shown, see https://docs.withpersona.com/api-reference/documents. */
function documentResource(verification: Verification, inquiry: Inquiry, fileUrl: (fileId: string) => string) {
  const { files, idClass, data, submittedAt } = verification;
  const photo = (side: Side) => (files[side] ? { filename: files[side], url: fileUrl(files[side]) } : null);
  return {
    ...evidenceReference(verification)!,
    attributes: {
      status: 'processed',
      'created-at': new Date(submittedAt).toISOString(),
      'processed-at': new Date(submittedAt).toISOString(),
      'processed-at-ts': Math.floor(submittedAt / 1000),
      'front-photo': photo('front'),
      'back-photo': photo('back'),
      'id-class': idClass,
      ...holder(data),
      designations: [],
    },
    relationships: {
      inquiry: { data: { type: 'inquiry', id: inquiry.id } },
      template: { data: null },
      transaction: { data: null },
      'inquiry-template': { data: { type: 'inquiry-template', id: inquiry.templateId } },
      'inquiry-template-version': { data: { type: 'inquiry-template-version', id: inquiry.templateVersionId } },
      'document-files': { data: [] },
    },
  };
}

/** A selfie's record; its pictures are with the verification, as at Persona. */
function selfieResource(verification: Verification, inquiry: Inquiry) {
  const at = new Date(verification.submittedAt).toISOString();
  return {
    ...evidenceReference(verification)!,
    attributes: { status: 'processed', 'created-at': at, 'processed-at': at },
    relationships: { inquiry: { data: { type: 'inquiry', id: inquiry.id } } },
  };
}
