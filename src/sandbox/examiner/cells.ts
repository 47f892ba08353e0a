import type { Grey } from './grey.js';

/** A part of a picture, in pixels, which need not be whole. */
export interface Part {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Mean grey values of a part's cells, row by row. */
export type Cells = Float64Array;

/** A part of a picture as `count` times `count` cells. */
export function cellsOf(picture: Grey, { left, top, right, bottom }: Part, count: number): Cells {
  const [width, height] = [(right - left) / count, (bottom - top) / count];
  const across = count + 1;
  const corners = new Float64Array(across * across);
  for (let y = 0; y < across; y++)
    for (let x = 0; x < across; x++) corners[y * across + x] = sumTo(picture, left + x * width, top + y * height);
  const cells = new Float64Array(count * count);
  for (let y = 0; y < count; y++) {
    for (let x = 0; x < count; x++) {
      const at = y * across + x;
      const sum = corners[at + across + 1]! - corners[at + across]! - corners[at + 1]! + corners[at]!;
      cells[y * count + x] = sum / (width * height);
    }
  }
  return cells;
}

/** The sum of all values above and to the left of a point, also between pixels. */
function sumTo({ width, height, sums }: Grey, x: number, y: number): number {
  const column = Math.min(Math.floor(x), width - 1);
  const row = Math.min(Math.floor(y), height - 1);
  const right = x - column;
  const down = y - row;
  const at = row * (width + 1) + column;
  const below = at + width + 1;
  const above = sums[at]! * (1 - right) + sums[at + 1]! * right;
  return above * (1 - down) + (sums[below]! * (1 - right) + sums[below + 1]! * right) * down;
}

/** Pearson's correlation, from -1 to 1; 0 where one has nothing on it. */
export function correlation(one: Cells, other: Cells): number {
  const { both, first, second } = moments(one, other);
  return first && second ? both / Math.sqrt(first * second) : 0;
}

/** What is left of `other` when `one` is taken away as bright and as rich in contrast as fits best. */
export function rest(one: Cells, other: Cells): Cells {
  const { both, first, middle, otherMiddle } = moments(one, other);
  const gain = first ? both / first : 0;
  return other.map((value, n) => value - otherMiddle - gain * (one[n]! - middle));
}

/** The standard deviation, in grey levels. */
export function spread(cells: Cells): number {
  return Math.sqrt(moments(cells, cells).first / cells.length);
}

function moments(one: Cells, other: Cells) {
  const [middle, otherMiddle] = [mean(one), mean(other)];
  let [both, first, second] = [0, 0, 0];
  for (let n = 0; n < one.length; n++) {
    const a = one[n]! - middle;
    const b = other[n]! - otherMiddle;
    both += a * b;
    first += a * a;
    second += b * b;
  }
  return { middle, otherMiddle, both, first, second };
}

function mean(cells: Cells): number {
  let sum = 0;
  for (const value of cells) sum += value;
  return sum / cells.length;
}
