import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { PageActions } from '../page-actions.js';
import { isSelfie } from '../pictures.js';
import type { Screen } from '../screen.js';
import { errorLine, primaryButton, secondaryButton } from './buttons.js';
import { otherDeviceButton } from './other-device-screen.js';
import { idHeading, poseWords, uploadButton } from './picture-screens.js';

type CameraScreen = Extract<Screen, { name: 'camera' }>;

/** The live picture and the button that takes it. */
export function cameraScreen(page: PageActions, { side, stream }: CameraScreen): TemplateResult {
  const { words, view } = page;
  const pose = poseWords(words, side);
  const heading = pose?.heading ?? (view && idHeading(page, view));
  const video = document.querySelector('video');
  const take = () => video && void page.takePhoto(video);
  return html`
    <h1 tabindex="-1">${heading}</h1>
    ${pose ? html`<p>${pose.count}</p>` : ''}
    <div class="camera ${pose ? 'selfie' : 'id'}" data-pose=${side}>
      ${stream ? liveVideo(page, stream) : html`<p role="status">${words.cameraOpening}</p>`}
    </div>
    <div class="actions">
      ${errorLine(page)}
      ${stream ? primaryButton(page, words.takePhoto, take, { waits: page.busy || !video?.videoWidth }) : ''}
      ${secondaryButton(page, words.cancel, () => page.backToStep())}
    </div>`;
}

/** The stream is set once: setting it again would restart the video. */
function liveVideo(page: PageActions, stream: MediaStream): TemplateResult {
  return html`
    <video
      autoplay
      playsinline
      aria-label=${page.words.cameraPreview}
      @loadeddata=${() => page.update()}
      .muted=${true}
      .srcObject=${guard([stream], () => stream)}
    ></video>`;
}

/** Why there is no picture, and every way on. */
export function cameraProblemScreen(
  page: PageActions,
  { side, problem }: Extract<Screen, { name: 'camera-problem' }>,
): TemplateResult {
  const { words } = page;
  const [heading, text] = words.cameraProblems[problem];
  return html`
    <h1 tabindex="-1">${heading}</h1>
    <p role="alert">${text}</p>
    <div class="actions">
      ${errorLine(page)}
      ${primaryButton(page, words.tryAgain, () => page.useCamera())}
      ${isSelfie(side) ? '' : uploadButton(page)}
      ${otherDeviceButton(page)}
      ${secondaryButton(page, words.back, () => page.backToStep())}
    </div>`;
}
