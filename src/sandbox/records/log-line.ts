import type { CarrierRequest } from './carrier-request.js';

/** One thing that happened in the stand-in; `at` is its time by the stand-in's clock, in ms since 1970. */
export type LogLine =
  | { kind: 'inquiry'; at: number; id: string; status: string; referenceId: string | null; scenario: string }
  | { kind: 'message'; at: number; to: string; channel: 'sms' | 'call'; code: string }
  | { kind: 'check'; at: number; about: string; type: string; passed: boolean; reasons: string[] }
  | {
      kind: 'webhook';
      at: number;
      name: string;
      about: string;
      status: number | null;
      attempt: number;
      state: 'waiting' | 'delivered' | 'given-up';
    }
  | { kind: 'case'; at: number; id: string; status: string; about: string | null }
  /** A turn of a workflow run: what it did, or why it could not. */
  | {
      kind: 'workflow';
      at: number;
      id: string;
      name: string;
      about: string | null;
      did: string[];
      error: string | null;
    }
  /** What a workflow wants whoever runs the stand-in to know. */
  | { kind: 'notice'; at: number; about: string; message: string }
  /** A request to a local carrier. */
  | ({ kind: 'carrier' } & CarrierRequest)
  /** A mistake of the stand-in itself, in answering the request that it is about. */
  | { kind: 'fault'; at: number; about: string; message: string };
