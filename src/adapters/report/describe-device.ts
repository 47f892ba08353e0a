import { appAround, hasCamera } from '../dialog/device.js';

/** Whether the page may give its camera to a frame of an origin; Chromium tells. */
function cameraFor(origin: string): 'yes' | 'no' | 'unknown' {
  // One that is not on the page loads nothing.
  const frame: HTMLIFrameElement & { featurePolicy?: { allowsFeature(name: string, origin: string): boolean } } =
    document.createElement('iframe');
  frame.allow = `camera ${origin}`;
  frame.src = origin;
  if (!frame.featurePolicy) return 'unknown';
  return frame.featurePolicy.allowsFeature('camera', origin) ? 'yes' : 'no';
}

/** What an engineer needs to know of the browser and the page, a line each, without anything about the person. */
export async function describeDevice(personaOrigin: string): Promise<string[]> {
  const camera = await hasCamera();
  const around = [...(location.ancestorOrigins ?? [])].join(', ') || 'another page';
  return [
    `page: ${location.origin}${window.top === window ? '' : `, in a frame of ${around}`}`,
    `camera allowed to the page: ${cameraFor(location.origin)}, to Persona: ${cameraFor(personaOrigin)}`,
    `secure: ${isSecureContext}, cross-origin isolated: ${crossOriginIsolated}, online: ${navigator.onLine}`,
    `camera: ${camera ?? 'unknown'}, in-app browser: ${appAround() ?? 'no'}`,
    `browser: ${navigator.userAgent}`,
  ];
}
