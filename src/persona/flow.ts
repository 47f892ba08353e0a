import { setupIframe } from 'persona';
import type { LcErrorCode } from '../core/errors.js';
import type { Inquiry } from '../core/gate/gate.js';
import type { FlowHint } from '../core/gate/ports.js';
import { hintOf, readMessage } from './channel.js';
import {
  cameraObstacle,
  embedderFix,
  frameAncestors,
  type Obstacle,
  obstacle,
  onFrameBlocked,
  onFrameNotEmbeddable,
} from './diagnosis.js';
import { personaLanguage } from './language-names.js';

/** How long Persona's page may take until it says it is ready, and how long a loaded frame may say nothing at all. */
const readyDeadline = 12_000;
const silence = 8_000;

export interface FlowOptions {
  inquiry: Inquiry;
  /** Names this frame in the messages of Persona's page; nobody can guess it. */
  containerId: string;
  /** Canonical BCP 47 tag of the language that Persona's page should be in. */
  language: string;
  dark: boolean;
  /** Accessible name of the frame. */
  title: string;
  signal: AbortSignal;
  hint(hint: FlowHint): void;
  /** Height the current page of the flow wants, in CSS pixels. */
  resized?(height: number): void;
  /** Persona's page has said something, whatever it is. */
  heard?(): void;
  /** A line for the page's engineers. */
  report(message: string): void;
}

/** Pages that are framed themselves must tell Persona every origin above its frame, else it refuses to be shown. */
function framing(): { frameAncestors?: string[]; messageTargetOrigin?: string } {
  if (window.top === window) return {};
  return { frameAncestors: [location.origin, ...frameAncestors()], messageTargetOrigin: location.origin };
}

/** Fills the frame with Persona's page; the origin it is at, or what stands against it. */
function fill(iframe: HTMLIFrameElement, options: FlowOptions): string | Obstacle {
  const { inquiry, containerId, language, dark, title } = options;
  const { personaHost: host, ...rest } = inquiry;
  try {
    // The SDK sets `src` at once.
    setupIframe(iframe, containerId, 'inline', {
      ...rest,
      ...(host ? { host } : {}),
      ...framing(),
      language: personaLanguage(language),
      styleVariant: dark ? 'dark' : 'base',
      iframeTitle: title,
    });
  } catch (error) {
    return { code: 'not_configured', fix: `Persona's SDK refuses these settings: ${String(error)}` };
  }
  const { origin } = new URL(iframe.src);
  // A host name the SDK cannot read makes it use Persona's production silently.
  if (origin !== originOf(host)) {
    return { code: 'not_configured', fix: `persona-host "${host}" is not a host name. Write it without a scheme.` };
  }
  return cameraObstacle(iframe, origin) ?? origin;
}

/**
 * Shows Persona's page for the inquiry in the frame and passes on what it hints at, until the signal aborts. A page
 * that does not get ready in time, or cannot, ends in one `stopped` hint with its reason.
 */
export function runFlow(iframe: HTMLIFrameElement, options: FlowOptions): void {
  const { inquiry, containerId, signal, hint, resized, heard, report } = options;
  const ended = new AbortController();
  const until = ended.signal;
  signal.addEventListener('abort', () => ended.abort(), { once: true, signal: until });
  if (signal.aborted) ended.abort();
  const stop = (code: LcErrorCode, fix: string) => {
    if (until.aborted) return;
    ended.abort();
    report(fix);
    hint({ type: 'stopped', code });
  };

  // What may go wrong on loading must be watched before.
  onFrameBlocked(originOf(inquiry.personaHost), until, (fix) => stop('blocked_by_csp', fix));
  const filled = obstacle() ?? fill(iframe, options);
  if (typeof filled !== 'string') {
    stop(filled.code, filled.fix);
    return;
  }
  const origin = filled;
  const { relax, relaxAfterLoad } = watchDeadlines(iframe, origin, until, stop);
  // The browser's error page comes after its word; what is loaded before that is lost.
  const loaded = new Promise((resolve) => iframe.addEventListener('load', resolve, { once: true, signal: until }));
  onFrameNotEmbeddable(iframe, until, async () => {
    await loaded;
    relaxAfterLoad();
    if (!loadCredentialless(iframe)) stop('blocked_by_coep', embedderFix);
  });

  const expected = { source: iframe.contentWindow, origin, containerId, inquiryId: inquiry.inquiryId };
  window.addEventListener(
    'message',
    (event) => {
      const message = readMessage(event, expected);
      if (!message) return;
      expected.inquiryId ??= message.inquiryId;
      heard?.();
      // Whatever it says, it is there. Only being ready ends the longer wait.
      if (message.name === 'ready') relax();
      else relaxAfterLoad();
      const { pageHeight } = message.metadata;
      if (typeof pageHeight === 'number' && pageHeight > 0) resized?.(pageHeight);
      const said = hintOf(message);
      if (said?.type === 'stopped')
        stop(
          navigator.onLine ? said.code : 'offline',
          `Persona reports "${message.error?.code}" (${message.error?.status}).`,
        );
      else if (said) hint(said);
    },
    { signal: until },
  );
}

/**
 * Loads Persona's page once more without what the browser keeps for its origin, which lifts the embedder policy; false
 * where the browser cannot, or has done so. Only when it was refused: elsewhere the page may use what it has kept.
 */
function loadCredentialless(iframe: HTMLIFrameElement & { credentialless?: boolean }): boolean {
  if (iframe.credentialless !== false) return false;
  iframe.credentialless = true;
  // Setting the same address loads it again.
  iframe.setAttribute('src', iframe.src);
  return true;
}

/** Stops a page that does not get ready in time, and one that says nothing at all after it was loaded. */
function watchDeadlines(
  iframe: HTMLIFrameElement,
  origin: string,
  signal: AbortSignal,
  stop: (code: LcErrorCode, fix: string) => void,
): { relax(): void; relaxAfterLoad(): void } {
  const late = () =>
    stop(
      navigator.onLine ? 'unreachable' : 'offline',
      `${origin} was not ready after ${readyDeadline / 1000} s: it is down or very slow.`,
    );
  const silent = () => {
    if (window.crossOriginIsolated && navigator.onLine) return stop('blocked_by_coep', embedderFix);
    stop(
      navigator.onLine ? 'frame_refused' : 'offline',
      `${origin} was loaded but says nothing: it is down, blocked by an extension, or refuses to be framed by ` +
        `${location.origin} (see the template's domain allow-list).`,
    );
  };
  const deadlines = [setTimeout(late, readyDeadline)];
  // `load` also comes for the browser's own error pages, so a frame that loads and then says nothing shows none of
  // Persona's.
  iframe.addEventListener('load', () => deadlines.push(setTimeout(silent, silence)), { signal });
  const relax = (from = 0) => deadlines.splice(from).forEach(clearTimeout);
  signal.addEventListener('abort', () => relax());
  return { relax, relaxAfterLoad: () => relax(1) };
}

/** The origin the SDK makes of a host name; see `baseUrlOfHost` in the `persona` package. */
function originOf(host: string | undefined): string {
  if (!host) return 'https://inquiry.withpersona.com';
  try {
    return new URL(`${host.startsWith('localhost') ? 'http' : 'https'}://${host}`).origin;
  } catch {
    return ''; // no host name
  }
}
