import { html, type TemplateResult } from 'lit';

/** Something takes a moment. */
export function waitScreen(heading: string, text: string): TemplateResult {
  return html`
    <h1 tabindex="-1">${heading}</h1>
    <p role="status">${text}</p>
    <div class="progress" aria-hidden="true"></div>`;
}
