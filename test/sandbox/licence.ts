import { crc32 } from 'node:zlib';
import { toBuffer } from 'bwip-js/node';
import { PNG } from 'pngjs';

/** Large files, made in a fifth of the time. */
export const fast = { deflateLevel: 1, filterType: 0 } as const;

/** What a licence's barcode says; dates as MMDDCCYY. */
export interface Licence {
  number?: string;
  first?: string;
  last?: string;
  birth?: string;
  expires?: string;
}

/** The text of an AAMVA barcode. */
export function aamva({
  number = 'D1234567',
  first = 'ADA',
  last = 'SAMPLE',
  birth = '12101985',
  expires = '12102030',
}: Licence = {}): string {
  const names = `DCS${last}\nDAC${first}\nDADNONE`;
  const address = 'DAG1 MAIN ST\nDAISPRINGFIELD\nDAJIL\nDAK627010000\nDCGUSA';
  const body = `DLDAQ${number}\n${names}\nDBB${birth}\nDBA${expires}\n${address}\r`;
  return `@\n\x1e\rANSI 636035080001DL00310${String(body.length).padStart(3, '0')}${body}`;
}

/** The back of a licence with that barcode; `damaged` wipes out its middle. */
export async function licenceBack(
  licence: Licence = {},
  damaged = false,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const code = PNG.sync.read(
    await toBuffer({
      bcid: 'pdf417',
      text: aamva(licence),
      scale: 3,
      paddingwidth: 20,
      paddingheight: 20,
      backgroundcolor: 'FFFFFF',
    }),
  );
  const picture = new PNG({ width: code.width + 200, height: code.height + 240 });
  // Noise around it, as a real card has print around its code; files of one colour would also be too small to send.
  for (let at = 0; at < picture.data.length; at++)
    picture.data[at] = at % 4 === 3 ? 255 : 200 + Math.floor(Math.random() * 50);
  PNG.bitblt(code, picture, 0, 0, code.width, code.height, 100, 120);
  if (damaged) {
    for (let y = 120; y < 120 + code.height; y++) {
      for (let x = 100 + Math.floor(code.width * 0.2); x < 100 + Math.floor(code.width * 0.8); x++)
        picture.data.fill(128, (y * picture.width + x) * 4, (y * picture.width + x) * 4 + 3);
    }
  }
  return { name: 'back.png', mimeType: 'image/png', buffer: PNG.sync.write(picture, fast) };
}

/** A picture so soft that nothing on it can be read. */
export function blurred(): Buffer {
  const picture = new PNG({ width: 640, height: 400 });
  for (let y = 0; y < 400; y++) {
    for (let x = 0; x < 640; x++) {
      const grey = 128 + Math.round(100 * Math.sin(x / 90) * Math.cos(y / 70));
      picture.data.set([grey, grey, grey, 255], (y * 640 + x) * 4);
    }
  }
  return PNG.sync.write(picture, fast);
}

/** The digit for a field of ICAO 9303: digits, letters (A is 10) and `<` (0), weighted 7, 3, 1 in turn. */
export function checkDigit(field: string): string {
  const value = (letter: string) => (letter === '<' ? 0 : Number.parseInt(letter, 36));
  return String([...field].reduce((sum, letter, place) => sum + value(letter) * [7, 3, 1][place % 3]!, 0) % 10);
}
const withDigit = (field: string) => field + checkDigit(field);

/** The two lines of a passport, with right check digits; dates as YYMMDD. */
export function mrz(number = 'X12345678', { birth = '851210', expires = '301209' } = {}): string {
  const [id, born, expiry, personal] = [number, birth, expires, '<'.repeat(14)].map(withDigit);
  const first = 'P<USASAMPLE<<ADA<MARIE'.padEnd(44, '<');
  return `${first}\n${id}USA${born}F${expiry}${personal}${checkDigit(`${id}${born}${expiry}${personal}`)}`;
}

/** The three lines on the back of an identity card (TD1), with right check digits. */
export function cardLines(number = 'C12345678'): string {
  const first = `I<ESP${withDigit(number)}`.padEnd(30, '<');
  const [born, expiry, optional] = [withDigit('851210'), withDigit('301209'), '<'.repeat(11)];
  const second = `${born}F${expiry}ESP${optional}${checkDigit(first.slice(5) + born + expiry + optional)}`;
  return `${first}\n${second}\n${'SAMPLE<<ADA<MARIE'.padEnd(30, '<')}`;
}

/** A PNG that carries a text, as one that a document reader has made. */
export function withText(png: Buffer, text: string): Buffer {
  const body = Buffer.from(`tEXtMRZ\0${text}`, 'latin1');
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  check.writeUInt32BE(crc32(body));
  const end = png.length - 12; // before the chunk IEND
  return Buffer.concat([png.subarray(0, end), length, body, check, png.subarray(end)]);
}
