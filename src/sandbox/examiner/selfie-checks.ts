import { type Check, notApplicable } from '../records/checks.js';
import { isCutFrom } from './copies.js';
import { check, hasRepeat, isSame, type Picture, sharpnessCheck } from './picture.js';

/** What can be said of a selfie's poses, and of them beside the ID that was shown before. No face is recognised. */
export function selfieChecks(poses: Picture[], id: Picture[]): Check[] {
  return [
    sharpnessCheck('selfie_image_quality_detection', 'insufficient_detail', poses),
    check('selfie_pose_repeat_detection', hasRepeat(poses) && 'poses_repeated'),
    id.length
      ? check('selfie_suspicious_entity_detection', isOfId(poses, id) && 'suspicious_photo')
      : notApplicable('selfie_suspicious_entity_detection', 'no_government_id'),
    notApplicable('selfie_pose_detection', 'disabled'),
    notApplicable('selfie_liveness_detection', 'not_enabled'),
    notApplicable('selfie_id_comparison', id.length ? 'disabled' : 'no_government_id'),
  ];
}

/**
 * Whether a pose is a picture of the ID itself, or the one that looks straight ahead the portrait cut out of its front;
 * looking for that in all of them takes six times as long.
 */
const isOfId = (poses: Picture[], id: Picture[]): boolean =>
  poses.some((pose) =>
    id.some((side) =>
      pose.side === 'center' && side.side === 'front' ? isSame(side, pose, isCutFrom) : isSame(side, pose),
    ),
  );
