import type { LcErrorCode } from '../errors.js';
import { nearest } from './nearest.js';
import type { NumbersAnswer } from './number-contracts.js';
import { type NumbersQuery, sorted } from './numbers-query.js';
import type { OrderedNumber } from './order.js';
import type { Place } from './place.js';
import type { Closeness } from './wider-queries.js';

/** Numbers as a search finds them. */
export interface Finding {
  answer: NumbersAnswer;
  /** These are all that there are; what a host has answered with a full page, or only in part, is not. */
  isWhole: boolean;
  /** How they fit what was asked for. */
  closeness: Closeness;
  /** What the place that was asked for is, where that is known. */
  place?: Place | undefined;
}

/** Numbers that were found. */
export interface Found extends Finding {
  query: NumbersQuery;
}

export type SearchState =
  | { status: 'idle' }
  /**
   * `gone`: a number that somebody else has bought, to come near to. `before`: what the list held, so that it does not
   * flicker while someone types. `isUnasked`: nobody has asked for it, so that nobody is told when it fails.
   */
  | {
      status: 'searching';
      query: NumbersQuery;
      gone?: OrderedNumber | undefined;
      before?: Found | undefined;
      isUnasked?: boolean | undefined;
    }
  /** `isCut`: the numbers after these could not be fetched. */
  | ({ status: 'found'; isCut: boolean } & Found)
  /** The numbers after those that were found are on their way, from a host that pages. */
  | ({ status: 'paging' } & Found)
  /** What was typed is only in another country, to which one press leads if it is on offer. */
  | { status: 'abroad'; query: NumbersQuery; label: string; countryCode: string }
  | { status: 'failed'; query: NumbersQuery; code: LcErrorCode };

export type SearchEvent =
  | { type: 'asked'; query: NumbersQuery; gone?: OrderedNumber | undefined; isUnasked?: boolean | undefined }
  | ({ type: 'answered' } & Finding)
  | { type: 'led'; query: NumbersQuery; label: string; countryCode: string }
  | { type: 'failed'; code: LcErrorCode }
  /** The person wants the numbers after those that are shown. */
  | { type: 'more' }
  /** The same numbers, in the order of another query. */
  | { type: 'sorted'; query: NumbersQuery }
  | { type: 'stopped' };

type Of<Status extends SearchState['status']> = Extract<SearchState, { status: Status }>;

export const initialSearch: SearchState = { status: 'idle' };

/** What the list holds: what was found, or what was before while the next answer is on its way. */
export function foundIn(state: SearchState): Found | undefined {
  if (state.status === 'searching') return state.before;
  return state.status === 'found' || state.status === 'paging' ? state : undefined;
}

/** The next state. An event that means nothing in a state returns that same state. */
export function search(state: SearchState, event: SearchEvent): SearchState {
  if (event.type === 'asked') {
    const { query, gone, isUnasked } = event;
    return { status: 'searching', query, gone, before: foundIn(state), isUnasked };
  }
  if (event.type === 'led') {
    const { query, label, countryCode } = event;
    return { status: 'abroad', query, label, countryCode };
  }
  switch (state.status) {
    case 'searching':
      return answered(state, event);
    case 'found':
      if (event.type === 'more') return state.answer.nextPage ? { ...found(state), status: 'paging' } : state;
      return event.type === 'sorted' ? { ...state, ...inOrder(state, event.query) } : state;
    case 'paging':
      return turned(state, event);
    case 'idle':
    case 'abroad':
    case 'failed':
      return state;
  }
}

const found = ({ query, answer, isWhole, closeness, place }: Found): Found => ({
  query,
  answer,
  isWhole,
  closeness,
  place,
});

const inOrder = (before: Found, query: NumbersQuery): Found => ({
  ...found(before),
  query,
  answer: { ...before.answer, numbers: [...sorted(before.answer.numbers, query)] },
});

function answered(state: Of<'searching'>, event: SearchEvent): SearchState {
  const { query, gone } = state;
  switch (event.type) {
    case 'answered': {
      const { answer } = event;
      const numbers = gone ? nearest(answer.numbers, gone) : answer.numbers;
      return { status: 'found', ...inOrder({ ...event, query, answer: { ...answer, numbers } }, query), isCut: false };
    }
    case 'failed':
      return state.isUnasked ? initialSearch : { status: 'failed', query, code: event.code };
    case 'stopped':
      return initialSearch;
    default:
      return state;
  }
}

/**
 * The next page comes after what is there, which may have been sorted meanwhile; what is there already does not come
 * twice.
 */
function turned(state: Of<'paging'>, event: SearchEvent): SearchState {
  switch (event.type) {
    case 'answered': {
      const { query, answer } = state;
      const known = new Set(answer.numbers.map(({ phoneNumber }) => phoneNumber));
      const more = event.answer.numbers.filter(({ phoneNumber }) => !known.has(phoneNumber));
      const numbers = [...answer.numbers, ...sorted(more, query)];
      const { isWhole } = event;
      return { ...found(state), status: 'found', answer: { ...event.answer, numbers }, isWhole, isCut: false };
    }
    case 'sorted':
      return { ...state, ...inOrder(state, event.query) };
    case 'failed':
      return { ...found(state), status: 'found', isCut: true };
    case 'stopped':
      return { ...found(state), status: 'found', isCut: false };
    default:
      return state;
  }
}
