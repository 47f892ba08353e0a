import { generate } from 'lean-qr/nano';

/** Draws the text as a QR code, dark on light whatever the theme: many readers cannot read it the other way round. */
export function drawQrCode(canvas: HTMLCanvasElement, text: string): void {
  generate(text).toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255] });
  // Whole pixels for each module, so that none is wider than its neighbour.
  canvas.style.inlineSize = `${canvas.width * Math.floor(224 / canvas.width)}px`;
}
