import { createHash, createHmac, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as shims from '../../.storybook/stand-in/node-crypto.js';
import { PageBuffer } from '../../.storybook/stand-in/page-buffer.js';

/** Around the ends of a block, where padding goes wrong. */
const lengths = [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000];

describe('what stands for node:crypto in a page', () => {
  let inPage: typeof shims;
  beforeAll(async () => {
    inPage = await import('../../.storybook/stand-in/node-crypto.js');
  });

  it.each(lengths)('digests %i bytes as Node does', (length) => {
    const bytes = randomBytes(length);
    expect(inPage.createHash('sha256').update(bytes).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
  });

  it.each(lengths)('signs with a key of %i letters as Node does', (length) => {
    const key = 'é'.repeat(length);
    const signed = (make: typeof inPage.createHmac) => make('sha256', key).update('a text').digest('base64url');
    expect(signed(inPage.createHmac)).toBe(signed(createHmac as never));
  });

  it('refuses what it does not know', () => {
    expect(() => inPage.createHash('md5')).toThrow(RangeError);
  });
});

describe('what stands for Buffer in a page', () => {
  it.each(['utf8', 'latin1', 'hex', 'base64url'] as const)('writes bytes as Node does: %s', (encoding) => {
    const bytes = randomBytes(50);
    expect(PageBuffer.from(bytes).toString(encoding)).toBe(bytes.toString(encoding));
  });

  it.each([
    ['a € text', 'utf8'],
    ['caf\xe9', 'latin1'],
    ['AQID/w==', 'base64'],
  ] as const)('reads %j as Node does: %s', (text, encoding) => {
    expect([...PageBuffer.from(text, encoding)]).toEqual([...Buffer.from(text, encoding)]);
  });

  it('reads a number in the middle, and puts parts together', () => {
    const whole = PageBuffer.concat([PageBuffer.alloc(2), PageBuffer.from([1, 2, 3, 4])]);
    expect((whole.subarray(2) as PageBuffer).readUInt32BE()).toBe(0x01020304);
  });
});
