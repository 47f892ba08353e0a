import type { LcErrorCode } from '../core/errors.js';

/** A reason why the flow cannot go on here, and what to change for it. */
export interface Obstacle {
  code: LcErrorCode;
  fix: string;
}

/**
 * Chromium's policy of a page or a frame; other browsers do not tell.
 * https://developer.mozilla.org/docs/Web/API/HTMLIFrameElement/featurePolicy
 */
interface WithPolicy {
  featurePolicy?: { allowsFeature(feature: string, origin: string): boolean };
}

/** What keeps any camera from working on this page, found before the frame is loaded. */
export function obstacle(): Obstacle | undefined {
  if (!navigator.onLine) return { code: 'offline', fix: 'The browser is offline.' };
  if (!window.isSecureContext)
    return { code: 'insecure_page', fix: 'Serve the page over HTTPS: others get no camera.' };
  return undefined;
}

/**
 * Who keeps the camera from the frame although its `allow` attribute gives it: the frame around the page, or the page.
 */
export function cameraObstacle(iframe: HTMLIFrameElement, origin: string): Obstacle | undefined {
  const denied = (place: WithPolicy, whose: string) => place.featurePolicy?.allowsFeature('camera', whose) === false;
  if (!denied(iframe as WithPolicy, origin)) return undefined;
  // What the page does not have it cannot pass on, whatever header it sends.
  if (window.top !== window && denied(document as WithPolicy, location.origin))
    return {
      code: 'outer_frame',
      fix:
        `The page stands in a frame of ${frameAncestors().at(-1) ?? 'another page'}, which keeps the camera from it. ` +
        'Write there: <iframe allow="camera; microphone">, on every frame down to this page.',
    };
  const to = `(self "${origin}")`;
  return {
    code: 'camera_forbidden',
    fix: `The page keeps the camera from Persona. Send: Permissions-Policy: camera=${to}, microphone=${to}`,
  };
}

/** The origins of the pages around this one, the nearest first; only the nearest where the browser does not tell. */
export function frameAncestors(): string[] {
  if (window.top === window) return [];
  const { referrer } = document;
  return [...(location.ancestorOrigins ?? (referrer ? [new URL(referrer).origin] : []))];
}

/** Calls back when the page's Content-Security-Policy refuses a frame of that origin. */
export function onFrameBlocked(origin: string, signal: AbortSignal, blocked: (fix: string) => void): void {
  document.addEventListener(
    'securitypolicyviolation',
    (event) => {
      const ours =
        event.blockedURI.startsWith(origin) &&
        ['frame-src', 'child-src', 'default-src'].includes(event.effectiveDirective);
      if (ours && event.disposition === 'enforce')
        blocked(`The page's Content-Security-Policy refuses Persona. Add to it: frame-src ${origin}`);
    },
    { signal },
  );
}

/** Calls back when the page's Cross-Origin-Embedder-Policy has refused what is in the frame; Chromium tells. */
export function onFrameNotEmbeddable(iframe: HTMLIFrameElement, signal: AbortSignal, refused: () => void): void {
  if (typeof ReportingObserver === 'undefined') return;
  const observer = new ReportingObserver(
    (reports) => {
      const ours = reports.some(({ body }) => {
        // Chromium shows what it says only as JSON.
        const { blockedURL, destination, disposition } = JSON.parse(JSON.stringify(body ?? {})) as Record<
          string,
          unknown
        >;
        return disposition === 'enforce' && destination === 'iframe' && blockedURL === iframe.src;
      });
      if (ours) refused();
    },
    { types: ['coep'], buffered: true },
  );
  observer.observe();
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** What to change when Cross-Origin-Embedder-Policy refuses Persona. */
export const embedderFix =
  "The page's Cross-Origin-Embedder-Policy refuses Persona, and this browser has no <iframe credentialless>. " +
  'Leave the header out for this page.';
