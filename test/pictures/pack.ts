import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** Colours of a picture: those of a screen and, for the edges of letters, some between them. */
const mostColours = 32;

/** Writes every picture in a directory with a table of few colours: a fifth of the size. */
export function packPictures(directory: string): void {
  const files = readdirSync(directory).filter((file) => file.endsWith('.png'));
  const paths = files.map((file) => join(directory, file));
  for (const path of paths) writeFileSync(path, packed(PNG.sync.read(readFileSync(path))));
  const kilobytes = paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1024;
  console.log(`${paths.length} pictures, ${Math.round(kilobytes)} kB`);
}

function packed({ width, height, data }: PNG): Buffer {
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const table = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostColours)
    .map(([colour]) => colour);
  const places = new Map(table.map((colour, place) => [colour, place]));
  const placeOf = (colour: number) => {
    const known = places.get(colour) ?? nearest(table, colour);
    places.set(colour, known);
    return known;
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = placeOf(data.readUIntBE((y * width + x) * 4, 3));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // bits a pixel, places in a table
  const palette = Buffer.alloc(table.length * 3);
  for (const [place, colour] of table.entries()) palette.writeUIntBE(colour, place * 3, 3);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(table: number[], colour: number): number {
  const parts = (one: number) => [one >> 16, (one >> 8) & 255, one & 255] as const;
  const [red, green, blue] = parts(colour);
  const distances = table.map((one) => {
    const [r, g, b] = parts(one);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
