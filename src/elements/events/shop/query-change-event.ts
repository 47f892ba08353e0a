import type { NumbersQuery } from '../../../core/shop/numbers-query.js';
import { LcEvent } from '../first/lc-event.js';

/** The person searches for something else; `new URLSearchParams(detail.query)` is fit for the page's URL. */
export class LcQueryChangeEvent extends LcEvent<{ query: Readonly<NumbersQuery> }> {
  static readonly type = 'querychange';
  constructor(query: NumbersQuery) {
    super(LcQueryChangeEvent.type, { query: Object.freeze({ ...query }) });
  }
}
