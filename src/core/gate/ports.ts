import type { LcErrorCode } from '../errors.js';
import type { Action } from './actions.js';
import type { StatusAnswer } from './status-contract.js';
import type { Step } from './steps.js';

/** Whom the gate asks about. */
export interface Subject {
  account: string;
  action: Action;
}

/** An answer of the status endpoint with how long the host asks us to wait before the next read. */
export interface StatusReading {
  answer: StatusAnswer;
  /** Milliseconds of the `Retry-After` header, if there was one. */
  retryAfter?: number | undefined;
  /** The host offers the same status as a stream of events. */
  streams?: boolean;
}

/** What is asked of the host's inquiry endpoint besides whom it is about. */
export interface InquiryWish {
  /** Another session than the one that Persona has just refused. */
  renew: boolean;
  /** A link that opens the inquiry on another device. */
  link: boolean;
}

/** The host's word on one account and action. Made of values, so that what reads it keeps no element alive. */
export interface StatusPort {
  readonly account: string;
  /** Equal for gates that may share one request. */
  readonly key: string;
  /** Whether the page gave a way of its own to ask, which serves for all that share the request. */
  readonly isOwn: boolean;
  /** @throws {LcError} */
  readStatus(signal: AbortSignal): Promise<StatusReading>;
  /** Hears every change of the status until the result is called; `ended` when the host sends no more. */
  openStream(heard: (answer: StatusAnswer) => void, ended: () => void): Promise<() => void>;
}

/** Tells the other tabs of this site of which account or order there is news, and hears it from them. A hint only. */
export interface TabPort {
  tell(key: string): void;
  listen(heard: (key: string) => void): () => void;
}

/** What Persona's frame says, reduced to what the gate understands. */
export type FlowHint =
  | { type: 'stepped'; step: 'ready' | Step }
  | { type: 'camera-failed' }
  | { type: 'done' }
  | { type: 'stopped'; code: LcErrorCode };
