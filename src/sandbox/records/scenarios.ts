import type { InquiryAction } from './inquiry.js';

/** What the stand-in does otherwise than it would by itself; what is left out stays as it is. */
export interface Behaviour {
  /** What becomes of an inquiry whose pages were completed, whatever the workflow says. */
  decision?: Extract<InquiryAction, 'approve' | 'decline' | 'mark-for-review'>;
  /** Milliseconds from the review to its approval. */
  approveAfterReview?: number;
  /** The first check fails, and for good. */
  fails?: true;
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
  behaviour: (ms: number) => Behaviour;
}

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
 * What a scenario makes the stand-in do. Several names may be joined by commas, and those that wait take their seconds
 * after a colon: `decline,webhook-late:60`. Empty text is no scenario. Throws {@link ScenarioError}.
 */
export function behaviourOf(text: string): Behaviour {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return Object.assign({}, ...parts.map(one)) as Behaviour;
}

function one(part: string): Behaviour {
  const [, name = '', given] = /^([a-z-]+)(?::(\d+(?:\.\d+)?))?$/.exec(part) ?? [];
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (!scenario)
    throw new ScenarioError(`There is no scenario "${part}". There are: ${Object.keys(scenarios).join(', ')}.`);
  if (given !== undefined && scenario.seconds === undefined)
    throw new ScenarioError(`The scenario "${name}" takes no seconds. Write it without ":${given}".`);
  return scenario.behaviour(Number(given ?? scenario.seconds ?? 0) * 1000);
}
