import type { LcErrorCode } from '../errors.js';
import { nearest } from './nearest.js';
import type { NumbersAnswer } from './number-contracts.js';
import { type NumbersQuery, sorted } from './numbers-query.js';
import type { OrderedNumber } from './order.js';

/** Numbers that were found. */
export interface Found {
  query: NumbersQuery;
  answer: NumbersAnswer;
  /** Nothing fits the query, and these are others. */
  isNear: boolean;
}

export type SearchState =
  | { status: 'idle' }
  /**
   * `gone`: a number that somebody else has bought, to come near to. `before`: what the list held, so that it does not
   * flicker while someone types.
   */
  | { status: 'searching'; query: NumbersQuery; gone?: OrderedNumber | undefined; before?: Found | undefined }
  /** `isCut`: the numbers after these could not be fetched. */
  | ({ status: 'found'; isCut: boolean } & Found)
  /** The numbers after those that were found are on their way, from a host that pages. */
  | ({ status: 'paging' } & Found)
  | { status: 'failed'; query: NumbersQuery; code: LcErrorCode };

export type SearchEvent =
  | { type: 'asked'; query: NumbersQuery; gone?: OrderedNumber | undefined }
  | { type: 'answered'; answer: NumbersAnswer; isNear: boolean }
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
    return { status: 'searching', query: event.query, gone: event.gone, before: foundIn(state) };
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
    case 'failed':
      return state;
  }
}

const found = ({ query, answer, isNear }: Found): Found => ({ query, answer, isNear });

const inOrder = ({ answer, isNear }: Found, query: NumbersQuery): Found => ({
  query,
  answer: { ...answer, numbers: [...sorted(answer.numbers, query)] },
  isNear,
});

function answered(state: Of<'searching'>, event: SearchEvent): SearchState {
  const { query, gone } = state;
  switch (event.type) {
    case 'answered': {
      const { answer, isNear } = event;
      const numbers = gone ? nearest(answer.numbers, gone) : answer.numbers;
      return { status: 'found', ...inOrder({ query, answer: { ...answer, numbers }, isNear }, query), isCut: false };
    }
    case 'failed':
      return { status: 'failed', query, code: event.code };
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
      const { query, isNear, answer } = state;
      const known = new Set(answer.numbers.map(({ phoneNumber }) => phoneNumber));
      const more = event.answer.numbers.filter(({ phoneNumber }) => !known.has(phoneNumber));
      const numbers = [...answer.numbers, ...sorted(more, query)];
      return { status: 'found', query, answer: { ...event.answer, numbers }, isNear, isCut: false };
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
