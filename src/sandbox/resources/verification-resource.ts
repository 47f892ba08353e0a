import type { IdData } from '../records/checks.js';
import type { Side } from '../records/flow.js';
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
  const { id, type, status, submittedAt, checks, files, phoneNumber, country, idClass, data } = verification;
  const times = ['created', 'submitted', 'completed'].map((what) => ({
    [`${what}-at`]: new Date(submittedAt).toISOString(),
    [`${what}-at-ts`]: Math.floor(submittedAt / 1000),
  }));
  const photo = (side: Side) => (files[side] ? fileUrl(files[side]) : null);
  const photos = (pageOf: (side: string) => string) =>
    Object.entries(files).map(([side, fileId]) => ({ page: pageOf(side), filename: fileId, url: fileUrl(fileId) }));
  const kinds = {
    'phone-number': () => (phoneNumber === null ? {} : { 'phone-number': phoneNumber }),
    'government-id': () => ({
      'country-code': country,
      'id-class': idClass,
      'front-photo-url': photo('front'),
      'back-photo-url': photo('back'),
      'photo-urls': photos((side) => side),
      ...holder(data),
    }),
    selfie: () => ({
      'center-photo-url': photo('center'),
      'left-photo-url': photo('left'),
      'right-photo-url': photo('right'),
      'photo-urls': photos((side) => `${side}_photo`),
    }),
  };
  return {
    type: `verification/${type}`,
    id,
    attributes: {
      status,
      ...Object.assign({}, ...times),
      'redacted-at': inquiry.redactedAt === null ? null : new Date(inquiry.redactedAt).toISOString(),
      tags: [],
      ...kinds[type](),
      checks,
    },
    relationships: {
      inquiry: { data: { type: 'inquiry', id: inquiry.id } },
      'inquiry-template': { data: { type: 'inquiry-template', id: inquiry.templateId } },
      'inquiry-template-version': { data: { type: 'inquiry-template-version', id: inquiry.templateVersionId } },
      accounts: { data: inquiry.accountId === null ? [] : [{ type: 'account', id: inquiry.accountId }] },
    },
  };
}

/** What an ID says about its holder. */
export function holder(data: IdData) {
  return {
    'name-first': data.firstName ?? null,
    'name-middle': data.middleName ?? null,
    'name-last': data.lastName ?? null,
    birthdate: data.birthdate ?? null,
    'expiration-date': data.expirationDate ?? null,
    'identification-number': data.idNumber ?? null,
    'address-street-1': data.street ?? null,
    'address-city': data.city ?? null,
    'address-subdivision': data.subdivision ?? null,
    'address-postal-code': data.postalCode ?? null,
  };
}
