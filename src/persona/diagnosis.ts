import type { LcErrorCode } from '../core/errors.js';

interface PolicyDocument {
  permissionsPolicy?: { allowsFeature(feature: string, origin?: string): boolean };
  featurePolicy?: { allowsFeature(feature: string, origin?: string): boolean };
}

/** What would keep Persona's page from working, found before its frame is loaded. */
export function obstacle(origin: string): { code: LcErrorCode; fix: string } | undefined {
  if (!navigator.onLine) return { code: 'offline', fix: 'The browser is offline.' };
  if (!window.isSecureContext) return { code: 'insecure_page', fix: 'Serve the page over HTTPS: browsers give no camera to an insecure page.' };
  const { permissionsPolicy, featurePolicy } = document as Document & PolicyDocument;
  if ((permissionsPolicy ?? featurePolicy)?.allowsFeature('camera', origin) === false)
    return { code: 'camera_forbidden', fix: `The page's Permissions-Policy keeps the camera from Persona. Send: Permissions-Policy: camera=(self "${origin}"), microphone=(self "${origin}")` };
  return undefined;
}

/** Calls back when the page's Content-Security-Policy refuses a frame of that origin. */
export function onFrameBlocked(origin: string, signal: AbortSignal, blocked: (fix: string) => void): void {
  document.addEventListener(
    'securitypolicyviolation',
    (event) => {
      const ours = event.blockedURI.startsWith(origin) && ['frame-src', 'child-src', 'default-src'].includes(event.effectiveDirective);
      if (ours && event.disposition === 'enforce') blocked(`The page's Content-Security-Policy refuses Persona's frame. Add to it: frame-src ${origin}`);
    },
    { signal },
  );
}
