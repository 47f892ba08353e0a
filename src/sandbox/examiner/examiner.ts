import { createHash } from 'node:crypto';
import { type Check, type Findings, failed, type IdData, notApplicable, passed } from '../records/checks.js';
import type { Progress, Side } from '../records/flow.js';
import { idTypesOf } from '../records/id-types.js';
import type { Inquiry } from '../records/inquiry.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';
import { readAamva } from './aamva.js';
import { readPdf417 } from './barcode.js';
import { readMrz } from './mrz.js';
import { sharpEnough, sharpnessOf } from './sharpness.js';

/** What one look has found. */
type Looked = Omit<Findings, 'fingerprints'>;

/** A picture as it is looked at. */
interface Picture {
  id: string;
  side: Side;
  bytes: Uint8Array;
}

/** What must not fail where a template's checks count; Persona's defaults and what "KYC + Mobile 2FA" adds. */
const required = [
  'id_barcode_detection',
  'id_blur_detection',
  'id_double_side_detection',
  'id_mrz_inconsistency_detection',
  'id_repeat_detection',
  'id_unprocessable_submission_detection',
  'selfie_image_quality_detection',
  'selfie_pose_repeat_detection',
];

/** Looks at pictures: really, as far as a program without a model of faces and documents can. */
export class Examiner {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Looks at the pictures an inquiry has at hand; with `strict` a failed required check counts. */
  async examine(inquiry: Inquiry, type: 'government-id' | 'selfie', strict: boolean): Promise<Findings> {
    const { files, live } = inquiry.progress;
    const pictures = Object.entries(files).map(
      ([side, id]): Picture => ({ id, side: side as Side, bytes: this.#store.readFile(id) }),
    );
    const prints = pictures.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
    // A camera's pictures are new by nature, and test cameras show every account the same ones.
    const fingerprints = prints.filter((_, place) => !live.includes(pictures[place]!.id));
    const found =
      type === 'selfie'
        ? { data: {}, checks: selfieChecks(prints, pictures.map(sharpnessIn)) }
        : await this.#lookAtId(inquiry, pictures, { prints, fingerprints });
    const isRequired = ({ name }: Check) => strict && required.includes(name);
    const checks = found.checks.map(
      (check): Check => ({ ...check, requirement: isRequired(check) ? 'required' : 'not_required' }),
    );
    return { data: found.data, checks, fingerprints };
  }

  async #lookAtId(
    inquiry: Inquiry,
    pictures: Picture[],
    { prints, fingerprints }: { prints: string[]; fingerprints: string[] },
  ): Promise<Looked> {
    const now = this.#clock.now();
    const bytesOf = (wanted: Side) => pictures.find(({ side }) => side === wanted)?.bytes ?? new Uint8Array();
    const sharpness = pictures.map(sharpnessIn);
    const barcode = await lookAtBarcode(inquiry.progress, bytesOf('back'));
    const lines = lookAtLines(inquiry.progress, bytesOf('front'), now);
    const data = lines?.data ?? barcode.data;
    return {
      data,
      checks: [
        check('id_unprocessable_submission_detection', sharpness.includes('damaged') && 'unreadable_file'),
        blurCheck('id_blur_detection', sharpness),
        check('id_double_side_detection', prints.length > 1 && prints[0] === prints[1] && 'side_submitted_twice'),
        check('id_repeat_detection', this.#isKnown(inquiry, fingerprints) && 'submitted_by_other_account'),
        ...barcode.checks,
        ...(lines?.checks ?? []),
        expiryCheck(data, now),
      ],
    };
  }

  /** Whether another account was verified with one of these very files. */
  #isKnown({ accountId }: Inquiry, fingerprints: string[]): boolean {
    return fingerprints.some((fingerprint) =>
      this.#store.inquiries.by('fingerprint', fingerprint).some((other) => other.accountId !== accountId),
    );
  }
}

/** A check that fails for a reason, if there is one. */
const check = (name: string, reason: string | false): Check => (reason ? failed(name, reason) : passed(name));

/** The barcode on the back, where the kind of ID has one. */
async function lookAtBarcode({ country, idClass }: Progress, back: Uint8Array): Promise<Looked> {
  const name = 'id_barcode_detection';
  const hasBarcode = idTypesOf(country ?? '').find((type) => type.idClass === idClass)?.barcode;
  if (!hasBarcode) return { data: {}, checks: [notApplicable(name, 'disabled')] };
  const text = await readPdf417(back);
  const data = text === undefined ? undefined : readAamva(text);
  return { data: data ?? {}, checks: [check(name, !data && 'barcode_not_decoded')] };
}

/** The machine-readable lines of a passport; undefined for another ID. */
function lookAtLines({ idClass }: Progress, front: Uint8Array, now: number): Looked | undefined {
  if (idClass !== 'pp') return undefined;
  const mrz = readMrz(Buffer.from(front).toString('latin1'), now);
  if (!mrz) return { data: {}, checks: [notApplicable('id_mrz_detection', 'mrz_not_found')] };
  const consistent = check('id_mrz_inconsistency_detection', !mrz.valid && 'check_digit_mismatch');
  return { data: mrz.data, checks: [passed('id_mrz_detection'), consistent] };
}

function expiryCheck({ expirationDate }: IdData, now: number): Check {
  const name = 'id_expired_detection';
  if (!expirationDate) return notApplicable(name, 'no_expiration_date');
  const today = new Date(now).toISOString().slice(0, 10);
  return expirationDate < today ? failed(name, 'expired', { expirationDate }) : passed(name, { expirationDate });
}

/** How sharp a picture is, where its kind is looked into and it is whole. */
type Sharpness = number | undefined | 'damaged';

function sharpnessIn({ bytes }: Picture): Sharpness {
  try {
    return sharpnessOf(bytes);
  } catch {
    return 'damaged';
  }
}

function blurCheck(name: string, sharpness: Sharpness[]): Check {
  const measured = sharpness.filter((value) => typeof value === 'number');
  if (!measured.length) return notApplicable(name, 'disabled');
  const least = Math.round(Math.min(...measured) * 10) / 10;
  return least < sharpEnough ? failed(name, 'too_blurry', { sharpness: least }) : passed(name, { sharpness: least });
}

function selfieChecks(prints: string[], sharpness: Sharpness[]): Check[] {
  return [
    blurCheck('selfie_image_quality_detection', sharpness),
    check('selfie_pose_repeat_detection', new Set(prints).size < prints.length && 'pose_repeated'),
    notApplicable('selfie_liveness_detection', 'disabled'),
    notApplicable('selfie_id_comparison', 'disabled'),
  ];
}
