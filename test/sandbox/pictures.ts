import { pictureFile } from '../helpers/complete-inquiry.js';

/** A PNG of the given size in pixels. */
export function png(width = 640, height = 400): Buffer {
  return pictureFile(width, height).buffer;
}

/** The header of a JPEG of the given size, filled up to `bytes`. */
export function jpeg(width = 640, height = 400, bytes = 20_000): Buffer {
  const frame = Buffer.from([
    0xff,
    0xc0,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    1,
    0x22,
    0,
    2,
    0x11,
    1,
    3,
    0x11,
    1,
  ]);
  const start = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  return fillUp(Buffer.concat([start, frame, Buffer.from([0xff, 0xda, 0, 12])]), bytes);
}

/** The header of a HEIC picture of the given size, filled up to `bytes`. */
export function heic(width = 640, height = 400, bytes = 20_000, brand = 'heic'): Buffer {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(width, 4);
  size.writeUInt32BE(height, 8);
  const properties = box('iprp', box('ipco', box('ispe', size)));
  const head = Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0mif1heic`, 'latin1')),
    box('meta', Buffer.concat([Buffer.alloc(4), properties])),
  ]);
  return fillUp(head, bytes);
}

/** The header of a PDF, filled up to `bytes`. */
export function pdf(bytes = 20_000): Buffer {
  return fillUp(Buffer.from('%PDF-1.7\n'), bytes);
}

function box(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}

function fillUp(head: Buffer, bytes: number): Buffer {
  return Buffer.concat([head, Buffer.alloc(Math.max(0, bytes - head.length))]);
}
