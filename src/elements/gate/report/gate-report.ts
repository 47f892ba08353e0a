import { addressOf } from '../../../adapters/addresses.js';
import { describeDevice } from '../../../adapters/report/describe-device.js';
import type { LcErrorCode } from '../../../core/errors.js';
import type { GateState } from '../../../core/gate/gate-state.js';
import { nearestLanguage } from '../../language.js';
import type { GateElement } from '../gate-element.js';

const outerFrame = 'The page stands in a frame: that one needs allow="camera; microphone". ';

/** What the page's engineers can do about what is found only while Persona's page is shown. */
export function fixOf(code: LcErrorCode, app: string | undefined): string | undefined {
  const framed = window.top === window ? '' : outerFrame;
  switch (code) {
    case 'not_rendered':
      return (
        'The dialog cannot be seen: <lc-identity-gate> stands in something that is hidden or closed. It opens as soon ' +
        'as that is shown. Put the element where it is always rendered; the attribute "hidden" on itself does no harm.'
      );
    case 'no_camera':
      return `Persona's page could not use a camera: there is none, it is in use, or it was not allowed. ${framed}`.trim();
    case 'in_app_browser':
      return (
        `Persona's page could not use a camera inside another app (${app}). If the app is yours, let it grant the camera ` +
        `to its web view, or open the page in the browser: see docs/embedding.md. ${framed}`.trim()
      );
    case 'frame_silent':
      return "Persona's page has said nothing for long. It may hang, or the person takes their time: they can load it again.";
    default:
      return undefined; // the code that found it has said so
  }
}

/** What the report says of what is going on in the dialog. */
export interface Situation {
  state: GateState;
  action: string;
  /** The last code that `failed` has told. */
  failed: LcErrorCode | undefined;
}

/**
 * A copyable report for whoever has to find out why the verification does not work: no tokens, no addresses below a
 * host's name, nothing about the person.
 */
export async function describeGate(element: GateElement, { state, action, failed }: Situation): Promise<string> {
  const { personaHost, flow, theme } = element;
  const src = element.renderRoot.querySelector('iframe')?.src;
  const status = state.status === 'blocked' ? `${state.status} ${state.code}` : state.status;
  return [
    `<lc-identity-gate> ${status} at ${new Date().toISOString()}`,
    `last failed: ${failed ?? 'none'}`,
    `action: ${action}, flow: ${flow}, theme: ${theme}, language: ${nearestLanguage(element)}`,
    `endpoints: ${endpoints(element)}`,
    `persona: ${src ? new URL(src).origin : (personaHost ?? 'not loaded')}`,
    `content security policy: ${failed === 'blocked_by_csp' ? 'refuses Persona’s frame' : 'has refused nothing'}`,
    `server: ${('answer' in state && state.answer?.status) || 'no answer yet'}`,
    ...(await describeDevice(src ? new URL(src).origin : `https://${personaHost ?? 'inquiry.withpersona.com'}`)),
  ].join('\n');
}

/** Where each endpoint is, as far as one may know: an address may hold what is nobody's business. */
function endpoints(element: GateElement): string {
  const where = (name: 'statusUrl' | 'inquiryUrl') => {
    const address = addressOf(element, name);
    if (!address) return 'not set';
    const { origin } = new URL(address, document.baseURI);
    return origin === location.origin ? 'this origin' : origin;
  };
  const inquiry = element.template ? 'template' : where('inquiryUrl');
  const fetcher = element.fetch ? 'of the page' : 'the browser’s';
  const token = element.getToken ? 'set' : 'not set';
  return `status ${where('statusUrl')}, inquiry ${inquiry}, fetch ${fetcher}, getToken ${token}`;
}
