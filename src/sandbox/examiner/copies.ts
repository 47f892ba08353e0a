import { type Cells, cellsOf, correlation, type Part, rest, spread } from './cells.js';
import type { Grey } from './grey.js';

// Few cells to find a place, more to judge what stands there.
const coarse = 8;
const fine = 32;

/** How many of the fine cells may differ: a stamp, a date. */
const mayDiffer = 0.03;

/**
 * Whether one picture is made from the other: saved again, scaled, made brighter, or cut out of it, down to half of its
 * width. Two photos of one scene are none: a copy is alike everywhere, and where a head has turned it is not.
 */
export function isCopy(one: Grey, other: Grey): boolean {
  return isCutFrom(one, other, 0.5) || isCutFrom(other, one, 0.5);
}

/** Whether `cut` is `whole` or a part of it, such as the portrait on an ID, from `least` of its width on. */
export function isCutFrom(whole: Grey, cut: Grey, least = 0.15): boolean {
  const all: Part = { left: 0, top: 0, right: cut.width, bottom: cut.height };
  const [rough, exact] = [cellsOf(cut, all, coarse), cellsOf(cut, all, fine)];
  return placesIn(whole, cut, least)
    .map((part) => ({ part, like: correlation(cellsOf(whole, part, coarse), rough) }))
    .filter(({ like }) => like > 0.7)
    .sort((a, b) => b.like - a.like)
    .slice(0, 4)
    .some(({ part }) => isAlike(cellsOf(whole, settled(part, whole, exact), fine), exact));
}

/** Where the cut may come from: parts of its proportions, at every size and place. */
function placesIn(whole: Grey, cut: Grey, least: number): Part[] {
  const places: Part[] = [];
  const widest = Math.min(whole.width, (whole.height * cut.width) / cut.height);
  for (let width = widest; width >= whole.width * least; width *= 0.88) {
    const height = (width * cut.height) / cut.width;
    for (const top of stepsTo(whole.height - height, height / coarse))
      for (const left of stepsTo(whole.width - width, width / coarse))
        places.push({ left, top, right: left + width, bottom: top + height });
  }
  return places;
}

/** Numbers from 0 to `end`, the same steps apart, at most `step`. */
function stepsTo(end: number, step: number): number[] {
  const count = Math.max(0, Math.ceil(end / step));
  return Array.from({ length: count + 1 }, (_, n) => (count ? (end * n) / count : 0));
}

/** The part moved and resized, by less and less, to where it is most like the cut. */
function settled(part: Part, whole: Grey, exact: Cells): Part {
  const likeness = (place: Part) => correlation(cellsOf(whole, place, fine), exact);
  const isWithin = ({ left, top, right, bottom }: Part) =>
    left >= 0 && top >= 0 && right <= whole.width && bottom <= whole.height;
  let [best, like] = [part, likeness(part)];
  for (let step = (part.right - part.left) / 16; step > 0.25; step /= 2) {
    for (let isBetter = true; isBetter; ) {
      isBetter = false;
      for (const next of movesOf(best, step).filter(isWithin)) {
        const nextLike = likeness(next);
        if (nextLike > like) [best, like, isBetter] = [next, nextLike, true];
      }
    }
  }
  return best;
}

function movesOf({ left, top, right, bottom }: Part, step: number): Part[] {
  return [-step, step].flatMap((by) => [
    { left: left + by, top, right: right + by, bottom },
    { left, top: top + by, right, bottom: bottom + by },
    { left: left + by, top, right, bottom },
    { left, top: top + by, right, bottom },
    { left, top, right: right + by, bottom },
    { left, top, right, bottom: bottom + by },
  ]);
}

/** Whether the cells of one are those of the other, brighter or darker, but for a few. */
function isAlike(one: Cells, other: Cells): boolean {
  const contrast = spread(other);
  const tolerance = Math.max(2, contrast * 0.12);
  const different = rest(one, other).filter((value) => Math.abs(value) > tolerance);
  return contrast > 3 && different.length <= other.length * mayDiffer;
}
