/** Where the buyer stands with their identity, as far as an order depends on it. */
export type Standing =
  /** Nothing is asked: the account is verified or exempt, or the numbers are not regulated. */
  | 'free'
  /** The host has not said. */
  | 'unknown'
  /** It is to be shown, and nothing of that is done. */
  | 'asked'
  /** Some of it is done. */
  | 'begun'
  /** It could not be checked, and may be shown again. */
  | 'failed'
  /** As `failed`, from a time on. */
  | 'paused'
  /** All is handed in, and the result is a matter of moments. */
  | 'checked'
  /** Somebody looks at it. */
  | 'reviewed'
  | 'declined';

/** What the host's status answer says of it. */
interface Answer {
  status: string;
  attemptsLeft?: number | null | undefined;
  retryAt?: string | null | undefined;
}

/**
 * Where a regulated order's buyer stands, by the gate's status and the host's last answer. `isBegun`: some steps are
 * behind them. `now` in milliseconds since 1970.
 */
export function standingOf(gate: string, answer: Answer | undefined, isBegun: boolean, now: number): Standing {
  if (gate === 'verified' || gate === 'exempt') return 'free';
  // Persona's page has said that they are done, and the host has not heard of it.
  if (gate === 'confirming') return 'checked';
  switch (answer?.status) {
    case undefined:
      return 'unknown';
    case 'completed':
    case 'approved':
      return 'checked';
    case 'needs_review':
      return 'reviewed';
    case 'declined':
      return 'declined';
    case 'failed':
      if (answer?.attemptsLeft === 0) return 'declined';
      return Date.parse(answer?.retryAt ?? '') > now ? 'paused' : 'failed';
    default:
      return isBegun ? 'begun' : 'asked';
  }
}

/** A sentence on the identity that a screen says before an order is bought; its words stand in the labels. */
export type Saying = Exclude<Standing, 'free'> | 'next' | 'stay' | 'finish' | 'soon' | 'kept';

/** What is said of each standing: where the host only sells, and where it finishes what waits for an approval. */
const sayings: Readonly<Record<Standing, readonly [sells: readonly Saying[], finishes: readonly Saying[]]>> = {
  free: [[], []],
  unknown: [['unknown'], ['unknown']],
  asked: [
    ['asked', 'next', 'stay'],
    ['asked', 'next', 'finish'],
  ],
  begun: [
    ['begun', 'next', 'stay'],
    ['begun', 'next', 'finish'],
  ],
  failed: [
    ['failed', 'next', 'stay'],
    ['failed', 'next', 'finish'],
  ],
  paused: [['paused'], ['paused']],
  checked: [
    ['checked', 'soon'],
    ['checked', 'kept'],
  ],
  reviewed: [
    ['reviewed', 'soon'],
    ['reviewed', 'kept'],
  ],
  declined: [['declined'], ['declined']],
};

/** What is said of an order before it is confirmed, in this order. `finishes`: the host buys it after the approval. */
export const sayingsOf = (standing: Standing, finishes: boolean): readonly Saying[] =>
  sayings[standing][finishes ? 1 : 0];

/** Whether the person has read that the host may keep the order until the approval. */
export const promisesToFinish = (said: readonly Saying[]): boolean => said.includes('finish') || said.includes('kept');
