import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

let prepared: Promise<unknown> | undefined;

/** The text of the PDF417 barcode in a JPEG or PNG, or undefined when none can be read. */
export async function readPdf417(picture: Uint8Array): Promise<string | undefined> {
  prepared ??= prepareZXingModule({ overrides: { wasmBinary: wasm().buffer as ArrayBuffer }, fireImmediately: true });
  await prepared;
  const [found] = await readBarcodes(picture, {
    formats: ['PDF417'],
    tryHarder: true,
    textMode: 'Plain',
    maxNumberOfSymbols: 1,
  });
  return found?.isValid ? found.text : undefined;
}

/** The decoder: beside this file in the package, in its own package in the sources. */
function wasm(): Uint8Array {
  try {
    return new Uint8Array(readFileSync(fileURLToPath(new URL('./zxing_reader.wasm', import.meta.url))));
  } catch {
    return new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')));
  }
}
