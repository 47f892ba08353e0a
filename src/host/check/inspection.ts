import type * as z from 'zod';
import { problemAnswer } from '../contract.js';
import { type FaultCode, faults } from './check-faults.js';

/** What to check, and as whom. */
export interface CheckOptions {
  /** The address that stands in the element's `api`, such as `https://your.site/api/identity`. */
  url: string;
  /** An account that is not verified yet; its inquiry is opened. */
  account: string;
  /** What signs in somebody who may act for the account, a cookie above all. Names in lower case. */
  headers?: Record<string, string>;
  /** Default the global `fetch`. */
  fetch?: typeof fetch;
}

/** Something the elements would stumble over, or somebody could abuse. */
export interface Finding {
  code: FaultCode;
  /** The request, such as `GET status`. */
  where: string;
  /** What is wrong and what to do. */
  message: string;
}

/** An answer of the host, read to its end. */
export interface Answer {
  where: string;
  status: number;
  headers: Headers;
  text: string;
  /** Undefined when it is not JSON. */
  json: unknown;
}

/** What is looked at and how, and all that is found. */
export class Inspection {
  /** What is found, each fault once for each kind of request. */
  readonly found = new Map<string, Finding>();
  readonly account: string;
  /** What signs in. */
  readonly headers: Record<string, string>;
  /** The address without a slash at its end. */
  readonly base: string;
  readonly #fetch: typeof fetch;

  constructor({ url, account, headers = {}, fetch: send = fetch }: CheckOptions) {
    this.account = account;
    this.headers = headers;
    this.base = url.replace(/\/+$/, '');
    this.#fetch = send;
  }

  /** The account and its action as the elements send them in an address. */
  get query(): URLSearchParams {
    return new URLSearchParams({ account: this.account, action: 'number-purchase' });
  }

  /** Notes a fault. */
  find(code: FaultCode, where: string, more = ''): void {
    this.found.set(`${code} ${where}`, { code, where, message: faults[code] + more });
  }

  /** Sends a request to an endpoint as it is; rejects when there is no answer. */
  readonly send = (path: string, init: RequestInit): Promise<Response> => this.#fetch(`${this.base}/${path}`, init);

  /** Asks signed in and reads the answer; undefined, and a fault, when there is none. */
  async ask(path: string, init: RequestInit = {}, note = ''): Promise<Answer | undefined> {
    const where = `${init.method ?? 'GET'} ${path.split('?')[0]}${note}`;
    try {
      const response = await this.send(path, {
        ...init,
        headers: { accept: 'application/json', ...this.headers, ...init.headers },
        redirect: 'manual',
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      if (/persona_(sandbox|production)_\w|wbhsec_\w/.test(text)) this.find('secret_in_answer', where);
      if (/\n\s+at .+:\d+:\d+|\\n\s+at .+:\d+:\d+/.test(text)) this.find('stack_trace', where);
      return { where, status: response.status, headers: response.headers, text, json: parseJson(text) };
    } catch {
      this.find('unreachable', where);
      return undefined;
    }
  }

  /** The answer as the contract has it; undefined, and a fault, when it does not fit. */
  fit<T>(schema: z.ZodType<T>, { where, headers, json }: Answer): T | undefined {
    if (json === undefined || !/json/.test(headers.get('content-type') ?? '')) {
      this.find('not_json', where);
      return undefined;
    }
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    const misfits = parsed.error.issues.map(
      ({ path, message }) => `"${path.join('.') || 'the whole answer'}": ${message}`,
    );
    this.find('does_not_fit', where, ` ${misfits.join('; ')}.`);
    return undefined;
  }

  /** The code of a refusal; undefined, and a fault, when it is not a proper one. */
  refusal({ where, headers, json }: Answer): string | undefined {
    const parsed = problemAnswer.safeParse(json);
    const typed = headers.get('content-type')?.includes('application/problem+json');
    if (parsed.success && typed) return parsed.data.code;
    this.find('not_a_problem', where);
    return undefined;
  }
}

/** The value of a text, or undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
