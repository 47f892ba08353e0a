import { type Inquiry, LifecycleError } from './inquiry.js';
import type { Verification } from './verification.js';

/**
 * An inquiry without anything personal, and the ids of the pictures to delete; throws a LifecycleError the second time.
 */
export function redacted(inquiry: Inquiry, now: number): { inquiry: Inquiry; fileIds: string[] } {
  if (inquiry.redactedAt !== null) throw new LifecycleError('Inquiry already redacted');
  const pictures = [inquiry.progress, ...inquiry.verifications].map(({ files }) => files);
  const fileIds = pictures.flatMap((files) => Object.values(files));
  const verifications = inquiry.verifications.map((one) => redactedVerification(one, now));
  const progress = { ...inquiry.progress, files: {}, phone: null };
  const emptied = Object.entries(inquiry.fields).map(([key, { type }]) => [key, { type, value: null }]);
  const fields: Inquiry['fields'] = Object.fromEntries(emptied);
  return {
    inquiry: { ...inquiry, fields, note: null, progress, verifications, updatedAt: now, redactedAt: now },
    fileIds,
  };
}

/** A verification without anything personal; one that is already keeps its moment. */
export const redactedVerification = (verification: Verification, now: number): Verification => ({
  ...verification,
  files: {},
  fingerprints: [],
  data: {},
  phoneNumber: null,
  confirmationCode: null,
  redactedAt: verification.redactedAt ?? now,
});
