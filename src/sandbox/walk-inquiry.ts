/** @ts-ignore Typed where Playwright is installed: the stand-in runs without it. */
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** A file as Playwright takes it: a path, or its content. */
export type PictureFile = string | { name: string; mimeType: string; buffer: Uint8Array };

/** How a person goes through the pages of the stand-in. */
export interface InquiryWalk {
  /** The ID by file (front, and back where the kind needs one) or by camera; by camera when left out. */
  id?: { file: PictureFile; back?: PictureFile } | { camera: true };
  /** The selfie by three files (straight ahead, left, right) or by camera; by camera when left out. */
  selfie?: { files: [PictureFile, PictureFile, PictureFile] } | { camera: true };
  /** Persona's short name of the kind of ID, such as `dl`; a passport by default. */
  idClass?: string;
  /** ISO 3166 code; by default the one the page proposes. */
  country?: string;
  /**
   * The number to prove where the template asks for one, with + and its country's code; `+1 212 555 0123` by default.
   * The code is read off the page.
   */
  phone?: string;
  /** The sandbox switch; on by default. */
  pass?: boolean;
  /** Whether to press "Done" at the end; yes by default. */
  done?: boolean;
}

type Place = FrameLocator | Page;

const primary = '[data-test="button__primary"]';
const widget = 'iframe[data-testid="persona-widget__iframe"]';
/**
 * Walks an inquiry from its first screen to "Done" as a person would, in the SDK's frame on the page or in a page of
 * its own; whichever parts its template has, in their order. The pages may be in English, Spanish or French. By camera
 * the browser needs a (fake) one.
 */
export async function completeInquiry(on: Place, walk: InquiryWalk = {}): Promise<void> {
  const place = await placeOf(on);
  await begin(place);
  const parts: Record<string, () => Promise<void>> = {
    phone: () => provePhone(place, walk.phone),
    country: () => showDocument(place, walk),
    'selfie-center': () => takeSelfie(place, walk),
  };
  for (let part = parts[await stepAt(place)]; part; part = parts[await stepAt(place)]) await part();
  if (walk.done !== false) await pressDone(place);
}

/** From the first screen to the first selfie screen (or the retry screen with `pass: false`). */
export async function showId(on: Place, walk: InquiryWalk = {}): Promise<void> {
  const place = await placeOf(on);
  await begin(place);
  if ((await stepAt(place)) === 'phone') await provePhone(place, walk.phone);
  await showDocument(place, walk);
}

/** Goes past the start screen, where the template has one. */
async function begin(place: Place): Promise<void> {
  await standStill(place);
  await stepBut(place).waitFor();
  if ((await stepAt(place)) !== 'start') return;
  await place.locator(primary).click();
  await stepBut(place, 'start').waitFor();
}

async function showDocument(place: Place, walk: InquiryWalk): Promise<void> {
  await onStep(place, 'country').waitFor();
  if (walk.country) await place.locator('#country').selectOption(walk.country);
  await place.locator(primary).click();
  await showPictures(place, walk);
}

/** From the choice of the kind of ID to the result of its check. */
export async function showPictures(place: Place, walk: InquiryWalk = {}): Promise<void> {
  const id = walk.id ?? { camera: true };
  await setPass(place, walk.pass ?? true);
  await place.locator(`#select__option--${walk.idClass ?? 'pp'}`).click();
  await givePicture(place, 'file' in id ? id.file : undefined);
  const back = onStep(place, 'id-back');
  const after = stepBut(place, 'id-type', 'id-front', 'id-back');
  await back.or(after).waitFor();
  if (await back.isVisible()) await givePicture(place, 'file' in id ? (id.back ?? id.file) : undefined);
  await after.waitFor();
}

/** The three selfie pictures, from the first selfie screen to the result. */
export async function takeSelfie(
  place: Place,
  { selfie = { camera: true } }: Pick<InquiryWalk, 'selfie'> = {},
): Promise<void> {
  await onStep(place, 'selfie-center').waitFor();
  if ('files' in selfie) {
    await place.locator('[data-test="sandbox__selfie-files"]').setInputFiles(selfie.files as string[]);
  } else {
    await place.locator(primary).click();
    for (const pose of ['center', 'left', 'right']) {
      await place.locator(`[data-pose="${pose}"] video`).waitFor();
      await takePhoto(place);
    }
  }
  const result = onStep(place, 'success').or(onStep(place, 'retry-selfie')).or(onStep(place, 'failed'));
  await unlessGone(place, result.waitFor());
}

/** The final click; a tab of its own without a way back has nothing to click. */
export async function pressDone(place: Place): Promise<void> {
  const press = async () => {
    await onStep(place, 'success').or(onStep(place, 'failed')).waitFor();
    const done = place.locator(primary);
    if (await done.count()) await done.click();
  };
  await unlessGone(place, press());
}

/** Waits for something in the pages, or until a site that has heard of the result has taken their frame away. */
async function unlessGone(place: Place, wait: Promise<void>): Promise<void> {
  if (!('owner' in place)) return wait;
  await Promise.any([wait, place.owner().waitFor({ state: 'hidden' })]).catch((error: AggregateError) => {
    throw error.errors[0];
  });
}

/** Sets the sandbox switch "Pass verifications". */
export async function setPass(place: Place, pass: boolean): Promise<void> {
  await place.locator('[data-test="sandbox__pass-verifications"]').setChecked(pass);
}

/** Proves a phone number with the code the page shows. */
async function provePhone(place: Place, number = '+1 212 555 0123'): Promise<void> {
  await place.locator('[data-test="phone__number"]').fill(number);
  await place.locator(primary).click();
  const code = await place.locator('[data-test="sandbox__note"][data-code]').getAttribute('data-code');
  await place.locator('[data-test="phone__code"]').fill(code ?? '');
  await place.locator(primary).click();
  await stepBut(place, 'phone', 'phone-code').waitFor();
}

/** The step the page is at; empty where there is none, or no page any more. */
async function stepAt(place: Place): Promise<string> {
  const steps = place.locator('main[data-step]').evaluateAll((mains) => mains.map((main) => main.dataset.step));
  return (await steps.catch(() => []))[0] ?? '';
}

/** The page's content at any step but these. */
const stepBut = (place: Place, ...steps: string[]): Locator =>
  place.locator(`main[data-step]${steps.map((step) => `:not([data-step="${step}"])`).join('')}`);

/** The page's content while the inquiry is at a step. */
const onStep = (place: Place, step: string): Locator => place.locator(`main[data-step="${step}"]`);

/** The SDK's frame when the page has one, otherwise the page itself. */
async function placeOf(on: Place): Promise<Place> {
  if (!('goto' in on)) return on;
  const frame = on.locator(widget).last();
  await frame.or(on.locator('main[data-step]')).first().waitFor();
  return (await frame.count()) ? frame.contentFrame() : on;
}

/** Waits until the frame has stopped moving: clicks into a frame that still slides in land beside their target. */
export async function standStill(place: Place): Promise<void> {
  if (!('owner' in place)) return;
  await place.owner().waitFor();
  await place.owner().evaluate(async (frame) => {
    const running = frame.ownerDocument.getAnimations();
    const ending = running.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

async function givePicture(place: Place, file: PictureFile | undefined): Promise<void> {
  if (file) {
    await place.locator('[data-test="button__children"]').waitFor();
    await place.locator('input#file').setInputFiles(file as string);
  } else {
    await onStep(place, 'id-front').or(onStep(place, 'id-back')).waitFor();
    await place.locator(primary).click();
    await place.locator('.camera video').waitFor();
    await takePhoto(place);
  }
  await place.locator('[data-test="government-id-check__continue"]').click();
}

async function takePhoto(place: Place): Promise<void> {
  await place.locator(`${primary}:not([aria-disabled="true"])`).click();
}
