import type { InquiryAnswer } from '../src/core/gate/dialog/inquiry-contract.js';
import type { StatusAnswer } from '../src/core/gate/status-contract.js';
import type { NumbersAnswer, PurchaseAnswer } from '../src/core/shop/number-contracts.js';
import type { Order } from '../src/core/shop/purchase.js';

/** An HTTP error with the code a host may add. */
export interface HttpError {
  error: number;
  code?: string;
}

/** What an endpoint does: it answers this, refuses, never answers (`hangs`), or cannot be reached. */
export type Reply<Answer> = Answer | HttpError | 'hangs' | 'unreachable';

/**
 * What each endpoint of the host does. It is read with every request, so a play function may change it to make
 * something happen on the server.
 */
export interface HostAnswers {
  status: Reply<Partial<StatusAnswer> & Pick<StatusAnswer, 'verified'>>;
  inquiry: Reply<InquiryAnswer>;
  numbers: Reply<NumbersAnswer> | ((_: undefined, query: URLSearchParams) => Reply<NumbersAnswer>);
  orders: Reply<OrdersAnswer> | (() => Reply<OrdersAnswer>);
  purchases: Reply<PurchaseAnswer> | ((order: Order) => Reply<PurchaseAnswer>);
}

/** What the orders endpoint answers, as far as the stories need it. */
export interface OrdersAnswer {
  orders: { id: string; status: string; numbers: object[]; finishBy?: string; pool?: { name: string } }[];
  finish?: number;
}

/** Base URL of the host that lives in memory; the elements ask below it. */
export const memoryApi = '/memory-host';

/** A host without a server: a `fetch` that answers from a plain object. An endpoint that is not there answers 404. */
export function memoryHost(answers: Partial<HostAnswers>): typeof fetch {
  return async (input, init) => {
    const { pathname, searchParams } = new URL(String(input), location.href);
    const endpoint = pathname.slice(memoryApi.length + 1) as keyof HostAnswers;
    // A cancelled order is the first of the list, and counts as one from then on.
    if (pathname.endsWith('/cancel') && answers.orders && typeof answers.orders !== 'function') {
      const [order] = (answers.orders as OrdersAnswer).orders ?? [];
      return order ? Response.json(Object.assign(order, { status: 'cancelled' })) : new Response(null, { status: 404 });
    }
    const answer = answers[endpoint];
    const reply =
      typeof answer === 'function'
        ? answer((init?.body ? JSON.parse(String(init.body)) : undefined) as never, searchParams)
        : answer;
    if (reply === 'unreachable') throw new TypeError('Failed to fetch');
    if (reply === 'hangs') return untilAborted(init?.signal);
    if (!reply) return new Response(null, { status: 404 });
    if ('error' in reply) return Response.json({ code: reply.code }, { status: reply.error });
    return Response.json(reply);
  };
}

/** Never answers; like the browser's own `fetch` it gives up when the caller does. */
function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}
