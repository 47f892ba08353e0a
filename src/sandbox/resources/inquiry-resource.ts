import type { Step } from '../records/flow.js';
import type { Inquiry } from '../records/inquiry.js';
import { evidenceReference } from './evidence-resource.js';

const stepNames: Record<Step, string> = {
  start: 'start',
  phone: 'verification_phone_number',
  'phone-code': 'verification_phone_number',
  country: 'verification_government_id',
  'id-type': 'verification_government_id',
  'id-front': 'verification_government_id',
  'id-back': 'verification_government_id',
  'selfie-center': 'verification_selfie',
  'selfie-left': 'verification_selfie',
  'selfie-right': 'verification_selfie',
  'retry-government-id': 'retry_verification_government_id',
  'retry-selfie': 'retry_verification_selfie',
  success: 'success',
  failed: 'fail',
};

/** Persona's name of the step an inquiry is at; several screens may be one step. */
export const nextStepName = ({ progress }: Inquiry): string => stepNames[progress.step];

/** An inquiry as Persona's REST API and webhooks write it (version 2025-12-08, kebab-case). */
export function inquiryResource(inquiry: Inquiry, sessionIds: string[]) {
  const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const one = (type: string, id: string | null) => ({ data: id === null ? null : { type, id } });
  const evidence = (kind: string) =>
    inquiry.verifications
      .map(evidenceReference)
      .filter((reference) => reference?.type.startsWith(kind))
      .map((reference) => reference!);
  return {
    type: 'inquiry',
    id: inquiry.id,
    attributes: {
      status: inquiry.status,
      'reference-id': inquiry.referenceId,
      note: inquiry.note,
      behaviors: {},
      tags: inquiry.tags,
      creator: 'stand-in',
      'reviewer-comment': inquiry.reviewerComment,
      'created-at': time(inquiry.createdAt),
      'updated-at': time(inquiry.updatedAt),
      'started-at': time(inquiry.startedAt),
      'expires-at': time(inquiry.expiresAt),
      'completed-at': time(inquiry.completedAt),
      'failed-at': time(inquiry.failedAt),
      'marked-for-review-at': time(inquiry.markedForReviewAt),
      'decisioned-at': time(inquiry.decisionedAt),
      'expired-at': time(inquiry.expiredAt),
      'redacted-at': time(inquiry.redactedAt),
      'previous-step-name': inquiry.previousStep ? stepNames[inquiry.previousStep] : null,
      'next-step-name': nextStepName(inquiry),
      fields: inquiry.fields,
    },
    relationships: {
      account: one('account', inquiry.accountId),
      template: { data: null },
      'inquiry-template': one('inquiry-template', inquiry.templateId),
      'inquiry-template-version': one('inquiry-template-version', inquiry.templateVersionId),
      transaction: { data: null },
      reviewer: { data: inquiry.reviewer ?? null },
      reports: { data: [] },
      verifications: { data: inquiry.verifications.map(({ id, type }) => ({ type: `verification/${type}`, id })) },
      sessions: { data: sessionIds.map((id) => ({ type: 'inquiry-session', id })) },
      documents: { data: evidence('document') },
      selfies: { data: evidence('selfie') },
    },
  };
}
