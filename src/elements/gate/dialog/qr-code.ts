import { generate } from 'lean-qr/nano';

/**
 * Draws the text as a QR code, dark on light whatever the theme: many readers cannot read it the other way round. False
 * when the text is too long for one.
 */
export function drawQrCode(canvas: HTMLCanvasElement, text: string): boolean {
  const code = coded(text);
  if (!code) return false;
  code.toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255] });
  // Whole pixels for each module, so that none is wider than its neighbour.
  canvas.style.inlineSize = `${canvas.width * Math.max(1, Math.floor(224 / canvas.width))}px`;
  return true;
}

function coded(text: string): ReturnType<typeof generate> | undefined {
  try {
    return generate(text);
  } catch {
    return undefined; // more than the largest code holds
  }
}
