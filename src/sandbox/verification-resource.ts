import type { IdData } from './checks.js';
import type { Verification } from './inquiries.js';

/** A verification as Persona's REST API and webhooks write it (https://docs.withpersona.com/api-reference/verifications). */
export function verificationResource(verification: Verification, inquiryId: string, fileUrl: (fileId: string) => string) {
  const { id, type, status, submittedAt, checks, files, phoneNumber, country, idClass, data } = verification;
  const at = new Date(submittedAt).toISOString();
  const photo = (name: keyof typeof files) => (files[name] ? { url: fileUrl(files[name]) } : null);
  const kinds = {
    'phone-number': () => ({ 'phone-number': phoneNumber }),
    'government-id': () => ({ 'country-code': country, 'id-class': idClass, 'front-photo': photo('front'), 'back-photo': photo('back'), ...holder(data) }),
    selfie: () => ({ 'center-photo': photo('center'), 'left-photo': photo('left'), 'right-photo': photo('right') }),
  };
  return {
    type: `verification/${type}`,
    id,
    attributes: { status, 'created-at': at, 'submitted-at': at, 'completed-at': at, ...kinds[type](), checks },
    relationships: { inquiry: { data: { type: 'inquiry', id: inquiryId } } },
  };
}

function holder(data: IdData) {
  return {
    'name-first': data.firstName ?? null, 'name-middle': data.middleName ?? null, 'name-last': data.lastName ?? null, birthdate: data.birthdate ?? null,
    'expiration-date': data.expirationDate ?? null, 'identification-number': data.idNumber ?? null,
    'address-street-1': data.street ?? null, 'address-city': data.city ?? null, 'address-subdivision': data.subdivision ?? null, 'address-postal-code': data.postalCode ?? null,
  };
}
