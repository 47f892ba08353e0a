import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { fast } from './licence.js';

const [width, height] = [640, 480];

/** A picture with shapes on it, others for every number: as unlike as photos of two moments. */
export function scene(number: number): Buffer {
  const picture = new PNG({ width, height });
  // Steps have edges, so that it is sharp.
  const stepped = (value: number) => Math.round(value * 2) / 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const waves =
        Math.sin((x * number) / 40) + Math.cos((y * (number + 1)) / 55) + Math.sin((x + 2 * y) / (13 + number));
      // The grain of a camera, without which the file would be too small to send.
      const grey = Math.round(128 + 35 * stepped(waves) + 6 * Math.random());
      picture.data.set([grey, grey, grey, 255], (y * width + x) * 4);
    }
  }
  return PNG.sync.write(picture, fast);
}

/** The same picture, smaller in bytes and a little darker: as a messenger sends it on. */
export function savedAgain(png: Buffer): Buffer {
  const { data, ...size } = PNG.sync.read(png);
  return jpeg.encode({ data: data.map((value) => value * 0.9), ...size }, 60).data;
}

/** A part of a picture, by shares of its width and height, as large as the whole was. */
export function cut(png: Buffer, [left, top, right, bottom]: [number, number, number, number]): Buffer {
  const whole = PNG.sync.read(png);
  const part = new PNG({ width: whole.width, height: Math.round((whole.width * (bottom - top)) / (right - left)) });
  for (let y = 0; y < part.height; y++) {
    for (let x = 0; x < part.width; x++) {
      const fromX = Math.floor(whole.width * (left + ((right - left) * x) / part.width));
      const fromY = Math.floor(whole.height * (top + ((bottom - top) * y) / part.height));
      const from = (fromY * whole.width + fromX) * 4;
      part.data.set(whole.data.subarray(from, from + 4), (y * part.width + x) * 4);
    }
  }
  return jpeg.encode(part, 70).data;
}
