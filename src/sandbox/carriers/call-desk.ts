import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { DeskParts } from '../desks/desk-parts.js';
import type { CarrierCall, CarrierRequest } from '../records/carrier-request.js';
import type { CarrierBehaviour } from '../records/carrier-scenarios.js';
import type { CarrierName } from '../records/sale.js';
import { pause } from '../state/clock.js';
import type { CarrierScenarioDesk } from './carrier-scenario-desk.js';

/** How many requests are remembered. */
const mostRequests = 10_000;

/** What a carrier says when nothing is wrong with the request. */
export interface Troubles {
  /** That there were too many requests, and when to come again. */
  tooMany: (seconds: number) => Response;
  /** That its server failed. */
  broken: () => Response;
}

/** A request to a carrier, as its API has understood it. */
export interface Call {
  carrier: CarrierName;
  what: CarrierCall;
  account: string;
  /** The number to buy, or the country that is searched. */
  about?: string | undefined;
}

/** Answers the carriers' requests: plays the scenario, writes the log, and remembers what was asked. */
export class CallDesk {
  readonly #parts: DeskParts;
  readonly #scenarios: CarrierScenarioDesk;
  #requests: CarrierRequest[] = [];

  constructor(parts: DeskParts, scenarios: CarrierScenarioDesk) {
    this.#parts = parts;
    this.#scenarios = scenarios;
  }

  /** The requests since the start, oldest first, ten thousand at most. */
  requests(): CarrierRequest[] {
    return this.#requests;
  }

  /** The answer of `act`, or what the scenario makes of it. */
  async answer(
    context: Context,
    call: Call,
    { tooMany, broken }: Troubles,
    act: (behaviour: CarrierBehaviour) => Response,
  ): Promise<Response> {
    const isPurchase = call.what === 'purchase';
    const { account, about } = call;
    const behaviour = this.#scenarios.take({ account, phoneNumber: isPurchase ? about : undefined, isPurchase });
    const { slowBy, retryAfter, breaks, cuts } = behaviour;
    let answer: Response;
    if (retryAfter !== undefined) answer = tooMany(retryAfter);
    else if (breaks === 'before') answer = broken();
    else answer = act(behaviour);
    if (breaks === 'after' && answer.ok) answer = broken();
    if (slowBy) await pause(this.#parts.clock, slowBy);
    this.note(call, cuts ? null : answer.status);
    return cuts ? cut(context) : answer;
  }

  /** Remembers a request and writes it into the log. */
  note({ carrier, what, account, about = '' }: Call, status: number | null): void {
    const request: CarrierRequest = { carrier, what, at: this.#parts.clock.now(), account, about, status };
    this.#requests.push(request);
    if (this.#requests.length > mostRequests) this.#requests = this.#requests.slice(-mostRequests);
    this.#parts.log({ kind: 'carrier', ...request });
  }
}

/** Cuts the connection; whoever called gets no answer. */
function cut(context: Context): Response {
  (context.env as HttpBindings).incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
