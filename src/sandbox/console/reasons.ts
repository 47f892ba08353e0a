import type { Check } from '../records/checks.js';
import type { Verification } from '../records/verification.js';

/** What a failed check means, in words. */
const meanings: Record<string, string> = {
  id_barcode_detection: 'The barcode on the back of the ID could not be read.',
  id_blur_detection: 'A picture of the ID is too blurred.',
  id_double_side_detection: 'Front and back of the ID are the same picture.',
  id_expired_detection: 'The ID has expired.',
  id_mrz_inconsistency_detection: 'The machine-readable lines of the ID do not add up.',
  id_repeat_detection: 'Another account was verified with the same picture of an ID.',
  id_unprocessable_submission_detection: 'A file of the ID is damaged.',
  selfie_image_quality_detection: 'A picture of the selfie is too blurred.',
  selfie_pose_repeat_detection: 'Two poses of the selfie are the same picture.',
  selfie_liveness_detection: 'The selfie does not look like a live person.',
  selfie_id_comparison: 'The faces on ID and selfie do not match.',
};

/** A failed check as a sentence; one without words of its own is named. */
export function meaningOf({ name, reasons }: Pick<Check, 'name' | 'reasons'>): string {
  const named = `The check ${name.replaceAll('_', ' ')} failed${reasons.length ? ` (${reasons.join(', ')})` : ''}.`;
  return meanings[name] ?? named;
}

/** What has failed in some verifications, as sentences, each once, with how often it did. */
export function failuresIn(verifications: Verification[]): string[] {
  const counts = new Map<string, number>();
  for (const { checks } of verifications)
    for (const check of checks.filter(({ status }) => status === 'failed'))
      counts.set(meaningOf(check), (counts.get(meaningOf(check)) ?? 0) + 1);
  return [...counts].map(([sentence, count]) =>
    count === 1 ? sentence : `${sentence.slice(0, -1)} (${count} times).`,
  );
}
