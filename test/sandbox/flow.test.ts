import { describe, expect, it } from 'vitest';
import {
  FlowError,
  type FlowEvent,
  type FlowRules,
  firstProgress,
  type Progress,
  sideOf,
  advance as step,
} from '../../src/sandbox/records/flow.js';
import { countries, type IdClass, idTypesOf } from '../../src/sandbox/records/id-types.js';
import { codeRules } from '../../src/sandbox/records/phone.js';

const rules: FlowRules = {
  attempts: 5,
  steps: ['id', 'selfie'],
  idsFrom: (country) => (countries.includes(country) ? idTypesOf(country).map(({ idClass }) => idClass) : []),
  numberOf: (text) => text,
  now: 0,
  newCode: () => '123456',
  codes: codeRules,
};
const advance = (progress: Progress, event: FlowEvent) => step(progress, event, rules);

/** Takes steps; a picture is there whenever one is asked for. */
function progressAfter(...events: FlowEvent[]): Progress {
  let progress = firstProgress;
  for (const event of events) {
    const side = sideOf(progress.step);
    const files = side ? { ...progress.files, [side]: `file_${side}` } : progress.files;
    ({ progress } = advance({ ...progress, files }, event));
  }
  return progress;
}

const toId = (idClass: IdClass, country = 'US'): FlowEvent[] => [
  { type: 'begin' },
  { type: 'country', country },
  { type: 'id-type', idClass },
];
const pass: FlowEvent = { type: 'confirm', pass: true };
const fail: FlowEvent = { type: 'confirm', pass: false };

describe('advance', () => {
  it('asks for one side of a passport and both of a licence', () => {
    expect(progressAfter(...toId('pp'), pass).step).toBe('selfie-center');
    expect(progressAfter(...toId('dl'), pass).step).toBe('id-back');
    expect(progressAfter(...toId('dl'), pass, pass).step).toBe('selfie-center');
  });

  it('ends in success after three selfie pictures', () => {
    expect(progressAfter(...toId('pp'), pass, pass, pass, pass)).toMatchObject({ step: 'success', files: {} });
  });

  it('submits a verification with the pictures of this attempt', () => {
    const front = progressAfter(...toId('dl'), pass);
    expect(advance({ ...front, files: { ...front.files, back: 'file_b' } }, pass).verification).toEqual({
      type: 'government-id',
      passed: true,
      mayRetry: true,
      files: { front: 'file_front', back: 'file_b' },
    });
  });

  it('lets a failed ID be shown again up to five times, then fails', () => {
    let progress = progressAfter(...toId('pp'), fail);
    for (let attempt = 2; attempt <= 5; attempt++) {
      expect(progress.step).toBe('retry-government-id');
      progress = advance(progress, { type: 'retry' }).progress;
      progress = advance(progress, { type: 'id-type', idClass: 'pp' }).progress;
      progress = advance({ ...progress, files: { front: 'file_front' } }, fail).progress;
    }
    expect(progress.step).toBe('failed');
  });

  it('repeats only the selfie when only the selfie failed', () => {
    const progress = progressAfter(...toId('pp'), pass, pass, pass, fail);
    expect(progress.step).toBe('retry-selfie');
    expect(advance(progress, { type: 'retry' }).progress.step).toBe('selfie-center');
  });

  it('goes back from the ID to the country without losing it', () => {
    expect(progressAfter({ type: 'begin' }, { type: 'country', country: 'CA' }, { type: 'back' })).toMatchObject({
      step: 'country',
      country: 'CA',
    });
    expect(progressAfter(...toId('dl'), pass, { type: 'back' }).step).toBe('id-front');
  });

  it.each<[string, FlowEvent[], FlowEvent]>([
    ['a second beginning', [{ type: 'begin' }], { type: 'begin' }],
    ['a country that does not exist', [{ type: 'begin' }], { type: 'country', country: 'XX' }],
    [
      'an ID the country does not have',
      [{ type: 'begin' }, { type: 'country', country: 'GB' }],
      { type: 'id-type', idClass: 'ppc' },
    ],
    ['a confirmation without a picture', toId('pp'), pass],
    ['a retry when nothing failed', toId('pp'), { type: 'retry' }],
  ])('refuses %s', (_, events, event) => {
    expect(() => advance(progressAfter(...events), event)).toThrow(FlowError);
  });
});
