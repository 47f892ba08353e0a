import type { Side } from '../records/flow.js';
import { CameraError, openCamera } from './camera.js';
import type { HostMessages } from './host-messages.js';
import { isSelfie } from './pictures.js';
import type { Screen } from './screen.js';

/** Opens the camera for a picture, tells the embedding page how that went, and gives the screen that follows. */
export async function openingCamera(side: Side, idClass: string | null, messages: HostMessages): Promise<Screen> {
  messages.send(
    isSelfie(side) ? 'selfie-camera-select' : 'document-camera-select',
    isSelfie(side) ? {} : { stepData: { idClass } },
  );
  const permission = (hasCameraPermission: boolean) =>
    messages.send('camera-permissions-check-result', {
      hasCameraPermission,
      hasMicrophonePermission: false,
      requestedMicrophone: false,
    });
  try {
    const stream = await openCamera(isSelfie(side) ? 'user' : 'environment');
    permission(true);
    return { name: 'camera', side, stream };
  } catch (error) {
    const problem = error instanceof CameraError ? error.problem : 'unknown';
    permission(problem !== 'denied' && problem !== 'policy');
    messages.send('load-camera-failed');
    return { name: 'camera-problem', side, problem };
  }
}
