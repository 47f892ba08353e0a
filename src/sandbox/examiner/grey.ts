import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';

/** Grey values of a picture, row by row, scaled to at most 640 pixels a side. */
export interface Grey {
  width: number;
  height: number;
  values: Float32Array;
  /** At (x, y), in rows one longer than the picture's, the sum of all values above and to the left. */
  sums: Float64Array;
}

/** A JPEG or PNG in grey; undefined for other kinds, which are not looked into. Throws for a damaged file. */
export function greyOf(picture: Uint8Array): Grey | undefined {
  const bytes = Buffer.from(picture);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return shrink(jpeg.decode(bytes, { maxMemoryUsageInMB: 1024 }));
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG') return shrink(PNG.sync.read(bytes));
  return undefined;
}

function shrink({ width, height, data }: { width: number; height: number; data: Uint8Array }): Grey {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / 640));
  const small = {
    width: Math.floor(width / step),
    height: Math.floor(height / step),
    values: new Float32Array(Math.floor(width / step) * Math.floor(height / step)),
  };
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const at = (y * step * width + x * step) * 4;
      small.values[y * small.width + x] = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
    }
  }
  return { ...small, sums: sumsOf(small) };
}

function sumsOf({ width, height, values }: Omit<Grey, 'sums'>): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += values[y * width + x]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  return sums;
}
