import { html, type TemplateResult } from 'lit';
import { type Side, sideOf } from '../../records/flow.js';
import type { FlowView } from '../../records/flow-view.js';
import { idTypesOf } from '../../records/id-types.js';
import { filmsLive } from '../camera.js';
import type { PageActions } from '../page-actions.js';
import { isSelfie } from '../pictures.js';
import type { Screen } from '../screen.js';
import { fill, type Words } from '../words/index.js';
import { errorLine, primaryButton, secondaryButton } from './buttons.js';
import { otherDeviceButton } from './other-device-screen.js';

const poses = ['center', 'left', 'right'] as const;
const idFiles = 'image/jpeg,image/png,image/heic,image/heif,application/pdf';

/** Asks for the picture of the current step: of an ID by camera or file, of the person by camera only. */
export function pictureScreen(page: PageActions, view: FlowView): TemplateResult {
  const side = sideOf(view.step) ?? 'front';
  return isSelfie(side) ? selfieScreen(page, side) : idScreen(page, view);
}

function idScreen(page: PageActions, view: FlowView): TemplateResult {
  const { words } = page;
  return html`
    <h1 tabindex="-1">${idHeading(page, view)}</h1>
    <p>${view.step === 'id-back' ? words.backText : words.frontText}</p>
    <p class="small">${words.accepted}</p>
    <div class="drawing card" aria-hidden="true"></div>
    <div class="actions">
      ${errorLine(page)}
      ${cameraButton(page, words.useCamera, 'environment', (file) => page.chooseFile(file))}
      ${uploadButton(page)}
      ${otherDeviceButton(page)}
    </div>`;
}

/** Which side of which ID is wanted, such as "Front of your driver license". */
export function idHeading({ words, locale }: PageActions, view: FlowView): string {
  const twoSided = idTypesOf(view.country ?? '').find((type) => type.idClass === view.idClass)?.back;
  const frontHeading = twoSided ? words.frontHeading : words.photoPageHeading;
  const id = view.idClass ? words.idTypes[view.idClass] : '';
  return fill(view.step === 'id-back' ? words.backHeading : frontHeading, {
    id: locale.startsWith('en') ? id.toLowerCase() : id,
  });
}

/** The way without a camera. */
export function uploadButton(page: PageActions): TemplateResult {
  const { busy, words } = page;
  const click = () => busy || openFileInput('file');
  return html`
    <button class="button secondary" aria-disabled=${busy} @click=${click}>
      <span data-test="button__children">${words.upload}</span>
    </button>
    <input
      id="file"
      type="file"
      hidden
      aria-label=${words.upload}
      accept=${idFiles}
      @change=${chosenFile((file) => page.chooseFile(file))}
    >`;
}

/**
 * Opens the camera: its live picture where the browser gives it, and elsewhere the camera app of the phone, which gives
 * a file.
 */
function cameraButton(
  page: PageActions,
  label: string,
  facing: 'user' | 'environment',
  use: (file: File) => unknown,
): TemplateResult {
  if (filmsLive()) return primaryButton(page, label, () => page.useCamera());
  return html`
    <p class="small">${page.words.noLivePicture}</p>
    ${primaryButton(page, label, () => openFileInput('camera'))}
    <input
      id="camera"
      type="file"
      hidden
      aria-label=${label}
      accept="image/*"
      capture=${facing}
      @change=${chosenFile(use)}
    >`;
}

const openFileInput = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`)?.click();

const chosenFile =
  (use: (file: File) => unknown) =>
  ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = ''; // so that the same file can be chosen again after an error
    if (file) use(file);
  };

function selfieScreen(page: PageActions, side: Side): TemplateResult {
  const { words } = page;
  // The live picture goes through all poses; the camera app of a phone, and files, may come one by one.
  const pose = filmsLive() && side === 'center' ? undefined : poseWords(words, side);
  return html`
    <h1 tabindex="-1">${pose?.heading ?? words.selfieHeading}</h1>
    <p>${pose?.count ?? words.selfieText}</p>
    <div class="drawing face" aria-hidden="true"></div>
    <div class="actions">
      ${errorLine(page)}
      ${cameraButton(page, words.selfieStart, 'user', (file) => page.useSelfieFiles([file]))}
      ${otherDeviceButton(page)}
    </div>`;
}

/** What the person is to do for a pose, and which of the three it is; undefined for a side of an ID. */
export function poseWords(words: Words, side: Side): { heading: string; count: string } | undefined {
  const pose = poses.find((name) => name === side);
  if (!pose) return undefined;
  return { heading: words.poses[pose], count: fill(words.poseCount, { n: poses.indexOf(pose) + 1 }) };
}

/** Shows the picture before it is used. */
export function checkScreen(page: PageActions, screen: Extract<Screen, { name: 'check' }>): TemplateResult {
  const { words } = page;
  return html`
    <h1 tabindex="-1">${words.checkHeading}</h1>
    <p>${words.checkText}</p>
    ${
      screen.preview
        ? html`<img class="picture" src=${screen.preview} alt=${words.pictureAlt}>`
        : html`<p class="picture tile">${words.fileTile}</p>`
    }
    <div class="actions">
      ${errorLine(page)}
      ${primaryButton(page, words.usePicture, () => page.usePicture(), { dataTest: 'government-id-check__continue' })}
      ${secondaryButton(page, words.takeAnother, () => page.backToStep())}
    </div>`;
}
