import { generate } from 'lean-qr/nano';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { PageActions } from '../page-actions.js';
import type { Screen } from '../screen.js';
import { errorLine, secondaryButton } from './buttons.js';

type OtherDevice = Extract<Screen, { name: 'other-device' }>;

/** Whether this device is itself one that people hold in their hand. */
export const isHandheld = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Whether a phone can open the link: an address of this computer means another one there. */
export const reachesPhones = (link: string): boolean => new URL(link).hostname !== 'localhost';

/** The button that leads here. A phone in a tab of its own is where such links lead, so it offers none. */
export function otherDeviceButton(page: PageActions): TemplateResult | '' {
  return page.parameters.place === 'tab' && isHandheld()
    ? ''
    : secondaryButton(page, page.words.otherDevice, () => page.offerOtherDevice());
}

/** The link to another device or tab, and the wait for what happens there. */
export function otherDeviceScreen(page: PageActions, screen: OtherDevice): TemplateResult {
  const { words } = page;
  const { link } = screen;
  if (page.view?.handOff === 'handed-over') return handedOver(page);
  const phone = reachesPhones(link) && !isHandheld();
  return html`
    <h1 tabindex="-1">${phone ? words.phoneHandOffHeading : words.otherHeading}</h1>
    <p>${phone ? words.phoneHandOffText : words.otherText}</p>
    ${phone ? qrCode(words.qrCode, link) : ''}
    <label class="field" for="link">${words.linkLabel}</label>
    <div class="link">
      <input class="text" id="link" readonly data-test="one-time-link__url" .value=${link}>
      <button class="button secondary" @click=${() => copyLink(page, screen)}>
        ${screen.copied ? words.copied : words.copy}
      </button>
    </div>
    <div class="actions">
      ${errorLine(page)}
      <a
        class="button ${phone ? 'secondary' : 'primary'}"
        data-test="one-time-link"
        href=${link}
        target="_blank"
        rel="noopener"
      >${words.otherLink}</a>
      ${secondaryButton(page, words.back, () => page.takeBack())}
    </div>`;
}

function handedOver(page: PageActions): TemplateResult {
  const { words } = page;
  return html`
    <h1 tabindex="-1">${words.handedOverHeading}</h1>
    <p>${words.handedOverText}</p>
    <div class="progress" aria-hidden="true"></div>
    <div class="actions">${errorLine(page)} ${secondaryButton(page, words.takeBack, () => page.takeBack())}</div>`;
}

function qrCode(label: string, link: string): TemplateResult {
  const draw = ref((canvas) => canvas && drawCode(canvas as HTMLCanvasElement, link));
  return html`<canvas class="code" role="img" aria-label=${label} ${draw}></canvas>`;
}

/** Copies the link, or leaves it selected where the browser keeps the clipboard to itself. */
async function copyLink(page: PageActions, screen: OtherDevice): Promise<void> {
  document.querySelector<HTMLInputElement>('#link')?.select();
  screen.copied = await copied(screen.link);
  page.update();
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // refused, or a page without a clipboard
  }
}

/**
 * Dark on light whatever the theme, because many readers cannot read it the other way round; every module has the same
 * whole pixels.
 */
function drawCode(canvas: HTMLCanvasElement, text: string): void {
  generate(text).toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255] });
  canvas.style.inlineSize = `${canvas.width * Math.floor(200 / canvas.width)}px`;
}
