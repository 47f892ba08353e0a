/** Why there is no live picture; the page has words for each. */
export type CameraProblem = 'denied' | 'missing' | 'busy' | 'policy' | 'unknown';

/** A camera that did not open. */
export class CameraError extends Error {
  override name = 'CameraError';
  readonly problem: CameraProblem;
  constructor(problem: CameraProblem, options?: ErrorOptions) {
    super(`The camera did not open: ${problem}.`, options);
    this.problem = problem;
  }
}

// Names of https://developer.mozilla.org/docs/Web/API/MediaDevices/getUserMedia#exceptions
const problems: Record<string, CameraProblem> = {
  NotAllowedError: 'denied',
  SecurityError: 'policy',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** Whether a live picture is possible at all: browsers give it only to pages of https and of this computer. */
export const filmsLive = (): boolean => window.isSecureContext && 'mediaDevices' in navigator;

/** The live picture of the person's camera, front or back; rejects with {@link CameraError}. */
export async function openCamera(facing: 'user' | 'environment'): Promise<MediaStream> {
  // Only Chromium tells; elsewhere a page that forbids the camera looks like a person who does.
  const policy = (document as { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy;
  if (policy && !policy.allowsFeature('camera')) throw new CameraError('policy');
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: facing, width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
  } catch (cause) {
    throw new CameraError(problems[(cause as DOMException).name] ?? 'unknown', { cause });
  }
}

/** Turns the camera off. */
export function closeCamera(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** The picture the video shows now, as JPEG. */
export function takePicture(video: HTMLVideoElement): Blob {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  // toBlob encodes only when the page is idle, which beside a live video was seen to take up to ten seconds.
  const base64 = canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' });
}
