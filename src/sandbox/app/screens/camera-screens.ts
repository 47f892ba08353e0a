import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { InquiryPage } from '../inquiry-page.js';
import { isSelfie } from '../pictures.js';
import type { Screen } from '../screen.js';
import { errorLine, primaryButton, secondaryButton } from './buttons.js';
import { otherDeviceButton } from './other-device-screen.js';
import { idHeading, poseWords, uploadButton } from './picture-screens.js';

/** The live picture and the button that takes it. The stream is set once: setting it again would restart the video. */
export function cameraScreen(page: InquiryPage, { side, stream }: Extract<Screen, { name: 'camera' }>): TemplateResult {
  const { words } = page;
  const pose = poseWords(words, side);
  const video = document.querySelector('video');
  const take = () => video && void page.takePhoto(video);
  return html`
    <h1 tabindex="-1">${pose ? pose.heading : page.view ? idHeading(page, page.view) : ''}</h1>
    ${pose ? html`<p>${pose.count}</p>` : ''}
    <div class="camera ${pose ? 'selfie' : 'id'}" data-pose=${side}>
      ${
        stream
          ? html`<video autoplay playsinline @loadeddata=${() => page.update()} .muted=${true} .srcObject=${guard([stream], () => stream)} aria-label=${words.cameraPreview}></video>`
          : html`<p role="status">${words.cameraOpening}</p>`
      }
    </div>
    <div class="actions">
      ${errorLine(page)}
      ${stream ? primaryButton(page, words.takePhoto, take, { waits: page.busy || !video?.videoWidth }) : ''}
      ${secondaryButton(page, words.cancel, () => page.backToStep())}
    </div>`;
}

/** Why there is no picture, and every way on. */
export function cameraProblemScreen(
  page: InquiryPage,
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
