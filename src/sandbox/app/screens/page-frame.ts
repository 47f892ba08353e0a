import { html, nothing, type TemplateResult } from 'lit';
import type { Step } from '../../records/flow.js';
import { type FlowView, isOver } from '../../records/flow-view.js';
import type { PageActions } from '../page-actions.js';
import { cameraProblemScreen, cameraScreen } from './camera-screens.js';
import { choiceOfCountry, choiceOfIdType, startScreen } from './opening-screens.js';
import { otherDeviceScreen } from './other-device-screen.js';
import { phoneCodeScreen, phoneScreen } from './phone-screens.js';
import { checkScreen, pictureScreen } from './picture-screens.js';
import { closedScreen, endScreen, problemScreen, retryScreen } from './result-screens.js';
import { sandboxBar } from './sandbox-bar.js';
import { waitScreen } from './wait-screens.js';

const stepsWithBack: Step[] = ['phone-code', 'id-type', 'id-front', 'id-back'];

/** The whole page: bar, current screen, sandbox switch, and the question before leaving. */
export function pageFrame(page: PageActions): TemplateResult {
  const { screen, view, isBack } = page;
  const step = screen.name === 'step' && view ? stepOf(view) : nothing;
  const isEnd = screen.name === 'problem' || screen.name === 'closed';
  const goesOn = view && view.step !== 'success' && view.step !== 'failed' && !isEnd;
  return html`
    <div class="page">
      ${bar(page)}
      <main data-step=${step}>
        ${isBack && step !== nothing ? partsDone(page, view) : ''} ${currentScreen(page)}
        ${view?.begins && !isEnd ? html`<p class="small consent">${page.words.consent}</p>` : ''}
      </main>
      ${goesOn ? sandboxBar(page, view) : ''}
    </div>
    ${exitDialog(page)}`;
}

function bar(page: PageActions): TemplateResult {
  const { words, screen, view, parameters } = page;
  const goesBack = screen.name === 'step' && view && stepsWithBack.includes(view.step);
  const back = { label: words.back, dataTest: 'navbar__back-link', icon: arrow };
  const close = { label: words.close, dataTest: 'navbar__close-link', icon: cross };
  const space = html`<span class="icon-space"></span>`;
  return html`
    <header class="bar">
      ${goesBack ? iconButton(back, () => page.advance({ type: 'back' })) : space}
      ${
        view?.theme.logo
          ? html`<img class="logo" src=${view.theme.logo} alt="">`
          : html`<span class="brand">${words.brand}</span>`
      }
      ${parameters.place === 'embedded' ? iconButton(close, () => page.askToLeave()) : space}
    </header>`;
}

/** What is proved and what is not, for somebody who comes back. */
function partsDone({ words }: PageActions, view: FlowView | undefined): TemplateResult {
  const parts = view?.steps.map((part) => {
    const isDone = view.done.includes(part);
    return html`<li class=${isDone ? 'done' : ''}>${words.parts[part]}${isDone ? html` – ${words.partDone}` : ''}</li>`;
  });
  return html`
    <section class="back" data-test="welcome-back">
      <p>${words.welcomeBack}</p>
      <ul>${parts}</ul>
    </section>`;
}

interface IconButton {
  label: string;
  dataTest: string;
  icon: TemplateResult;
}

function iconButton({ label, dataTest, icon }: IconButton, act: () => void): TemplateResult {
  return html`<button class="icon" data-test=${dataTest} aria-label=${label} @click=${act}>${icon}</button>`;
}

function exitDialog(page: PageActions): TemplateResult {
  const { words } = page;
  const leaveTest = 'confirm-exit-dialog__button--close';
  const stayTest = 'confirm-exit-dialog__button--cancel';
  return html`
    <dialog class="exit" aria-labelledby="exit-heading">
      <h2 id="exit-heading">${words.exitHeading}</h2>
      <p>${words.exitText}</p>
      <button class="button primary" data-test=${leaveTest} @click=${() => page.leave()}>${words.exitLeave}</button>
      <form method="dialog"><button class="button secondary" data-test=${stayTest}>${words.exitStay}</button></form>
    </dialog>`;
}

function currentScreen(page: PageActions): TemplateResult {
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

function stepScreen(page: PageActions): TemplateResult {
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

const arrow = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15 5l-7 7 7 7"/></svg>`;
const cross = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18"/></svg>`;
