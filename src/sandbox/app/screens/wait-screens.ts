import { html, type TemplateResult } from 'lit';
import type { InquiryPage } from '../inquiry-page.js';
import { secondaryButton } from './buttons.js';

/** Something takes a moment. */
export function waitScreen(heading: string, text: string): TemplateResult {
  return html`
    <h1 tabindex="-1">${heading}</h1>
    <p role="status">${text}</p>
    <div class="progress" aria-hidden="true"></div>`;
}

/** The way out of a frame whose page keeps the camera off. */
export function otherTabScreen(page: InquiryPage, link: string): TemplateResult {
  const { words } = page;
  return html`
    <h1 tabindex="-1">${words.otherHeading}</h1>
    <p>${words.otherText}</p>
    <div class="actions">
      <a class="button primary" data-test="one-time-link" href=${link} target="_blank" rel="noopener">${words.otherLink}</a>
      ${secondaryButton(page, words.back, () => page.backToStep())}
    </div>`;
}
