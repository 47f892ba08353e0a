/** Kinds of file an ID may come as; decided by content, never by name. */
export type FileKind = 'jpeg' | 'png' | 'heic' | 'pdf';

/** Why a file was refused; the page has words for each. */
export type UploadProblem =
  | 'file_type'
  | 'file_too_small'
  | 'file_too_large'
  | 'image_too_small'
  | 'image_too_large'
  | 'file_unreadable';

/** Persona's limits: https://docs.withpersona.com/api-reference/verifications/government-id-verifications */
export const uploadLimits = {
  minimumBytes: 10_000,
  maximumBytes: 15_000_000,
  minimumPixels: 200,
  maximumPixels: 15_000,
};
