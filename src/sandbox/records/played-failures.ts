import { type Check, type Findings, failed } from './checks.js';
import type { Progress } from './flow.js';
import { idTypesOf } from './id-types.js';
import type { Verification } from './verification.js';

/** A check that a scenario lets fail, whatever the pictures show. */
export interface PlayedFailure {
  type: 'government-id' | 'selfie';
  /** The check's name at Persona. */
  check: string;
  /** Why it fails, in Persona's word. */
  reason: string;
  /** What the failure does to the verification: it fails for good, or asks for another try. */
  requirement: Exclude<Check['requirement'], 'not_required'>;
  /** What the ID must have for it; one without is looked at as ever. */
  needs?: 'back' | 'barcode';
}

/** A failure that is due, and how often. */
export interface PlannedFailure extends PlayedFailure {
  scenario: string;
  /** How many tries of an inquiry meet it; `Infinity` for all. */
  times: number;
}

const id = (check: string, reason: string, needs?: PlayedFailure['needs']): PlayedFailure => ({
  type: 'government-id',
  check,
  reason,
  requirement: 'required',
  needs,
});
const selfie = (check: string, reason: string): PlayedFailure => ({
  type: 'selfie',
  check,
  reason,
  requirement: 'required',
});

/** The failures that can be played, by scenario, each with the line that lists it. */
export const playedFailures: Record<string, PlayedFailure & { does: string }> = {
  'id-glare': { ...id('id_glare_detection', 'too_much_glare'), does: 'There is glare on the ID.' },
  'id-blurred': { ...id('id_blur_detection', 'too_blurry'), does: 'The picture of the ID is blurred.' },
  'id-back-missing': {
    ...id('id_barcode_detection', 'back_missing', 'back'),
    does: 'The back of the ID is not found; only for an ID with two sides.',
  },
  'id-same-side': {
    ...id('id_double_side_detection', 'side_submitted_twice', 'back'),
    does: 'Front and back show the same side; only for an ID with two sides.',
  },
  'id-barcode-unreadable': {
    ...id('id_barcode_detection', 'barcode_not_decoded', 'barcode'),
    does: 'The barcode cannot be read; only for an ID that has one.',
  },
  'id-expired': { ...id('id_expired_detection', 'expired'), does: 'The ID has expired.' },
  'id-under-age': { ...id('id_age_comparison', 'failed_requirement'), does: 'The holder of the ID is under age.' },
  'id-wrong-type': {
    ...id('id_disallowed_type_detection', 'type_mismatch'),
    does: 'The ID is of another kind than the one chosen.',
  },
  'selfie-spoof': { ...selfie('selfie_liveness_detection', 'replica_detected'), does: 'The selfie is a spoof.' },
  'selfie-unsure': {
    ...selfie('selfie_liveness_detection', 'low_liveness_confidence'),
    requirement: 'requires_retry',
    does: 'It is not sure that the selfie is live, and asks for another try.',
  },
  'selfie-mismatch': {
    ...selfie('selfie_id_comparison', 'face_mismatch'),
    does: 'The face is not the one on the ID.',
  },
  'selfie-same-pose': {
    ...selfie('selfie_pose_repeat_detection', 'poses_repeated'),
    does: 'The three selfie pictures are one.',
  },
  'selfie-wrong-pose': {
    ...selfie('selfie_pose_detection', 'required_poses_not_found'),
    does: 'The head is not turned as asked for.',
  },
  'selfie-of-id': {
    ...selfie('selfie_suspicious_entity_detection', 'suspicious_photo'),
    does: 'The selfie is a picture of the ID.',
  },
};

/**
 * What was found out, with the failures that are due in place of what their checks have really found. Each says in its
 * metadata that it is simulated, and by that is counted: a scenario that has happened often enough is over.
 */
export function withPlayed(
  findings: Findings,
  planned: PlannedFailure[],
  { progress, verifications }: { progress: Progress; verifications: Verification[] },
): Findings {
  const happened = (scenario: string) =>
    verifications.filter(({ checks }) => checks.some(({ metadata }) => metadata.scenario === scenario)).length;
  const due = planned.filter((one) => fits(one, progress) && happened(one.scenario) < one.times);
  if (!due.length) return findings;
  const checks = new Map(findings.checks.map((check) => [check.name, check]));
  for (const { check, reason, requirement, scenario } of due)
    checks.set(check, { ...failed(check, reason, { simulated: true, scenario }), requirement });
  return { ...findings, checks: [...checks.values()] };
}

function fits({ needs }: PlayedFailure, { country, idClass }: Progress): boolean {
  const chosen = idTypesOf(country ?? '').find((type) => type.idClass === idClass);
  return !needs || Boolean(chosen?.[needs]);
}
