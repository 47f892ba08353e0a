import { ScenarioError } from './scenarios.js';

/** What the local carriers do otherwise than they would by themselves. */
export interface CarrierBehaviour {
  /** Nothing is sold, for this reason. */
  refuses?: 'taken' | 'payment' | 'limit';
  /** The number needs an address, or a bundle, whatever the stock says. */
  needsAddress?: true;
  needsBundle?: true;
  /** The location is not verified. */
  unverified?: true;
  /** Milliseconds by which the answer comes later; what was asked for has been done by then. */
  slowBy?: number;
  /** Too many requests: try again after so many seconds. */
  retryAfter?: number;
  /** An error of the server, before or after the number was sold. */
  breaks?: 'before' | 'after';
  /** The connection is cut without an answer, after the number was sold. */
  cuts?: true;
  /** One of so many calls goes wrong, by `breaks: 'before'` or `cuts`. */
  flaky?: number;
}

interface CarrierScenario {
  /** One line for the list. */
  does: string;
  /** The number in `name:number` when none is given. */
  number?: number;
  /** Whether it concerns every call; else purchases alone. */
  everyCall?: true;
  behaviour: (number: number) => CarrierBehaviour;
}

/** Every scenario of the local carriers by name. */
export const carrierScenarios: Record<string, CarrierScenario> = {
  normal: { does: 'All goes well, whatever happens to everybody else.', behaviour: () => ({}) },
  taken: { does: 'The number has just been sold to somebody else.', behaviour: () => ({ refuses: 'taken' }) },
  'lost-answer': {
    does: 'The number is sold, and the connection cut without an answer.',
    behaviour: () => ({ cuts: true }),
  },
  slow: {
    does: 'Every answer comes some seconds later; a number is sold by then.',
    number: 3,
    everyCall: true,
    behaviour: (seconds) => ({ slowBy: seconds * 1000 }),
  },
  '429': {
    does: 'There are too many requests: the carrier asks to wait some seconds.',
    number: 2,
    everyCall: true,
    behaviour: (seconds) => ({ retryAfter: seconds }),
  },
  '5xx': { does: 'The carrier’s server fails, and nothing is sold.', behaviour: () => ({ breaks: 'before' }) },
  '5xx-after-sale': {
    does: 'The number is sold, and then the carrier’s server fails.',
    behaviour: () => ({ breaks: 'after' }),
  },
  outage: {
    does: 'The carrier’s server fails at every call, searches too.',
    everyCall: true,
    behaviour: () => ({ breaks: 'before' }),
  },
  payment: { does: 'The account has no money left.', behaviour: () => ({ refuses: 'payment' }) },
  limit: { does: 'The account may have no more numbers.', behaviour: () => ({ refuses: 'limit' }) },
  address: { does: 'The number needs an address.', behaviour: () => ({ needsAddress: true }) },
  bundle: { does: 'The number needs documents for the regulator.', behaviour: () => ({ needsBundle: true }) },
  kyc: {
    does: 'LC Phone: the account is not verified there.',
    behaviour: () => ({ unverified: true }),
  },
  flaky: {
    does: 'One of so many calls goes wrong: an error, or no answer after the sale.',
    number: 3,
    everyCall: true,
    behaviour: (calls) => ({ flaky: calls }),
  },
};

/** A scenario as it was chosen, with how often it is still played. */
export interface ChosenStep {
  name: string;
  everyCall: boolean;
  behaviour: CarrierBehaviour;
  /** How many times it is still played; undefined for ever. */
  left?: number;
}

/**
 * The scenarios in a text such as `taken`, `slow:5,5xx*2` or `429:10*1`: joined by commas, a number after a colon for
 * those that have one, and after a star how many times. Throws a {@link ScenarioError}.
 */
export function stepsOf(text: string): ChosenStep[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map(stepOf);
}

function stepOf(part: string): ChosenStep {
  const [, name = '', number, left] = /^([a-z0-9-]+)(?::(\d+(?:\.\d+)?))?(?:\*(\d+))?$/.exec(part) ?? [];
  const scenario = Object.hasOwn(carrierScenarios, name) ? carrierScenarios[name] : undefined;
  if (!scenario)
    throw new ScenarioError(
      `The carriers have no scenario "${part}". They have: ${Object.keys(carrierScenarios).join(', ')}.`,
    );
  if (number !== undefined && scenario.number === undefined)
    throw new ScenarioError(`The scenario "${name}" takes no number. Write it without ":${number}".`);
  if (Number(number ?? 1) === 0 && name === 'flaky') throw new ScenarioError('One of how many? Write "flaky:3".');
  return {
    name: number === undefined ? name : `${name}:${number}`,
    everyCall: scenario.everyCall ?? false,
    behaviour: scenario.behaviour(Number(number ?? scenario.number ?? 0)),
    ...(left !== undefined && { left: Number(left) }),
  };
}

/** The text of chosen scenarios, without those that have been played often enough. */
export const textOfSteps = (steps: ChosenStep[]): string =>
  steps
    .filter(({ left }) => left !== 0)
    .map(({ name, left }) => (left === undefined ? name : `${name}*${left}`))
    .join(',');
