import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/sandbox/cli-options.js';
import { textOf } from '../../src/sandbox/log-lines.js';
import type { LogLine } from '../../src/sandbox/records/log-line.js';

const at = new Date(2026, 10, 20, 9, 5, 7).getTime();

describe('readArguments', () => {
  it('reads the options of the example', () => {
    expect(
      readArguments([
        'sandbox',
        '--port',
        '4100',
        '--webhook',
        'http://localhost:3000/hook',
        '--delay',
        '0.5',
        '--origin',
        'https://a.example',
        '--origin',
        'https://b.example',
      ]),
    ).toMatchObject({
      kind: 'start',
      options: {
        port: 4100,
        webhookUrl: 'http://localhost:3000/hook',
        decisionDelay: 500,
        allowedOrigins: ['https://a.example', 'https://b.example'],
      },
    });
  });

  it('takes port 4001 and no webhook without options', () => {
    expect(readArguments(['sandbox'])).toMatchObject({ kind: 'start', options: { port: 4001, webhookUrl: undefined } });
  });

  it('lets phones in when asked, by the address given or one it finds', () => {
    const lanOf = (...words: string[]) => readArguments(['sandbox', ...words]);
    expect(lanOf()).toMatchObject({ options: { lan: false } });
    expect(lanOf('--lan', '--port', '4100')).toMatchObject({ options: { lan: true, port: 4100 } });
    expect(lanOf('--lan=192.168.1.20')).toMatchObject({ options: { lan: '192.168.1.20' } });
  });

  it('leaves the making of inquiries to the API when asked, for both templates or one', () => {
    const blockOf = (...words: string[]) => readArguments(['sandbox', ...words]);
    const blocks = (blockClientSideInquiryCreation: unknown) => ({ options: { blockClientSideInquiryCreation } });
    expect(blockOf()).toMatchObject(blocks(undefined));
    expect(blockOf('--block-client-side', '--port', '4100')).toMatchObject(blocks(true));
    expect(blockOf('--block-client-side=kyc')).toMatchObject(blocks('kyc'));
  });

  it('gives the local carriers their keys and a scenario', () => {
    const sid = `AC${'0'.repeat(32)}`;
    const words = ['--lc-token', 'lc', '--twilio-sid', sid, '--twilio-token', 'tw', '--carrier-scenario', 'taken*2'];
    expect(readArguments(['sandbox', ...words])).toMatchObject({
      options: { lcToken: 'lc', twilioAccountSid: sid, twilioAuthToken: 'tw', carrierScenario: 'taken*2' },
    });
    expect(readArguments(['sandbox', '--twilio-sid', 'AC12'])).toMatchObject({
      kind: 'mistake',
      message: expect.stringContaining('--twilio-sid must be AC and 32 hexadecimal digits'),
    });
  });

  it('does not start in production unless that is meant', () => {
    expect(readArguments(['sandbox'], 'production')).toEqual({
      kind: 'mistake',
      message: expect.stringMatching(/NODE_ENV is "production".*--allow-production/),
    });
    expect(readArguments(['sandbox', '--allow-production'], 'production').kind).toBe('start');
    expect(readArguments(['sandbox'], 'development').kind).toBe('start');
    expect(readArguments(['sandbox', '--help'], 'production').kind).toBe('help');
  });

  it('helps when asked and when nothing is asked', () => {
    expect(readArguments(['sandbox', '--help']).kind).toBe('help');
    expect(readArguments([]).kind).toBe('help');
  });

  it.each([
    [['start'], 'There is no command "start"'],
    [['sandbox', '--port', 'many'], '--port must be a number'],
    [['sandbox', '--webhook', 'localhost:3000'], '--webhook must be a whole address'],
    [['sandbox', '--delay', 'long'], '--delay must be a number'],
    [['sandbox', '--lan=phone'], "--lan must be this computer's address"],
    [['sandbox', '--lan=127.0.0.1'], "--lan must be this computer's address"],
    [['sandbox', '--block-client-side=all'], '--block-client-side is for all templates'],
    [['sandbox', '--prot', '1'], '--prot'],
  ])('says what is wrong with %j', (words, message) => {
    expect(readArguments(words)).toEqual({ kind: 'mistake', message: expect.stringContaining(message) });
  });
});

describe('textOf', () => {
  it.each<[LogLine, string]>([
    [
      { kind: 'inquiry', at, id: 'inq_abcdefgHIJK', status: 'approved', referenceId: 'loc_1', scenario: 'slow:5' },
      '09:05:07  inq_abcdefg ● approved  for loc_1, scenario slow:5',
    ],
    [
      {
        kind: 'check',
        at,
        about: 'inq_abcdefgHIJK',
        type: 'government-id',
        passed: false,
        reasons: ['barcode_not_decoded'],
      },
      '09:05:07  inq_abcdefg ✗ government id failed: barcode_not_decoded',
    ],
    [
      { kind: 'message', at, to: '+12125550123', channel: 'sms', code: '123456' },
      '09:05:07  +12125550123 ✉ text message with the code 123456',
    ],
    [
      {
        kind: 'webhook',
        at,
        name: 'inquiry.approved',
        about: 'inq_abcdefgHIJK',
        status: null,
        attempt: 2,
        state: 'waiting',
      },
      '09:05:07  inq_abcdefg → inquiry.approved no answer at try 2, will try again',
    ],
    [
      { kind: 'case', at, id: 'case_abcdefg', status: 'Open', about: 'inq_abcdefgHIJK' },
      '09:05:07  case_abcdef ▸ case Open  about inq_abcdefg',
    ],
    [
      {
        kind: 'fault',
        at,
        about: 'GET /api/v1/inquiries',
        message: 'TypeError: x is not iterable at get (desk.ts:1:2)',
      },
      '09:05:07  stand-in    ✗ GET /api/v1/inquiries failed: TypeError: x is not iterable at get (desk.ts:1:2)',
    ],
  ])('writes a line of %j', (line, text) => {
    expect(textOf(line, false)).toBe(text);
  });

  it('paints what went well green when it may', () => {
    expect(textOf({ kind: 'check', at, about: 'inq_1', type: 'selfie', passed: true, reasons: [] }, true)).toContain(
      '\u001b[32m✓',
    );
  });
});
