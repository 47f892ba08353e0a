import type { LcErrorCode } from '../core/errors.js';

/**
 * Chromium's policy of a frame; other browsers do not tell.
 * https://developer.mozilla.org/docs/Web/API/HTMLIFrameElement/featurePolicy
 */
interface PolicyFrame {
  featurePolicy?: { allowsFeature(feature: string, origin: string): boolean };
}

/** What keeps any camera from working on this page, found before the frame is loaded. */
export function obstacle(): { code: LcErrorCode; fix: string } | undefined {
  if (!navigator.onLine) return { code: 'offline', fix: 'The browser is offline.' };
  if (!window.isSecureContext)
    return { code: 'insecure_page', fix: 'Serve the page over HTTPS: others get no camera.' };
  return undefined;
}

/**
 * What to change when the page's Permissions-Policy keeps the camera from the frame although its `allow` attribute
 * gives it.
 */
export function cameraFix(iframe: HTMLIFrameElement, origin: string): string | undefined {
  if ((iframe as PolicyFrame).featurePolicy?.allowsFeature('camera', origin) !== false) return undefined;
  const to = `(self "${origin}")`;
  return `The page keeps the camera from Persona. Send: Permissions-Policy: camera=${to}, microphone=${to}`;
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
