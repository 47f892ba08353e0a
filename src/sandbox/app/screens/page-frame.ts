import { html, nothing, type TemplateResult } from 'lit';
import type { Step } from '../../records/flow.js';
import { type FlowView, isOver } from '../../records/flow-view.js';
import type { InquiryPage } from '../inquiry-page.js';
import { fill } from '../words/index.js';
import { cameraProblemScreen, cameraScreen } from './camera-screens.js';
import { choiceOfCountry, choiceOfIdType, startScreen } from './opening-screens.js';
import { otherDeviceScreen, reachesPhones } from './other-device-screen.js';
import { phoneCodeScreen, phoneScreen } from './phone-screens.js';
import { checkScreen, pictureScreen } from './picture-screens.js';
import { closedScreen, endScreen, problemScreen, retryScreen } from './result-screens.js';
import { waitScreen } from './wait-screens.js';

/** The whole page: bar, current screen, sandbox switch, and the question before leaving. */
export function pageFrame(page: InquiryPage): TemplateResult {
  const { words, screen, view, parameters } = page;
  const back = screen.name === 'step' && view && ['phone-code', 'id-type', 'id-front', 'id-back'].includes(view.step);
  return html`
    <div class="page">
      <header class="bar">
        ${back ? html`<button class="icon" data-test="navbar__back-link" aria-label=${words.back} @click=${() => page.advance({ type: 'back' })}>${arrow}</button>` : html`<span class="icon-space"></span>`}
        <span class="brand">${words.brand}</span>
        ${
          parameters.place === 'embedded'
            ? html`<button class="icon" data-test="navbar__close-link" aria-label=${words.close} @click=${() => page.askToLeave()}>${cross}</button>`
            : html`<span class="icon-space"></span>`
        }
      </header>
      <main data-step=${(screen.name === 'step' && view && stepOf(view)) || nothing}>${currentScreen(page)}</main>
      ${view && view.step !== 'success' && view.step !== 'failed' && screen.name !== 'problem' && screen.name !== 'closed' ? sandboxBar(page, view) : ''}
    </div>
    <dialog class="exit" aria-labelledby="exit-heading">
      <h2 id="exit-heading">${words.exitHeading}</h2>
      <p>${words.exitText}</p>
      <button class="button primary" data-test="confirm-exit-dialog__button--close" @click=${() => page.leave()}>${words.exitLeave}</button>
      <form method="dialog"><button class="button secondary" data-test="confirm-exit-dialog__button--cancel">${words.exitStay}</button></form>
    </dialog>`;
}

function currentScreen(page: InquiryPage): TemplateResult {
  const { screen } = page;
  switch (screen.name) {
    case 'loading':
      return waitScreen(page.words.loading, page.words.loadingText);
    case 'sending':
      return waitScreen(page.words.sendingHeading, page.words.loadingText);
    case 'checking':
      return waitScreen(page.words.checkingHeading, page.words.checkingText);
    case 'camera':
      return cameraScreen(page, screen);
    case 'camera-problem':
      return cameraProblemScreen(page, screen);
    case 'check':
      return checkScreen(page, screen);
    case 'other-device':
      return otherDeviceScreen(page, screen);
    case 'problem':
      return problemScreen(page, screen.problem);
    case 'closed':
      return closedScreen(page);
    case 'step':
      return stepScreen(page);
  }
}

/** The step as tests find it; an inquiry that is over has one of two. */
function stepOf(view: FlowView): Step {
  if (!isOver(view)) return view.step;
  return view.status === 'failed' ? 'failed' : 'success';
}

function stepScreen(page: InquiryPage): TemplateResult {
  const { view } = page;
  if (!view) return waitScreen(page.words.loading, page.words.loadingText);
  if (isOver(view)) return endScreen(page, view);
  switch (view.step) {
    case 'start':
      return startScreen(page, view);
    case 'phone':
      return phoneScreen(page, view);
    case 'phone-code':
      return phoneCodeScreen(page, view);
    case 'country':
      return choiceOfCountry(page, view);
    case 'id-type':
      return choiceOfIdType(page, view);
    case 'retry-government-id':
    case 'retry-selfie':
      return retryScreen(page, view);
    case 'success':
    case 'failed':
      return endScreen(page, view);
    default:
      return pictureScreen(page, view);
  }
}

/** What is different from the real thing: the code that no phone gets, the switch, and files in place of the selfie camera. */
function sandboxBar(page: InquiryPage, view: FlowView): TemplateResult {
  const { words, screen } = page;
  const note =
    screen.name === 'other-device' && !reachesPhones(screen.link)
      ? words.sandboxNoPhone
      : view.step === 'phone-code'
        ? fill(words.sandboxCode, { code: view.phone?.code ?? '' })
        : view.strict
          ? words.sandboxStrict
          : words.sandboxNote;
  const files = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    input.value = ''; // so that the same file can be chosen for the next pose
    void page.useSelfieFiles(chosen);
  };
  return html`<footer class="sandbox">
    <p data-test="sandbox__note" data-code=${view.phone?.code ?? nothing}>${note}</p>
    ${
      view.step.startsWith('selfie') && screen.name === 'step'
        ? html`<label class="files">${words.selfieFiles} <input type="file" multiple data-test="sandbox__selfie-files" accept="image/jpeg,image/png" @change=${files}></label>`
        : ''
    }
    <label>
      <input type="checkbox" role="switch" data-test="sandbox__pass-verifications" .checked=${page.pass} @change=${(
        event: Event,
      ) => {
        page.pass = (event.target as HTMLInputElement).checked;
      }}>
      ${page.words.pass}
    </label>
  </footer>`;
}

const arrow = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15 5l-7 7 7 7"/></svg>`;
const cross = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18"/></svg>`;
