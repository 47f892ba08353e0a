import { inject } from 'vitest';
import { commands } from 'vitest/browser';

type Answer = unknown | ((request: { url: URL; body: unknown; headers: Headers }) => unknown | Promise<unknown>);

/** A host's server in memory: what it answers is set by the test, what it was asked can be looked at. */
export class TestHost {
  /** Answers by the last part of the path; a function may wait, throw, or return a `Response`. */
  answers: Record<string, Answer> = {
    status: { verified: false },
    inquiry: async () => ({ ...(await this.inquiry()), personaHost: inject('persona').host }),
    numbers: { fingerprintId: 'fp-1', numbers: [] },
  };
  readonly requests: { path: string; method: string; body: unknown; headers: Headers }[] = [];
  #inquiry: Promise<{ inquiryId: string; sessionToken: string }> | undefined;

  /** The account's one inquiry at the stand-in, made at the first call. */
  inquiry(): Promise<{ inquiryId: string; sessionToken: string }> {
    this.#inquiry ??= commands.makeInquiry(inject('persona'));
    return this.#inquiry;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), location.href);
    const path = url.pathname.split('/').at(-1)!;
    const request = {
      url,
      body: init?.body ? (JSON.parse(String(init.body)) as unknown) : undefined,
      headers: new Headers(init?.headers),
    };
    this.requests.push({ path, method: init?.method ?? 'GET', ...request });
    const answer = this.answers[path];
    const value = typeof answer === 'function' ? await (answer as (given: typeof request) => unknown)(request) : answer;
    return value instanceof Response ? value : Response.json(value);
  };

  /** What that endpoint was sent. */
  bodies(path: string): unknown[] {
    return this.requests.filter((request) => request.path === path).map(({ body }) => body);
  }

  /** How often that endpoint was asked. */
  count(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }
}

/** An RFC 9457 problem. */
export const problem = (status: number, code?: string, headers?: Record<string, string>): Response =>
  Response.json(
    { title: 'No', status, code },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  );
