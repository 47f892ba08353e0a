import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** How far apart the colours in a table are at least, as a sum of squares: nearer ones nobody tells apart. */
const apart = 100;

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
  const table: number[] = [];
  const places = new Map<number, number>();
  // The commonest first, so that areas keep their very colour; what is between two is of the edge of a letter or a
  // shadow.
  for (const [colour] of [...counts].sort(([, one], [, other]) => other - one)) {
    const near = nearest(table, colour);
    const isNew = table.length === 0 || (distance(table[near]!, colour) >= apart && table.length < 256);
    places.set(colour, isNew ? table.push(colour) - 1 : near);
  }
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + x + 1] = places.get(data.readUIntBE((y * width + x) * 4, 3))!;
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

/** The place of the colour in a table that is nearest, -1 in an empty one. */
function nearest(table: number[], colour: number): number {
  const distances = table.map((one) => distance(one, colour));
  return distances.indexOf(Math.min(...distances));
}

const distance = (one: number, other: number): number =>
  [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
