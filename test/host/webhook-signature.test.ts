import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signedAt } from '../../src/host/persona/webhook-signature.js';
import { type SignatureVector, signatureVectors } from '../signature-vectors.js';

const file = readFileSync(new URL('../../docs/signature-vectors.json', import.meta.url), 'utf8');
const { secret, body, vectors } = JSON.parse(file) as { secret: string; body: string; vectors: SignatureVector[] };

describe('docs/signature-vectors.json', () => {
  it('is what the script writes', () => {
    expect(file, 'Run: npx tsx test/signature-vectors.ts').toBe(signatureVectors());
  });

  it.each(vectors)('tells what becomes of a signature: $name', async ({ header, fits, signedAt: seconds }) => {
    const time = await signedAt(header, new TextEncoder().encode(body), secret);
    expect(time?.getTime()).toBe(fits ? seconds! * 1000 : undefined);
  });
});
