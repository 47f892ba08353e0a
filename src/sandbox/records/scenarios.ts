import type { InquiryAction } from './inquiry.js';
import type { CodeRules } from './phone.js';
import { type PlannedFailure, playedFailures } from './played-failures.js';

/** What the stand-in does otherwise than it would by itself; what is left out stays as it is. */
export interface Behaviour {
  /** What becomes of an inquiry whose pages were completed, whatever the workflow says. */
  decision?: Extract<InquiryAction, 'approve' | 'decline' | 'mark-for-review'>;
  /** Milliseconds from the review to its approval. */
  approveAfterReview?: number;
  /** The first check fails, and for good. */
  fails?: true;
  /** Checks that fail, so many times. */
  failures?: PlannedFailure[];
  /** What goes otherwise with the codes for a phone. */
  codes?: Partial<CodeRules>;
  /** What the page tells the embedding page at the end. */
  end?: 'silent' | 'as-complete';
  /** How `/widget` goes wrong. */
  frame?: 'never-ready' | 'refused' | 'error';
  /** Milliseconds every page and every call of a page takes longer. */
  slowBy?: number;
  /** What happens, once, after the ID is shown. */
  interruption?: 'session-lost' | 'expired';
  /** A page of a sibling origin says "complete" in the name of this one. */
  forges?: true;
  /** The browser keeps the camera from the page. */
  noCamera?: true;
  /** How events reach the host. */
  webhooks?: { how: 'late' | 'reordered'; ms: number } | { how: 'twice' | 'never' };
}

interface Scenario {
  /** One line for the list. */
  does: string;
  /** The seconds in `name:seconds` when none are given. */
  seconds?: number;
  /** The times in `name:times` when none are given; `always` is a number of times too. */
  times?: number;
  /** `number` is in ms where the scenario takes seconds. */
  behaviour: (number: number) => Behaviour;
}

/** A scenario for each way a picture may fail. */
const failing = Object.entries(playedFailures).map(([scenario, { does, ...failure }]): [string, Scenario] => [
  scenario,
  { does, times: 1, behaviour: (times) => ({ failures: [{ ...failure, scenario, times }] }) },
]);

/** Every scenario by name. */
export const scenarios: Record<string, Scenario> = {
  approve: { does: 'The completed inquiry is approved.', behaviour: () => ({ decision: 'approve' }) },
  decline: { does: 'The completed inquiry is declined.', behaviour: () => ({ decision: 'decline' }) },
  review: { does: 'The completed inquiry waits for a reviewer.', behaviour: () => ({ decision: 'mark-for-review' }) },
  'review-then-approve': {
    does: 'The completed inquiry is reviewed, and approved after some seconds.',
    seconds: 5,
    behaviour: (ms) => ({ decision: 'mark-for-review', approveAfterReview: ms }),
  },
  fail: { does: 'The first check fails for good, and the inquiry with it.', behaviour: () => ({ fails: true }) },
  'phone-wrong-code': {
    does: 'The right code is refused.',
    times: 1,
    behaviour: (times) => ({ codes: { refused: times } }),
  },
  'phone-code-expired': {
    does: 'A code has expired when it arrives.',
    times: 1,
    behaviour: (times) => ({ codes: { late: times } }),
  },
  'phone-no-text': {
    does: 'The text message does not arrive; a call does.',
    times: 1,
    behaviour: (times) => ({ codes: { lost: times } }),
  },
  'phone-no-more-codes': {
    does: 'After so many codes no other is sent.',
    times: 1,
    behaviour: (times) => ({ codes: { most: times } }),
  },
  ...Object.fromEntries(failing),
  'fail-as-complete': {
    does: 'The inquiry fails, but the page reports that it is completed.',
    behaviour: () => ({ fails: true, end: 'as-complete' }),
  },
  'complete-unreported': {
    does: 'The inquiry is completed, but the page never says so.',
    behaviour: () => ({ end: 'silent' }),
  },
  'never-ready': { does: 'The page loads and never gets ready.', behaviour: () => ({ frame: 'never-ready' }) },
  'framing-refused': { does: 'The page refuses to be framed.', behaviour: () => ({ frame: 'refused' }) },
  'server-error': { does: 'The page is an HTTP 500.', behaviour: () => ({ frame: 'error' }) },
  slow: {
    does: 'Every page and every call of a page takes some seconds longer.',
    seconds: 3,
    behaviour: (ms) => ({ slowBy: ms }),
  },
  'session-lost': {
    does: 'The session ends once, after the ID was shown.',
    behaviour: () => ({ interruption: 'session-lost' }),
  },
  expired: {
    does: 'The inquiry expires once, after the ID was shown.',
    behaviour: () => ({ interruption: 'expired' }),
  },
  'forged-message': {
    does: 'A frame of a sibling origin reports "complete" once the page is ready.',
    behaviour: () => ({ forges: true }),
  },
  'camera-refused': {
    does: 'The browser keeps the camera from the framed page; a tab of its own has it.',
    behaviour: () => ({ noCamera: true }),
  },
  'webhook-late': {
    does: 'Every event is sent some seconds late.',
    seconds: 30,
    behaviour: (ms) => ({ webhooks: { how: 'late', ms } }),
  },
  'webhook-twice': { does: 'Every event is sent twice.', behaviour: () => ({ webhooks: { how: 'twice' } }) },
  'webhook-never': { does: 'No event is sent.', behaviour: () => ({ webhooks: { how: 'never' } }) },
  'webhook-reordered': {
    does: 'Decisions are sent at once, all else late: "approved" comes first.',
    seconds: 10,
    behaviour: (ms) => ({ webhooks: { how: 'reordered', ms } }),
  },
};

/** A scenario nobody has written; the message lists those there are. */
export class ScenarioError extends Error {
  override name = 'ScenarioError';
}

/**
 * What a scenario makes the stand-in do. Several names may be joined by commas. Those that wait take their seconds
 * after a colon, those that happen to a try how many times it does: `decline,webhook-late:60`, `id-glare:2`,
 * `selfie-spoof:always`. Empty text is no scenario. Throws {@link ScenarioError}.
 */
export function behaviourOf(text: string): Behaviour {
  const all = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map(one);
  const failures = all.flatMap((behaviour) => behaviour.failures ?? []);
  const codes: Partial<CodeRules> = Object.assign({}, ...all.map((behaviour) => behaviour.codes));
  return Object.assign(
    {},
    ...all,
    failures.length > 0 && { failures },
    Object.keys(codes).length > 0 && { codes },
  ) as Behaviour;
}

function one(part: string): Behaviour {
  const [, name = '', given] = /^([a-z-]+)(?::(\d+(?:\.\d+)?|always))?$/.exec(part) ?? [];
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (!scenario)
    throw new ScenarioError(`There is no scenario "${part}". There are: ${Object.keys(scenarios).join(', ')}.`);
  return scenario.behaviour(numberFor(name, scenario, given));
}

/** The number after the colon as the scenario takes it, or its own when there is none. */
function numberFor(name: string, { seconds, times }: Scenario, given: string | undefined): number {
  const refuse = (why: string) =>
    new ScenarioError(`The scenario "${name}" takes ${why}. Write it without ":${given}".`);
  if (times !== undefined) {
    const number = given === 'always' ? Infinity : Number(given ?? times);
    if (!Number.isInteger(number) && number !== Infinity) throw refuse('a whole number of times, or "always"');
    return number;
  }
  if (given !== undefined && seconds === undefined) throw refuse('no number');
  if (given === 'always') throw refuse('seconds');
  return Number(given ?? seconds ?? 0) * 1000;
}
