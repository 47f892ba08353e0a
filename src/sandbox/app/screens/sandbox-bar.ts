import { html, nothing, type TemplateResult } from 'lit';
import type { FlowView } from '../../records/flow-view.js';
import type { PageActions } from '../page-actions.js';
import { fill } from '../words/index.js';
import { reachesPhones } from './other-device-screen.js';

/**
 * What is different from the real thing: the code that no phone gets, the switch, and files in place of the selfie
 * camera.
 */
export function sandboxBar(page: PageActions, view: FlowView): TemplateResult {
  const { words, screen } = page;
  const flip = ({ target }: Event) => {
    page.pass = (target as HTMLInputElement).checked;
  };
  return html`
    <footer class="sandbox">
      <p data-test="sandbox__note" data-code=${view.phone?.code ?? nothing}>${noteOn(page, view)}</p>
      ${view.step.startsWith('selfie') && screen.name === 'step' ? selfieFiles(page) : ''}
      <label>
        <input
          type="checkbox"
          role="switch"
          data-test="sandbox__pass-verifications"
          .checked=${page.pass}
          @change=${flip}
        >
        ${words.pass}
      </label>
    </footer>`;
}

function noteOn({ words, screen }: PageActions, { step, phone, strict }: FlowView): string {
  if (screen.name === 'other-device' && !reachesPhones(screen.link)) return words.sandboxNoPhone;
  if (step === 'phone-code' && !phone?.code) return words.sandboxNoText;
  if (step === 'phone-code') return fill(words.sandboxCode, { code: phone?.code ?? '' });
  return strict ? words.sandboxStrict : words.sandboxNote;
}

function selfieFiles(page: PageActions): TemplateResult {
  const choose = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    input.value = ''; // so that the same file can be chosen for the next pose
    void page.useSelfieFiles(chosen);
  };
  return html`
    <label class="files">
      <input
        type="file"
        multiple
        data-test="sandbox__selfie-files"
        accept="image/jpeg,image/png"
        @change=${choose}
      >
      ${page.words.selfieFiles}
    </label>`;
}
