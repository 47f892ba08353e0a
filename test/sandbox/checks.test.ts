import { describe, expect, it } from 'vitest';
import { readAamva } from '../../src/sandbox/examiner/aamva.js';
import { greyOf } from '../../src/sandbox/examiner/grey.js';
import { readMrz } from '../../src/sandbox/examiner/mrz.js';
import { sharpEnough, sharpnessOf } from '../../src/sandbox/examiner/sharpness.js';
import { cut, savedAgain, scene } from './copies.js';
import { kycWalk } from './kyc-walk.js';
import { aamva, blurred, cardLines, licenceBack, mrz, withText } from './licence.js';
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

  // The examples of ICAO 9303 parts 5 and 6, and one of the lines that French cards had until 2021.
  it.each([
    [
      'a card with three lines',
      'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
      { lastName: 'ERIKSSON', firstName: 'ANNA', middleName: 'MARIA', idNumber: 'D23145890', birthdate: '1974-08-12' },
    ],
    [
      'a card with two lines',
      'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6',
      { lastName: 'ERIKSSON', firstName: 'ANNA', middleName: 'MARIA', expirationDate: '2012-04-15' },
    ],
    [
      'an old French card',
      'IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6',
      { lastName: 'BERTHIER', firstName: 'CORINNE', idNumber: '880692310285', birthdate: '1965-12-06' },
    ],
  ])('reads %s', (_, lines, data) => {
    expect(readMrz(`before ${lines} after`, now)).toMatchObject({ valid: true, data });
    expect(readMrz(lines.replace(/\d{6}/, '740813'), now)?.valid).toBe(false);
  });

  it('finds none in other bytes', () => {
    expect(readMrz(png().toString('latin1'), now)).toBeUndefined();
  });
});

describe('sharpnessOf', () => {
  it('tells a blurred picture from a sharp one and does not look into a PDF', async () => {
    expect(sharpnessOf(greyOf(blurred())!)).toBeLessThan(sharpEnough);
    expect(sharpnessOf(greyOf((await licenceBack()).buffer)!)).toBeGreaterThan(sharpEnough);
    expect(greyOf(Buffer.from('%PDF-1.7'))).toBeUndefined();
    expect(() => greyOf(jpeg())).toThrow();
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
    ['a damaged picture', 'pp', [jpeg()], 'id_unprocessable_submission_detection', 'submission_invalid'],
    [
      'a passport with a wrong check digit',
      'pp',
      [withText(png(), mrz().replace('X1234', 'X9234'))],
      'id_mrz_inconsistency_detection',
      'mrz_checksum_invalid',
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
    expect((await kycWalk(sandbox, { pictures, referenceId: 'loc_2' })).view.reasons).toEqual(['repeat']);
  });

  it('take the same picture from two accounts when it comes straight from the camera', async () => {
    const sandbox = await running();
    const pictures = [png()];
    for (const referenceId of ['loc_1', 'loc_2'])
      expect((await kycWalk(sandbox, { pictures, referenceId, live: true })).view.step).toBe('selfie-center');
  });

  it('refuse an ID whose holder is under age, until the birthday', async () => {
    const born = async (birth: string) =>
      (await kycWalk(await running(), { pictures: [withText(png(), mrz('X12345678', { birth }))] })).view;
    expect(await born('081121')).toMatchObject({ step: 'retry-government-id', reasons: ['failed_requirement'] });
    expect(await born('081120')).toMatchObject({ step: 'selfie-center' });
  });

  it('read the lines on the back of an identity card', async () => {
    const sandbox = await running();
    const card = (lines: string) =>
      kycWalk(sandbox, { country: 'ES', idClass: 'id', pictures: [png(), withText(png(), lines)] });
    const { view, inquiryId } = await card(cardLines());
    expect(view.step).toBe('selfie-center');
    const { fields } = (await sandbox.rest(`/inquiries/${inquiryId}`)).body.data.attributes;
    expect(fields).toMatchObject({
      'name-first': { value: 'ADA' },
      'name-middle': { value: 'MARIE' },
      'name-last': { value: 'SAMPLE' },
      'identification-number': { value: 'C12345678' },
    });
    expect((await card(cardLines().replace('C1234', 'C9234'))).view.reasons).toEqual(['mrz_checksum_invalid']);
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
    expect(view).toMatchObject({ step: 'retry-selfie', reasons: ['poses_repeated'] });
    expect(checks).toContainEqual(expect.objectContaining({ name: 'selfie_pose_repeat_detection', status: 'failed' }));
  });

  it('refuse a selfie picture that is another one saved again, or cut out of it', async () => {
    const sandbox = await running();
    const ahead = scene(1);
    for (const copy of [savedAgain(ahead), cut(ahead, [0.1, 0.05, 0.95, 0.9])])
      expect((await kycWalk(sandbox, { selfies: [ahead, copy, scene(3)] })).view.reasons).toEqual(['poses_repeated']);
    expect((await kycWalk(sandbox, { selfies: [ahead, scene(2), scene(3)] })).view.step).toBe('success');
  });

  it('refuse a selfie that is the picture of the ID, or the portrait cut out of it', async () => {
    const sandbox = await running();
    const [id, referenceId] = [scene(1), 'loc_1'];
    for (const copy of [id, savedAgain(id), cut(id, [0.1, 0.2, 0.4, 0.7])]) {
      const { view, checks } = await kycWalk(sandbox, {
        referenceId,
        pictures: [id],
        selfies: [copy, scene(2), scene(3)],
      });
      expect(view).toMatchObject({ step: 'retry-selfie', reasons: ['suspicious_photo'] });
      expect(checks).toContainEqual(
        expect.objectContaining({ name: 'selfie_suspicious_entity_detection', status: 'failed' }),
      );
    }
  });

  it('refuse the back of an ID that is its front, saved again', async () => {
    const front = (await licenceBack()).buffer;
    const { view } = await kycWalk(await running(), { idClass: 'dl', pictures: [front, savedAgain(front)] });
    expect(view.reasons).toEqual(['side_submitted_twice']);
  });

  it('say of what they do not judge that it does not apply', async () => {
    const { checks } = await kycWalk(await running(), { selfies: [png(), png(), png()] });
    const unjudged = checks.filter(({ status }) => status === 'not_applicable');
    expect(unjudged.map(({ name, reasons }) => `${name}: ${reasons}`)).toEqual([
      'selfie_pose_detection: disabled',
      'selfie_liveness_detection: not_enabled',
      'selfie_id_comparison: disabled',
    ]);
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
