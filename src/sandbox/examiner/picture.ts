import { createHash } from 'node:crypto';
import { type Check, failed, notApplicable, passed } from '../records/checks.js';
import type { Side } from '../records/flow.js';
import { isCopy } from './copies.js';
import { type Grey, greyOf } from './grey.js';
import { sharpEnough, sharpnessOf } from './sharpness.js';

/** A picture as it is looked at. */
export interface Picture {
  side: Side;
  bytes: Uint8Array;
  /** SHA-256 of the file. */
  print: string;
  /** Whether it came straight from the camera. */
  live: boolean;
  /** What is on it; undefined for a kind that is not looked into. */
  grey: Grey | 'damaged' | undefined;
}

/** Opens a picture. */
export function pictureOf(bytes: Uint8Array, { side, live }: Pick<Picture, 'side' | 'live'>): Picture {
  return { side, live, bytes, print: createHash('sha256').update(bytes).digest('hex'), grey: opened(bytes) };
}

function opened(bytes: Uint8Array): Picture['grey'] {
  try {
    return greyOf(bytes);
  } catch {
    return 'damaged';
  }
}

/** What is on a picture that can be looked into, or undefined. */
export const shownOn = ({ grey }: Picture): Grey | undefined => (grey === 'damaged' ? undefined : grey);

/**
 * Whether two pictures are one: the same file, or one made from the other as `isMade` says. Two that came straight from
 * the camera are never made from each other, and test cameras show much the same to everybody.
 */
export function isSame(one: Picture, other: Picture, isMade: (one: Grey, other: Grey) => boolean = isCopy): boolean {
  if (one.print === other.print) return true;
  const [shown, otherShown] = [shownOn(one), shownOn(other)];
  return !(one.live && other.live) && shown !== undefined && otherShown !== undefined && isMade(shown, otherShown);
}

/** Whether any two of some pictures are one. */
export const hasRepeat = (pictures: Picture[]): boolean =>
  pictures.some((one, place) => pictures.slice(place + 1).some((other) => isSame(one, other)));

/** A check that fails for a reason, if there is one. */
export const check = (name: string, reason: string | false): Check => (reason ? failed(name, reason) : passed(name));

/** Whether the least sharp of some pictures is sharp enough; `reason` is the word for one that is not. */
export function sharpnessCheck(name: string, reason: string, pictures: Picture[]): Check {
  const measured = pictures.map(shownOn).filter((grey) => grey !== undefined);
  if (!measured.length) return notApplicable(name, 'disabled');
  const sharpness = Math.round(Math.min(...measured.map(sharpnessOf)) * 10) / 10;
  return sharpness < sharpEnough ? failed(name, reason, { sharpness }) : passed(name, { sharpness });
}
