import type { Side } from '../records/flow.js';

/** Whether a picture shows the person rather than an ID. */
export function isSelfie(side: Side): boolean {
  return side !== 'front' && side !== 'back';
}

/** An address of the picture for an <img>, or undefined when this browser cannot show it (PDF, HEIC). */
export async function previewOf(file: Blob): Promise<string | undefined> {
  try {
    (await createImageBitmap(file)).close();
    return URL.createObjectURL(file);
  } catch {
    return undefined;
  }
}
