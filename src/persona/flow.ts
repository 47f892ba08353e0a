import { setupIframe } from 'persona';
import type { LcErrorCode } from '../core/errors.js';
import type { Inquiry } from '../core/gate/gate.js';
import type { FlowHint } from '../core/gate/ports.js';
import { hintOf, readMessage } from './channel.js';
import { cameraFix, obstacle, onFrameBlocked } from './diagnosis.js';

/** How long Persona's page may take until it says it is ready, and how long a loaded frame may say nothing at all. */
const readyDeadline = 12_000;
const silence = 8_000;

export interface FlowOptions {
  inquiry: Inquiry;
  /** BCP 47 language of the page. */
  language: string;
  dark: boolean;
  /** Accessible name of the frame. */
  title: string;
  signal: AbortSignal;
  hint(hint: FlowHint): void;
  /** Height the current page of the flow wants, in CSS pixels. */
  resized?(height: number): void;
  /** A line for the page's engineers. */
  report(message: string): void;
}

/** Persona names a region for some languages and none for others. */
const personaLanguages: Record<string, string> = { en: 'en-US', es: 'es-MX', fr: 'fr' };

/** Pages that are framed themselves must tell Persona every origin above its frame, else it refuses to be shown. */
function framing(): { frameAncestors?: string[]; messageTargetOrigin?: string } {
  if (window.top === window) return {};
  return {
    frameAncestors: [location.origin, ...(location.ancestorOrigins ?? [])],
    messageTargetOrigin: location.origin,
  };
}

/**
 * Fills the frame with Persona's page for the inquiry and passes on what it hints at, until the signal aborts. A page that
 * does not get ready in time, or cannot, ends in one `stopped` hint with its reason.
 */
export function runFlow(
  iframe: HTMLIFrameElement,
  { inquiry, language, dark, title, signal, hint, resized, report }: FlowOptions,
): void {
  const ended = new AbortController();
  const until = AbortSignal.any([signal, ended.signal]);
  const stop = (code: LcErrorCode, fix?: string) => {
    if (until.aborted) return;
    ended.abort();
    if (fix) report(fix);
    hint({ type: 'stopped', code });
  };

  const containerId = crypto.randomUUID();
  const { personaHost: host, ...rest } = inquiry;
  // The SDK sets `src` at once; what may go wrong on loading must be watched before.
  let origin = '';
  onFrameBlocked(originOf(host), until, (fix) => stop('blocked_by_csp', fix));
  const hindrance = obstacle();
  if (hindrance) return stop(hindrance.code, hindrance.fix);
  try {
    setupIframe(iframe, containerId, 'inline', {
      ...rest,
      ...(host ? { host } : {}),
      ...framing(),
      language: personaLanguages[language.split('-')[0] ?? ''] ?? language,
      styleVariant: dark ? 'dark' : 'base',
      iframeTitle: title,
    });
    origin = new URL(iframe.src).origin;
  } catch (error) {
    return stop('not_configured', `Persona's SDK refuses these settings: ${String(error)}`);
  }
  // A host name the SDK cannot read makes it use Persona's production silently.
  if (origin !== originOf(host))
    return stop('not_configured', `persona-host "${host}" is not a host name. Write it without a scheme.`);

  const forbidden = cameraFix(iframe, origin);
  if (forbidden) return stop('camera_forbidden', forbidden);

  const late = `${origin} was not ready after ${readyDeadline / 1000} s: it is down or very slow.`;
  const deadlines = [setTimeout(() => stop(navigator.onLine ? 'unreachable' : 'offline', late), readyDeadline)];
  // `load` also comes for the browser's own error pages, so a frame that loads and then says nothing shows none of Persona's.
  const silent = `${origin} was loaded but says nothing: it is down, blocked by an extension, or refuses to be framed by ${location.origin} (see the template's domain allow-list).`;
  iframe.addEventListener(
    'load',
    () => deadlines.push(setTimeout(() => stop(navigator.onLine ? 'frame_refused' : 'offline', silent), silence)),
    { signal: until },
  );
  const relax = () => deadlines.splice(0).forEach(clearTimeout);
  until.addEventListener('abort', relax);

  const expected = { source: iframe.contentWindow, origin, containerId, inquiryId: inquiry.inquiryId };
  window.addEventListener(
    'message',
    (event) => {
      const message = readMessage(event, expected);
      if (!message) return;
      expected.inquiryId ??= message.inquiryId;
      // Whatever it says, it is there. Only being ready ends the longer wait.
      if (message.name === 'ready') relax();
      else deadlines.splice(1).forEach(clearTimeout);
      const { pageHeight } = message.metadata;
      if (typeof pageHeight === 'number' && pageHeight > 0) resized?.(pageHeight);
      const said = hintOf(message);
      if (said?.type === 'stopped')
        stop(said.code, `Persona reports "${message.error?.code}" (${message.error?.status}).`);
      else if (said) hint(said);
    },
    { signal: until },
  );
}

/** The origin the SDK makes of a host name; see `baseUrlOfHost` in the `persona` package. */
function originOf(host: string | undefined): string {
  if (!host) return 'https://inquiry.withpersona.com';
  return URL.canParse(`https://${host}`)
    ? new URL(`${host.startsWith('localhost') ? 'http' : 'https'}://${host}`).origin
    : '';
}
