import { imageSize } from 'image-size';
import { type FileKind, type UploadProblem, uploadLimits } from '../records/upload-limits.js';

/** A refused file; `code` says why. */
export class UploadError extends Error {
  override name = 'UploadError';
  readonly code: UploadProblem;
  constructor(code: UploadProblem, message: string) {
    super(message);
    this.code = code;
  }
}

const heifBrands = ['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1'];

/** The kind of a file by its content; undefined for any that is not kept. */
export function kindOf(bytes: Uint8Array): FileKind | undefined {
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(4, 8) === 'ftyp' && heifBrands.includes(text(8, 12))) return 'heic';
  // Readers accept a PDF whose header starts within the first kilobyte.
  if (text(0, 1024).includes('%PDF-')) return 'pdf';
  return undefined;
}

/** The kind of an acceptable file; throws {@link UploadError} for any other. */
export function checkUpload(bytes: Uint8Array): FileKind {
  const { minimumBytes, maximumBytes, minimumPixels, maximumPixels } = uploadLimits;
  if (bytes.length > maximumBytes)
    throw new UploadError('file_too_large', 'The file is larger than 15 MB. Choose a smaller one.');
  const kind = kindOf(bytes);
  if (!kind)
    throw new UploadError(
      'file_type',
      'The file is not a JPEG, PNG, HEIC or PDF. Choose a file of one of these kinds.',
    );
  if (bytes.length < minimumBytes)
    throw new UploadError('file_too_small', 'The file is smaller than 10 kB. Choose a clearer picture.');
  if (kind === 'pdf') return kind;
  const { width, height } = dimensionsOf(bytes);
  if (Math.min(width, height) < minimumPixels)
    throw new UploadError(
      'image_too_small',
      `The picture is ${width} × ${height} pixels; each side needs 200 or more.`,
    );
  if (Math.max(width, height) > maximumPixels)
    throw new UploadError(
      'image_too_large',
      `The picture is ${width} × ${height} pixels; no side may have more than 15,000.`,
    );
  return kind;
}

function dimensionsOf(bytes: Uint8Array): { width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch (cause) {
    throw new UploadError(
      'file_unreadable',
      `The picture is damaged and cannot be read (${(cause as Error).message}). Choose another one.`,
    );
  }
}
