/** Whether the device has a camera; undefined where the browser does not tell. Asks nobody for permission. */
export async function hasCamera(): Promise<boolean | undefined> {
  try {
    return (await navigator.mediaDevices.enumerateDevices()).some(({ kind }) => kind === 'videoinput');
  } catch {
    return undefined; // insecure pages have no mediaDevices
  }
}

/**
 * Whether the page runs in a browser inside another app, which Persona does not support.
 * Names by https://docs.withpersona.com/browser-device-support and what these apps send.
 */
export const isInAppBrowser = (userAgent = navigator.userAgent): boolean =>
  /FBA[NV]|FB_IAB|Instagram|Line\/|MicroMessenger|Snapchat|Bytedance|LinkedInApp|; wv\)/.test(userAgent);

/** What an engineer needs to know of the browser and the page, a line each, without anything about the person. */
export async function describeDevice(): Promise<string[]> {
  const camera = await hasCamera();
  return [
    `page: ${location.origin}${window.top === window ? '' : ' (in a frame)'}`,
    `secure: ${window.isSecureContext}, online: ${navigator.onLine}`,
    `camera: ${camera ?? 'unknown'}, in-app browser: ${isInAppBrowser()}`,
    `browser: ${navigator.userAgent}`,
  ];
}
