import { html, type TemplateResult } from 'lit';
import { sideOf } from '../../flow.js';
import type { FlowView } from '../../flow-view.js';
import { idTypesOf } from '../../id-types.js';
import type { InquiryPage } from '../inquiry-page.js';
import type { Screen } from '../screen.js';
import { fill } from '../words/index.js';
import { errorLine, primaryButton, secondaryButton } from './buttons.js';

/** Asks for the picture of the current step: of an ID by camera or file, of the person by camera only. */
export function pictureScreen(page: InquiryPage, view: FlowView): TemplateResult {
  return sideOf(view.step) === 'front' || view.step === 'id-back' ? idScreen(page, view) : selfieScreen(page);
}

function idScreen(page: InquiryPage, view: FlowView): TemplateResult {
  const { words } = page;
  return html`
    <h1 tabindex="-1">${idHeading(page, view)}</h1>
    <p>${view.step === 'id-back' ? words.backText : words.frontText}</p>
    <p class="small">${words.accepted}</p>
    <div class="drawing card" aria-hidden="true"></div>
    <div class="actions">
      ${errorLine(page)}
      ${primaryButton(page, words.useCamera, () => page.useCamera())}
      ${uploadButton(page)}
    </div>`;
}

/** Which side of which ID is wanted, such as "Front of your driver license". */
export function idHeading({ words, locale }: InquiryPage, view: FlowView): string {
  const twoSided = idTypesOf(view.country ?? '').find((type) => type.idClass === view.idClass)?.back;
  const heading = view.step === 'id-back' ? words.backHeading : twoSided ? words.frontHeading : words.photoPageHeading;
  const id = view.idClass ? words.idTypes[view.idClass] : '';
  return fill(heading, { id: locale.startsWith('en') ? id.toLowerCase() : id });
}

/** The way without a camera. */
export function uploadButton(page: InquiryPage): TemplateResult {
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = ''; // so that the same file can be chosen again after an error
    if (file) void page.chooseFile(file);
  };
  const choose = () => document.querySelector<HTMLInputElement>('#file')?.click();
  return html`
    <button class="button secondary" aria-disabled=${page.busy} @click=${() => page.busy || choose()}><span data-test="button__children">${page.words.upload}</span></button>
    <input id="file" type="file" hidden aria-label=${page.words.upload} accept="image/jpeg,image/png,image/heic,image/heif,application/pdf" @change=${chosen}>`;
}

function selfieScreen(page: InquiryPage): TemplateResult {
  const { words } = page;
  return html`
    <h1 tabindex="-1">${words.selfieHeading}</h1>
    <p>${words.selfieText}</p>
    <div class="drawing face" aria-hidden="true"></div>
    <div class="actions">
      ${errorLine(page)}
      ${primaryButton(page, words.selfieStart, () => page.useCamera())}
      ${page.parameters.place === 'tab' ? '' : secondaryButton(page, words.otherDevice, () => page.offerOtherTab())}
    </div>`;
}

/** Shows the picture before it is used. */
export function checkScreen(page: InquiryPage, screen: Extract<Screen, { name: 'check' }>): TemplateResult {
  const { words } = page;
  return html`
    <h1 tabindex="-1">${words.checkHeading}</h1>
    <p>${words.checkText}</p>
    ${screen.preview
      ? html`<img class="picture" src=${screen.preview} alt=${words.pictureAlt}>`
      : html`<p class="picture tile">${words.fileTile}</p>`}
    <div class="actions">
      ${errorLine(page)}
      ${primaryButton(page, words.usePicture, () => page.usePicture(), { dataTest: 'government-id-check__continue' })}
      ${secondaryButton(page, words.takeAnother, () => page.backToStep())}
    </div>`;
}
