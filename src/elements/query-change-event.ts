import type { NumbersQuery } from '../core/numbers-query.js';

/** The person searches for something else. Bubbles and is composed; `detail` is frozen. */
export class LcQueryChangeEvent extends Event {
  static readonly type = 'querychange';
  /** The new search; `new URLSearchParams(detail.query)` is fit for the page's URL. */
  readonly detail: Readonly<{ query: Readonly<NumbersQuery> }>;

  constructor(query: NumbersQuery) {
    super(LcQueryChangeEvent.type, { bubbles: true, composed: true });
    this.detail = Object.freeze({ query: Object.freeze({ ...query }) });
  }
}
