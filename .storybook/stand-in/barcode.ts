import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import decoder from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** As in src/sandbox/examiner/barcode.ts, with the decoder fetched when a barcode is to be read. */
export async function readPdf417(picture: Uint8Array): Promise<string | undefined> {
  prepareZXingModule({ overrides: { locateFile: () => decoder } });
  const [found] = await readBarcodes(picture, { formats: ['PDF417'], tryHarder: true, textMode: 'Plain' });
  return found?.isValid ? found.text : undefined;
}
