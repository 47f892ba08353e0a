import { createParser } from 'eventsource-parser';
import { LcError } from '../../core/errors.js';
import { fitStatus, type StatusAnswer } from '../../core/gate/status-contract.js';
import { report } from '../console.js';
import type { Fetch } from '../host-fetch.js';

/** How long a stream that ended or broke is left alone, in milliseconds. */
const reconnectAfter = 3_000;

/** What is done with what a stream tells. */
export interface StreamListener {
  heard(answer: StatusAnswer): void;
  /** There is no stream to be had: it is not asked again. */
  ended(): void;
}

/**
 * Hears the status as server-sent events, each with a status answer as its data. Read by `fetch`, because the browser's
 * own `EventSource` sends no token. One that ends or breaks, as a host's do after a while, is opened again; one that is
 * refused, or never came about, is not, and reading goes on as before. Call the result to close it.
 */
export function openStatusStream(fetch: Fetch, url: string, { heard, ended }: StreamListener): () => void {
  const closing = new AbortController();
  const { signal } = closing;
  const parser = createParser({
    onEvent({ data }) {
      try {
        heard(fitStatus(JSON.parse(data)));
      } catch (error) {
        report(error instanceof LcError ? error.message : 'The status stream did not send JSON.');
      }
    },
  });

  let hasOpened = false;

  /** False when there will be no other. */
  async function listen(): Promise<boolean> {
    const headers = { accept: 'text/event-stream' };
    const response = await fetch(url, { credentials: 'same-origin', cache: 'no-store', headers, signal });
    const isStream = response.headers.get('content-type')?.includes('text/event-stream');
    if (!response.ok || !isStream || !response.body) {
      await response.body?.cancel();
      return false;
    }
    hasOpened = true;
    parser.reset();
    const source = response.body.getReader();
    const decoder = new TextDecoder();
    for (let part = await source.read(); !part.done; part = await source.read()) {
      parser.feed(decoder.decode(part.value, { stream: true }));
    }
    return true;
  }

  void (async () => {
    while (!signal.aborted && (await listen().catch(() => hasOpened))) {
      await new Promise((resolve) => setTimeout(resolve, reconnectAfter));
    }
    if (!signal.aborted) ended();
  })();
  return () => closing.abort();
}
