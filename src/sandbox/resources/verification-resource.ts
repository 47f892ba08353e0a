import type { IdData } from '../records/checks.js';
import type { VerificationType } from '../records/flow.js';
import type { Inquiry } from '../records/inquiry.js';
import type { Verification } from '../records/verification.js';

/**
 * A verification as Persona's REST API and webhooks write it
 * (https://docs.withpersona.com/api-reference/verifications).
 */
export function verificationResource(
  verification: Verification,
  inquiry: Inquiry,
  fileUrl: (fileId: string) => string,
) {
  const { id, type, status, submittedAt, checks, country, templateId } = verification;
  const times = ['created', 'submitted', 'completed'].map((what) => ({
    [`${what}-at`]: new Date(submittedAt).toISOString(),
    [`${what}-at-ts`]: Math.floor(submittedAt / 1000),
  }));
  const redactedAt = verification.redactedAt ?? inquiry.redactedAt;
  const link = (kind: string, linked: string | null) => ({ data: linked === null ? null : { type: kind, id: linked } });
  return {
    type: `verification/${type}`,
    id,
    attributes: {
      status,
      ...Object.assign({}, ...times),
      'redacted-at': redactedAt === null ? null : new Date(redactedAt).toISOString(),
      'country-code': country,
      tags: [],
      ...kinds[type](verification, fileUrl),
      checks,
    },
    relationships: {
      inquiry: link('inquiry', inquiry.id),
      template: link('template', null),
      'inquiry-template': link('inquiry-template', inquiry.templateId),
      'inquiry-template-version': link('inquiry-template-version', inquiry.templateVersionId),
      transaction: link('transaction', null),
      'verification-template': link(`verification-template/${type}`, templateId),
      // A template here has one version.
      'verification-template-version': link(
        `verification-template-version/${type}`,
        templateId.replace('vtmpl_', 'vtmplv_'),
      ),
      accounts: { data: inquiry.accountId === null ? [] : [{ type: 'account', id: inquiry.accountId }] },
      ...(type === 'government-id' && { document: link('document/government-id', verification.evidenceId ?? null) }),
    },
  };
}

type Kind = (verification: Verification, fileUrl: (fileId: string) => string) => Record<string, unknown>;

/** What each kind of verification says beside what all say. */
const kinds: Record<VerificationType, Kind> = {
  'phone-number': ({ phoneNumber, confirmationCode }) => ({
    ...(phoneNumber !== null && { 'phone-number': phoneNumber }),
    ...(confirmationCode !== null && { 'confirmation-code': confirmationCode }),
    metadata: {},
  }),
  'government-id': ({ files, idClass, data, capturedBy }, fileUrl) => ({
    'id-class': idClass,
    'capture-method': capturedBy,
    'front-photo-url': files.front ? fileUrl(files.front) : null,
    'back-photo-url': files.back ? fileUrl(files.back) : null,
    'photo-urls': photos(files, fileUrl, (side) => side).map((photo) => ({
      ...photo,
      'normalized-url': photo.url,
      'original-urls': [photo.url],
    })),
    'selfie-photo-url': null,
    'video-url': null,
    'entity-confidence-score': null,
    'entity-confidence-reasons': [],
    'from-reusable-persona': false,
    ...holder(data),
    designations: [],
  }),
  selfie: ({ files, capturedBy }, fileUrl) => ({
    'capture-method': capturedBy,
    'center-photo-url': files.center ? fileUrl(files.center) : null,
    'left-photo-url': files.left ? fileUrl(files.left) : null,
    'right-photo-url': files.right ? fileUrl(files.right) : null,
    'photo-urls': photos(files, fileUrl, (side) => `${side}_photo`),
    'video-url': null,
    // Faces are not compared here.
    'document-similarity-score': null,
    'selfie-similarity-score-left': null,
    'selfie-similarity-score-right': null,
    'entity-confidence-reasons': [],
    'from-reusable-persona': false,
  }),
};

const photos = (
  files: Verification['files'],
  fileUrl: (fileId: string) => string,
  pageOf: (side: string) => string,
): { page: string; filename: string; url: string }[] =>
  Object.entries(files).map(([side, fileId]) => ({ page: pageOf(side), filename: fileId, url: fileUrl(fileId) }));

/** What an ID may say that is not read here. */
const unread = [
  'name-suffix',
  'native-name-first',
  'native-name-middle',
  'native-name-last',
  'native-name-title',
  'issuing-authority',
  'issuing-subdivision',
  'nationality',
  'document-number',
  'visa-status',
  'issue-date',
  'birthplace',
  'endorsements',
  'height',
  'sex',
  'restrictions',
  'vehicle-class',
];

/** What an ID says about its holder. */
export function holder(data: IdData) {
  return {
    ...Object.fromEntries(unread.map((name) => [name, null])),
    'name-first': data.firstName ?? null,
    'name-middle': data.middleName ?? null,
    'name-last': data.lastName ?? null,
    birthdate: data.birthdate ?? null,
    'expiration-date': data.expirationDate ?? null,
    'identification-number': data.idNumber ?? null,
    'address-street-1': data.street ?? null,
    'address-street-2': null,
    'address-city': data.city ?? null,
    'address-subdivision': data.subdivision ?? null,
    'address-postal-code': data.postalCode ?? null,
  };
}
