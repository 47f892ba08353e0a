import { createHash } from 'node:crypto';
import { type Check, type Findings, failed, type IdData, notApplicable, passed } from '../records/checks.js';
import type { Side } from '../records/flow.js';
import { idTypesOf } from '../records/id-types.js';
import type { Inquiry } from '../records/inquiry.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';
import { readAamva } from './aamva.js';
import { readPdf417 } from './barcode.js';
import { readMrz } from './mrz.js';
import { sharpEnough, sharpnessOf } from './sharpness.js';

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
    const pictures = Object.entries(inquiry.progress.files).map(([side, id]) => ({
      id,
      side: side as Side,
      bytes: this.#store.readFile(id),
    }));
    const prints = pictures.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
    // A camera's pictures are new by nature, and test cameras show every account the same ones.
    const fingerprints = prints.filter((_, place) => !inquiry.progress.live.includes(pictures[place]!.id));
    const sharpness = pictures.map(({ bytes }) => sharpnessOrNull(bytes));
    const findings =
      type === 'selfie'
        ? { data: {}, checks: selfieChecks(prints, sharpness) }
        : await this.#lookAtId(inquiry, pictures, { prints, fingerprints, sharpness });
    const checks = findings.checks.map(
      (check): Check => ({
        ...check,
        requirement: strict && required.includes(check.name) ? 'required' : 'not_required',
      }),
    );
    return { data: findings.data, checks, fingerprints };
  }

  async #lookAtId(
    inquiry: Inquiry,
    pictures: { side: Side; bytes: Uint8Array }[],
    { prints, fingerprints, sharpness }: { prints: string[]; fingerprints: string[]; sharpness: Sharpness[] },
  ): Promise<Omit<Findings, 'fingerprints'>> {
    const { country, idClass } = inquiry.progress;
    const bytesOf = (wanted: Side) => pictures.find(({ side }) => side === wanted)?.bytes;
    const checks: Check[] = [
      sharpness.includes('damaged')
        ? failed('id_unprocessable_submission_detection', 'unreadable_file')
        : passed('id_unprocessable_submission_detection'),
      blurCheck('id_blur_detection', sharpness),
      pictures.length > 1 && prints[0] === prints[1]
        ? failed('id_double_side_detection', 'side_submitted_twice')
        : passed('id_double_side_detection'),
      this.#isKnown(inquiry, fingerprints)
        ? failed('id_repeat_detection', 'submitted_by_other_account')
        : passed('id_repeat_detection'),
    ];
    let data: IdData = {};
    if (idTypesOf(country ?? '').find((type) => type.idClass === idClass)?.barcode) {
      const text = await readPdf417(bytesOf('back') ?? new Uint8Array());
      const read = text === null ? null : readAamva(text);
      checks.push(read ? passed('id_barcode_detection') : failed('id_barcode_detection', 'barcode_not_decoded'));
      data = read ?? {};
    } else checks.push(notApplicable('id_barcode_detection', 'disabled'));
    if (idClass === 'pp') {
      const mrz = readMrz(Buffer.from(bytesOf('front') ?? []).toString('latin1'), this.#clock.now());
      checks.push(mrz ? passed('id_mrz_detection') : notApplicable('id_mrz_detection', 'mrz_not_found'));
      if (mrz)
        checks.push(
          mrz.valid
            ? passed('id_mrz_inconsistency_detection')
            : failed('id_mrz_inconsistency_detection', 'check_digit_mismatch'),
        );
      data = mrz?.data ?? {};
    }
    const { expirationDate } = data;
    const today = new Date(this.#clock.now()).toISOString().slice(0, 10);
    if (!expirationDate) checks.push(notApplicable('id_expired_detection', 'no_expiration_date'));
    else
      checks.push(
        expirationDate < today
          ? failed('id_expired_detection', 'expired', { expirationDate })
          : passed('id_expired_detection', { expirationDate }),
      );
    return { checks, data };
  }

  /** Whether another account was verified with one of these very files. */
  #isKnown({ accountId }: Inquiry, fingerprints: string[]): boolean {
    return Object.values(this.#store.state.inquiries).some(
      (other) =>
        other.accountId !== accountId &&
        other.verifications.some(
          ({ status, fingerprints: known }) =>
            status === 'passed' && known.some((fingerprint) => fingerprints.includes(fingerprint)),
        ),
    );
  }
}

type Sharpness = number | null | 'damaged';

function sharpnessOrNull(bytes: Uint8Array): Sharpness {
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
    new Set(prints).size < prints.length
      ? failed('selfie_pose_repeat_detection', 'pose_repeated')
      : passed('selfie_pose_repeat_detection'),
    notApplicable('selfie_liveness_detection', 'disabled'),
    notApplicable('selfie_id_comparison', 'disabled'),
  ];
}
