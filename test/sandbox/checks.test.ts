import { describe, expect, it } from 'vitest';
import { readAamva } from '../../src/sandbox/examiner/aamva.js';
import { checkDigit, readMrz } from '../../src/sandbox/examiner/mrz.js';
import { sharpEnough, sharpnessOf } from '../../src/sandbox/examiner/sharpness.js';
import { kycWalk } from './kyc-walk.js';
import { aamva, blurred, licenceBack, mrz, withText } from './licence.js';
import { jpeg, png } from './pictures.js';
import { running } from './running-sandbox.js';

describe('readAamva', () => {
  it('reads the holder of a licence', () => {
    expect(readAamva(aamva())).toMatchObject({
      firstName: 'ADA',
      lastName: 'SAMPLE',
      idNumber: 'D1234567',
      birthdate: '1985-12-10',
      expirationDate: '2030-12-10',
      subdivision: 'IL',
      countryCode: 'USA',
    });
  });

  it('reads the dates of a Canadian card the other way round', () => {
    expect(readAamva(aamva({ birth: '19851210' }).replace('DCGUSA', 'DCGCAN'))?.birthdate).toBe('1985-12-10');
  });

  it('refuses the text of another kind of barcode', () => {
    expect(readAamva('M1SAMPLE/ADA E1234567 JFKSJU')).toBeUndefined();
  });
});

describe('readMrz', () => {
  const now = Date.parse('2026-11-20');
  // The example of ICAO 9303 part 4, appendix B.
  const example = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';

  it('agrees with the example of the standard', () => {
    expect(checkDigit('520727')).toBe('3');
    expect(readMrz(`before ${example} after`, now)).toMatchObject({
      valid: true,
      data: {
        lastName: 'ERIKSSON',
        firstName: 'ANNA',
        middleName: 'MARIA',
        idNumber: 'L898902C3',
        birthdate: '1974-08-12',
        expirationDate: '2012-04-15',
      },
    });
  });

  it.each([
    [9, '7'],
    [19, '3'],
    [27, '8'],
    [42, '2'],
    [43, '1'],
  ])('notices a wrong digit at %i', (place, digit) => {
    const [first, second = ''] = example.split('\n');
    expect(readMrz(`${first}\n${second.slice(0, place)}${digit}${second.slice(place + 1)}`, now)?.valid).toBe(false);
  });

  it('takes a birth for one of the last hundred years', () => {
    const bornBy = (year: string) => readMrz(mrz(), Date.parse(`${year}-01-01`))?.data.birthdate;
    expect([bornBy('2026'), bornBy('2090')]).toEqual(['1985-12-10', '2085-12-10']);
  });

  it('finds none in other bytes', () => {
    expect(readMrz(png().toString('latin1'), now)).toBeUndefined();
  });
});

describe('sharpnessOf', () => {
  it('tells a blurred picture from a sharp one and does not look into a PDF', async () => {
    expect(sharpnessOf(blurred())).toBeLessThan(sharpEnough);
    expect(sharpnessOf((await licenceBack()).buffer)).toBeGreaterThan(sharpEnough);
    expect(sharpnessOf(Buffer.from('%PDF-1.7'))).toBeUndefined();
    expect(() => sharpnessOf(jpeg())).toThrow();
  });
});

describe('the checks of "KYC + Mobile 2FA"', () => {
  it('decode the barcode of a licence and fill the fields from it', async () => {
    const sandbox = await running();
    const { view, checks, inquiryId } = await kycWalk(sandbox, {
      idClass: 'dl',
      pictures: [png(), (await licenceBack()).buffer],
    });
    expect(view.step).toBe('selfie-center');
    expect(checks).toContainEqual({
      name: 'id_barcode_detection',
      status: 'passed',
      reasons: [],
      requirement: 'required',
      metadata: {},
    });
    const { fields } = (await sandbox.rest(`/inquiries/${inquiryId}`)).body.data.attributes;
    expect(fields).toMatchObject({
      'name-first': { value: 'ADA' },
      'name-last': { value: 'SAMPLE' },
      birthdate: { value: '1985-12-10' },
      'identification-number': { value: 'D1234567' },
    });
  });

  it('refuse a licence whose barcode is damaged', async () => {
    const sandbox = await running();
    const { view, checks } = await kycWalk(sandbox, {
      idClass: 'dl',
      pictures: [png(), (await licenceBack({}, true)).buffer],
    });
    expect(view).toMatchObject({ step: 'retry-government-id', reasons: ['barcode_not_decoded'], attemptsLeft: 4 });
    expect(checks).toContainEqual({
      name: 'id_barcode_detection',
      status: 'failed',
      reasons: ['barcode_not_decoded'],
      requirement: 'required',
      metadata: {},
    });
  });

  it.each<[string, string, Buffer[], string, string]>([
    ['a blurred picture', 'pp', [blurred()], 'id_blur_detection', 'too_blurry'],
    ['a damaged picture', 'pp', [jpeg()], 'id_unprocessable_submission_detection', 'unreadable_file'],
    [
      'a passport with a wrong check digit',
      'pp',
      [withText(png(), mrz().replace('X1234', 'X9234'))],
      'id_mrz_inconsistency_detection',
      'check_digit_mismatch',
    ],
  ])('refuse %s', async (_, idClass, pictures, name, reason) => {
    const { view, checks } = await kycWalk(await running(), { idClass, pictures });
    expect(view).toMatchObject({ step: 'retry-government-id', reasons: [reason] });
    expect(checks).toContainEqual(
      expect.objectContaining({ name, status: 'failed', reasons: [reason], requirement: 'required' }),
    );
  });

  it('refuse the same side twice', async () => {
    const front = (await licenceBack()).buffer;
    const { view } = await kycWalk(await running(), { idClass: 'dl', pictures: [front, front] });
    expect(view.reasons).toEqual(['side_submitted_twice']);
  });

  it('refuse the picture another account was verified with, and take it again from the same account', async () => {
    const sandbox = await running();
    const pictures = [png()];
    expect((await kycWalk(sandbox, { pictures, referenceId: 'loc_1' })).view.step).toBe('selfie-center');
    expect((await kycWalk(sandbox, { pictures, referenceId: 'loc_1' })).view.step).toBe('selfie-center');
    expect((await kycWalk(sandbox, { pictures, referenceId: 'loc_2' })).view.reasons).toEqual([
      'submitted_by_other_account',
    ]);
  });

  it('take the same picture from two accounts when it comes straight from the camera', async () => {
    const sandbox = await running();
    const pictures = [png()];
    for (const referenceId of ['loc_1', 'loc_2'])
      expect((await kycWalk(sandbox, { pictures, referenceId, live: true })).view.step).toBe('selfie-center');
  });

  it('take a passport without machine-readable lines, and one with right ones', async () => {
    const sandbox = await running();
    expect((await kycWalk(sandbox, {})).checks).toContainEqual(
      expect.objectContaining({ name: 'id_mrz_detection', status: 'not_applicable', reasons: ['mrz_not_found'] }),
    );
    const { view, checks } = await kycWalk(sandbox, { pictures: [withText(png(), mrz())] });
    expect(view.step).toBe('selfie-center');
    expect(checks).toContainEqual(
      expect.objectContaining({ name: 'id_mrz_inconsistency_detection', status: 'passed' }),
    );
  });

  it('refuse three selfies that are one', async () => {
    const sandbox = await running();
    const selfie = png();
    const { view, checks } = await kycWalk(sandbox, { selfies: [selfie, selfie, selfie] });
    expect(view).toMatchObject({ step: 'retry-selfie', reasons: ['pose_repeated'] });
    expect(checks).toContainEqual(expect.objectContaining({ name: 'selfie_pose_repeat_detection', status: 'failed' }));
  });

  it('fail the inquiry when every try is used up', async () => {
    const sandbox = await running();
    const { view } = await kycWalk(sandbox, { pictures: [blurred()], tries: 5 });
    expect(view).toMatchObject({ step: 'failed', status: 'failed' });
  });

  it('are made and do not count in the other template', async () => {
    const sandbox = await running();
    const { view, checks } = await kycWalk(sandbox, {
      templateId: sandbox.templateId,
      idClass: 'dl',
      pictures: [png(), png()],
    });
    expect(view.step).toBe('selfie-center');
    expect(checks).toContainEqual(
      expect.objectContaining({ name: 'id_barcode_detection', status: 'failed', requirement: 'not_required' }),
    );
  });
});
