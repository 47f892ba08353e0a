import type { Check, Findings } from '../records/checks.js';
import type { Progress, Side } from '../records/flow.js';
import type { Inquiry } from '../records/inquiry.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';
import { lookAtId } from './id-checks.js';
import { type Picture, pictureOf } from './picture.js';
import { selfieChecks } from './selfie-checks.js';

/** Looks at pictures: really, as far as a program without a model of faces and documents can. */
export class Examiner {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Looks at the pictures an inquiry has at hand; failed checks of those names count. */
  async examine(inquiry: Inquiry, type: 'government-id' | 'selfie', required: string[]): Promise<Findings> {
    const pictures = this.#open(inquiry, inquiry.progress.files);
    // A camera's pictures are new by nature, and test cameras show every account the same ones.
    const fingerprints = pictures.filter(({ live }) => !live).map(({ print }) => print);
    const found =
      type === 'selfie'
        ? { data: {}, checks: selfieChecks(pictures, this.#shownId(inquiry)) }
        : await lookAtId(inquiry.progress, pictures, {
            isKnown: this.#isKnown(inquiry, fingerprints),
            now: this.#clock.now(),
          });
    const isRequired = ({ name }: Check) => required.includes(name);
    const checks = found.checks.map(
      (check): Check => ({ ...check, requirement: isRequired(check) ? 'required' : 'not_required' }),
    );
    return { data: found.data, checks, fingerprints };
  }

  #open({ progress }: Inquiry, files: Progress['files']): Picture[] {
    return Object.entries(files).map(([side, id]) =>
      pictureOf(this.#store.readFile(id), { side: side as Side, live: progress.live.includes(id) }),
    );
  }

  /** The pictures of the ID that has passed. */
  #shownId(inquiry: Inquiry): Picture[] {
    const id = inquiry.verifications.findLast(({ type, status }) => type === 'government-id' && status === 'passed');
    return this.#open(inquiry, id?.files ?? {});
  }

  /** Whether another account was verified with one of these very files. */
  #isKnown({ accountId }: Inquiry, fingerprints: string[]): boolean {
    return fingerprints.some((fingerprint) =>
      this.#store.inquiries.by('fingerprint', fingerprint).some((other) => other.accountId !== accountId),
    );
  }
}
