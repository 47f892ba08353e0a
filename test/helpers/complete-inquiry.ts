import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { InquiryWalk } from '../../src/sandbox/walk-inquiry.js';

export {
  completeInquiry,
  type InquiryWalk,
  pressDone,
  setPass,
  showId,
  showPictures,
  standStill,
  takeSelfie,
} from '../../src/sandbox/walk-inquiry.js';

/** A file as Playwright takes it. */
export interface PictureFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/**
 * A walk by files: what is not about the camera goes without one, which costs half of a walk's time.
 */
export const byFiles = (): InquiryWalk => ({
  id: { file: pictureFile() },
  selfie: { files: [pictureFile(), pictureFile(), pictureFile()] },
});

/** A PNG of noise, so large that no one takes it for an empty picture. */
export function pictureFile(width = 640, height = 400): PictureFile {
  const row = () => Buffer.concat([Buffer.from([0]), randomBytes(width)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits per pixel, grey
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, row)));
  const buffer = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name: 'id.png', mimeType: 'image/png', buffer };
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
