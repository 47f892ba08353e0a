/** Names of checks as Persona documents them (https://docs.withpersona.com/verification-checks). */
const idChecks = (
  'aamva_database_lookup account_comparison age_comparison age_inconsistency_detection barcode_detection ' +
  'barcode_inconsistency_detection blur_detection color_inconsistency_detection compromised_detection ' +
  'disallowed_country_detection disallowed_type_detection double_side_detection electronic_replica_detection ' +
  'entity_detection expired_detection extracted_properties_detection extraction_inconsistency_detection ' +
  'fabrication_detection glare_detection handwriting_detection inconsistent_repeat_detection inquiry_comparison ' +
  'mrz_detection mrz_inconsistency_detection number_format_inconsistency_detection po_box_detection ' +
  'portrait_clarity_detection portrait_detection public_figure_detection real_id_detection repeat_detection ' +
  'selfie_comparison tamper_detection unprocessable_submission_detection valid_dates_detection'
).split(' ');
const selfieChecks = (
  'liveness_detection id_comparison pose_detection pose_repeat_detection multiple_faces_detection account_comparison ' +
  'suspicious_entity_detection glasses_detection glare_detection public_figure_detection age_comparison ' +
  'face_covering_detection image_quality_detection'
).split(' ');

/** Every check a template may require. */
export const checkNames = [...idChecks.map((name) => `id_${name}`), ...selfieChecks.map((name) => `selfie_${name}`)];
