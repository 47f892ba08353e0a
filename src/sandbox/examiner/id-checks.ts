import { type Check, type Findings, failed, type IdData, notApplicable, passed } from '../records/checks.js';
import type { Progress } from '../records/flow.js';
import { idTypesOf } from '../records/id-types.js';
import { readAamva } from './aamva.js';
import { readPdf417 } from './barcode.js';
import { readMrz } from './mrz.js';
import { check, hasRepeat, type Picture, sharpnessCheck } from './picture.js';

/** What one look has found. */
export type Looked = Omit<Findings, 'fingerprints'>;

/** The age from which somebody may be verified, in years. */
export const leastAge = 18;

/** What can be said of an ID by its pictures; `isKnown` says that another account was verified with them. */
export async function lookAtId(
  progress: Progress,
  pictures: Picture[],
  { isKnown, now }: { isKnown: boolean; now: number },
): Promise<Looked> {
  const barcode = await lookAtBarcode(progress, pictures);
  const lines = lookAtLines(progress, pictures, now);
  const data = lines?.data ?? barcode.data;
  const damaged = pictures.some(({ grey }) => grey === 'damaged');
  return {
    data,
    checks: [
      check('id_unprocessable_submission_detection', damaged && 'submission_invalid'),
      sharpnessCheck('id_blur_detection', 'too_blurry', pictures),
      check('id_double_side_detection', hasRepeat(pictures) && 'side_submitted_twice'),
      check('id_repeat_detection', isKnown && 'repeat'),
      ...barcode.checks,
      ...(lines?.checks ?? []),
      expiryCheck(data, now),
      ageCheck(data, now),
    ],
  };
}

/** The barcode on the back, where the kind of ID has one. */
async function lookAtBarcode({ country, idClass }: Progress, pictures: Picture[]): Promise<Looked> {
  const name = 'id_barcode_detection';
  const hasBarcode = idTypesOf(country ?? '').find((type) => type.idClass === idClass)?.barcode;
  if (!hasBarcode) return { data: {}, checks: [notApplicable(name, 'disabled')] };
  const back = pictures.find(({ side }) => side === 'back');
  const text = await readPdf417(back?.bytes ?? new Uint8Array());
  const data = text === undefined ? undefined : readAamva(text);
  return { data: data ?? {}, checks: [check(name, !data && 'barcode_not_decoded')] };
}

/** The machine-readable lines, on whichever side they stand; undefined for an ID without. */
function lookAtLines({ idClass }: Progress, pictures: Picture[], now: number): Looked | undefined {
  if (idClass === 'dl' || idClass === 'visa') return undefined;
  const [mrz] = pictures.flatMap(({ bytes }) => readMrz(Buffer.from(bytes).toString('latin1'), now) ?? []);
  if (!mrz) return { data: {}, checks: [notApplicable('id_mrz_detection', 'mrz_not_found')] };
  const consistent = check('id_mrz_inconsistency_detection', !mrz.valid && 'mrz_checksum_invalid');
  return { data: mrz.data, checks: [passed('id_mrz_detection'), consistent] };
}

function expiryCheck({ expirationDate }: IdData, now: number): Check {
  const name = 'id_expired_detection';
  if (!expirationDate) return notApplicable(name, 'no_expiration_date');
  return expirationDate < dayOf(now) ? failed(name, 'expired', { expirationDate }) : passed(name, { expirationDate });
}

function ageCheck({ birthdate }: IdData, now: number): Check {
  const name = 'id_age_comparison';
  if (!birthdate) return notApplicable(name, 'missing_birthdate');
  const comesOfAge = `${Number(birthdate.slice(0, 4)) + leastAge}${birthdate.slice(4)}`;
  return check(name, comesOfAge > dayOf(now) && 'failed_requirement');
}

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);
