import type { Grey } from './grey.js';

/**
 * Below this a picture is too blurred to read. Sharp text gives hundreds, a soft photo about fifty, an empty wall next
 * to nothing.
 */
export const sharpEnough = 8;

/** How sharp a picture is: the variance of its Laplacian, in squared grey levels. */
export function sharpnessOf({ width, height, values }: Grey): number {
  let [sum, squares, count] = [0, 0, 0];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const edge = 4 * values[at]! - values[at - 1]! - values[at + 1]! - values[at - width]! - values[at + width]!;
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  return count ? squares / count - (sum / count) ** 2 : 0;
}
