import { crc32, deflateSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright';

/** A file as Playwright takes it. */
export interface PictureFile { name: string; mimeType: string; buffer: Buffer }

/** How a person goes through the pages of the stand-in. */
export interface InquiryWalk {
  /** The ID by file (front, and back where the kind needs one) or by camera; by default a made-up picture file. */
  id?: { file: PictureFile; back?: PictureFile } | { camera: true };
  /** Persona's short name of the kind of ID; a passport by default. */
  idClass?: string;
  /** ISO 3166 code; by default the one the page proposes. */
  country?: string;
  /** The sandbox switch; on by default. */
  pass?: boolean;
  /** Whether to press "Done" at the end; yes by default. */
  done?: boolean;
}

type Place = FrameLocator | Page;

const primary = '[data-test="button__primary"]';

/** Walks an inquiry from its first screen to "Done" as a person would. The browser needs a (fake) camera for the selfie. */
export async function completeInquiry(place: Place, walk: InquiryWalk = {}): Promise<void> {
  await showId(place, walk);
  await takeSelfie(place);
  if (walk.done !== false) await pressDone(place);
}

/** From the first screen to the first selfie screen (or the retry screen with `pass: false`). */
export async function showId(place: Place, walk: InquiryWalk = {}): Promise<void> {
  await standStill(place);
  await place.locator(primary).filter({ hasText: 'Begin verifying' }).click();
  if (walk.country) await place.locator('#country').selectOption(walk.country);
  await place.locator(primary).filter({ hasText: 'Select' }).click();
  await showPictures(place, walk);
}

/** From the choice of the kind of ID to the result of its check. */
export async function showPictures(place: Place, walk: InquiryWalk = {}): Promise<void> {
  const id = walk.id ?? { file: pictureFile() };
  await setPass(place, walk.pass ?? true);
  await place.locator(`#select__option--${walk.idClass ?? 'pp'}`).click();
  await givePicture(place, 'file' in id ? id.file : null);
  const back = place.getByRole('heading', { name: /^Back of/ });
  const after = place.getByRole('heading', { name: /selfie|could not/ });
  await back.or(after).waitFor();
  if (await back.isVisible()) await givePicture(place, 'file' in id ? id.back ?? id.file : null);
  await after.waitFor();
}

/** The three selfie pictures, from the first selfie screen to the result. */
export async function takeSelfie(place: Place): Promise<void> {
  await place.locator(primary).filter({ hasText: 'Open the camera' }).click();
  for (const pose of ['Look straight ahead', 'Turn your head left', 'Turn your head right']) {
    await place.getByRole('heading', { name: pose }).waitFor();
    await takePhoto(place);
  }
  await place.getByRole('heading', { name: /Thank you|could not/ }).waitFor();
}

/** The final click. */
export async function pressDone(place: Place): Promise<void> {
  await place.locator(primary).filter({ hasText: 'Done' }).click();
}

/** Sets the sandbox switch "Pass verifications". */
export async function setPass(place: Place, pass: boolean): Promise<void> {
  await place.getByRole('switch', { name: 'Pass verifications' }).setChecked(pass);
}

/** Waits until the frame has stopped moving: clicks into a frame that still slides in land beside their target. */
export async function standStill(place: Place): Promise<void> {
  if (!('owner' in place)) return;
  await place.owner().waitFor();
  await place.owner().evaluate((frame) => Promise.all(
    frame.ownerDocument.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity).map((animation) => animation.finished.catch(() => undefined)),
  ));
}

async function givePicture(place: Place, file: PictureFile | null): Promise<void> {
  if (file) {
    await place.locator('[data-test="button__children"]').waitFor();
    await place.locator('input[type=file]').setInputFiles(file);
  } else {
    await place.locator(primary).filter({ hasText: 'Use the camera' }).click();
    await takePhoto(place);
  }
  await place.locator('[data-test="government-id-check__continue"]').click();
}

async function takePhoto(place: Place): Promise<void> {
  await place.locator(primary).filter({ hasText: 'Take photo' }).click();
}

/** A PNG of noise, so large that no one takes it for an empty picture. */
export function pictureFile(width = 640, height = 400): PictureFile {
  const row = () => Buffer.concat([Buffer.from([0]), randomBytes(width)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits per pixel, grey
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, row)));
  const buffer = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
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
