import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { personaEventExample } from '../src/host/contract-examples.js';

/** A signature to try, and what comes of it. */
export interface SignatureVector {
  name: string;
  header: string | null;
  /** Whether one of its sets fits secret and body. */
  fits: boolean;
  /** Unix seconds of the set that fits. */
  signedAt?: number;
  /** What a host does. */
  answer: string;
}

const secret = 'wbhsec_00000000-0000-4000-8000-000000000000';
const before = 'wbhsec_11111111-1111-4111-8111-111111111111';
/** 2026-11-20T09:00:00Z, when the event was made. */
const now = 1_795_165_200;
/** As it comes over the line: what is signed are these bytes. */
const body = JSON.stringify(personaEventExample);

const hmac = (t: number, key = secret, text = body) => createHmac('sha256', key).update(`${t}.${text}`).digest('hex');
const set = (t: number, ...signature: Parameters<typeof hmac>) => `t=${t},v1=${hmac(...signature)}`;

const good = set(now, now);
const believed = '200, and the event is believed';
const refused = '401 with the code invalid_signature';

const vectors: SignatureVector[] = [
  { name: 'signed', header: good, fits: true, signedAt: now, answer: believed },
  {
    name: 'rotation: the new secret’s set first',
    header: `${good} ${set(now, now, before)}`,
    fits: true,
    signedAt: now,
    answer: believed,
  },
  {
    name: 'rotation: the other secret’s set first',
    header: `${set(now, now, before)} ${good}`,
    fits: true,
    signedAt: now,
    answer: believed,
  },
  {
    name: 'rotation: each set has a time of its own',
    header: `${set(now - 10, now - 10, before)} ${set(now - 5, now - 5)}`,
    fits: true,
    signedAt: now - 5,
    answer: believed,
  },
  {
    name: 'hex in capitals',
    header: `t=${now},v1=${hmac(now).toUpperCase()}`,
    fits: true,
    signedAt: now,
    answer: believed,
  },
  {
    name: 'old: signed an hour before',
    header: set(now - 3600, now - 3600),
    fits: true,
    signedAt: now - 3600,
    answer: '200 after Persona itself was asked, or 401; never believed as it stands, for it may be a replay',
  },
  { name: 'none', header: null, fits: false, answer: refused },
  { name: 'empty', header: '', fits: false, answer: refused },
  { name: 'another secret', header: set(now, now, before), fits: false, answer: refused },
  { name: 'another time than the one signed', header: set(now, now - 1), fits: false, answer: refused },
  { name: 'another body', header: set(now, now, secret, `${body} `), fits: false, answer: refused },
  { name: 'the body alone signed', header: set(now, now, secret, ''), fits: false, answer: refused },
  { name: 'cut off', header: good.slice(0, -1), fits: false, answer: refused },
  { name: 'zeros', header: `t=${now},v1=${'0'.repeat(64)}`, fits: false, answer: refused },
  {
    name: 'two in one set, as other vendors send them',
    header: `${set(now, now, before)},v1=${hmac(now)}`,
    fits: false,
    answer: refused,
  },
  {
    name: 'the good one behind many',
    header: `${`${set(now, now, before)} `.repeat(8)}${good}`,
    fits: false,
    answer: refused,
  },
];

/** The file `docs/signature-vectors.json` as it should be. */
export const signatureVectors = (): string =>
  `${JSON.stringify(
    {
      about:
        'Signatures of Persona’s webhook. The header Persona-Signature has one set t=<unix seconds>,v1=<hex>, or several ' +
        'separated by spaces while a secret is being rotated. v1 is the HMAC-SHA256, with the secret, of t, a dot, and the ' +
        'bytes of the body as they came. One set that fits is enough; look at the first four and compare in constant time.',
      secret,
      now,
      body,
      vectors,
    },
    null,
    2,
  )}\n`;

if (process.argv[1] === import.meta.filename)
  await writeFile(resolve(import.meta.dirname, '../docs/signature-vectors.json'), signatureVectors());
