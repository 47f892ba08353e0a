/**
 * The checks that the stand-in makes, really or because a scenario asks for their failure, by Persona's names
 * (https://docs.withpersona.com/verification-checks): what a template may require.
 */
export const checkNames = [
  'id_age_comparison',
  'id_barcode_detection',
  'id_blur_detection',
  'id_disallowed_type_detection',
  'id_double_side_detection',
  'id_expired_detection',
  'id_glare_detection',
  'id_mrz_detection',
  'id_mrz_inconsistency_detection',
  'id_repeat_detection',
  'id_unprocessable_submission_detection',
  'selfie_id_comparison',
  'selfie_image_quality_detection',
  'selfie_liveness_detection',
  'selfie_pose_detection',
  'selfie_pose_repeat_detection',
  'selfie_suspicious_entity_detection',
];
