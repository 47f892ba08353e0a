import { describe, expect, it } from 'vitest';
import { checkUpload, UploadError } from '../../src/sandbox/examiner/uploads.js';
import { heic, jpeg, pdf, png } from './pictures.js';

describe('checkUpload', () => {
  it.each([
    ['a PNG', png(), 'png'],
    ['a JPEG', jpeg(), 'jpeg'],
    ['a HEIC', heic(), 'heic'],
    ['a HEIF', heic(640, 400, 20_000, 'mif1'), 'heic'],
    ['a PDF, whose pages are not measured', pdf(), 'pdf'],
    ['the smallest picture', jpeg(200, 200, 10_000), 'jpeg'],
    ['the largest picture', jpeg(15_000, 15_000, 15_000_000), 'jpeg'],
  ])('takes %s', (_, bytes, kind) => {
    expect(checkUpload(bytes)).toBe(kind);
  });

  it.each([
    ['text', Buffer.alloc(20_000, 'x'), 'file_type'],
    ['a GIF', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(20_000)]), 'file_type'],
    ['an AVIF', heic(640, 400, 20_000, 'avif'), 'file_type'],
    ['an empty file', Buffer.alloc(0), 'file_type'],
    ['a file below 10 kB', jpeg(640, 400, 9_999), 'file_too_small'],
    ['a file above 15 MB', jpeg(640, 400, 15_000_001), 'file_too_large'],
    ['a PDF above 15 MB', pdf(15_000_001), 'file_too_large'],
    ['a picture below 200 pixels', jpeg(199, 400), 'image_too_small'],
    ['a HEIC below 200 pixels', heic(640, 199), 'image_too_small'],
    ['a picture above 15,000 pixels', jpeg(640, 15_001), 'image_too_large'],
    [
      'a JPEG without a picture in it',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(20_000)]),
      'file_unreadable',
    ],
    ['a HEIC cut short', heic().subarray(0, 30), 'file_too_small'],
    [
      'a HEIC without a picture in it',
      Buffer.concat([heic().subarray(0, 24), Buffer.alloc(20_000)]),
      'file_unreadable',
    ],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => checkUpload(bytes)).toThrow(expect.objectContaining({ code }));
    expect(() => checkUpload(bytes)).toThrow(UploadError);
  });
});
