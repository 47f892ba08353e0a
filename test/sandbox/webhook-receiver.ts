import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { noteEvent } from './persona-description.js';

/** One request as it arrived. */
export interface Received {
  body: string;
  headers: IncomingHttpHeaders;
  name: string;
  closed: Promise<void>;
}

/** A host's webhook endpoint. */
export interface WebhookReceiver {
  url: string;
  all: Received[];
  /** The next request that has not been taken yet. */
  next(): Promise<Received>;
}

/**
 * Listens until the test ends; `answer` gives the status of the nth request (from 1), or null for no answer at all.
 * Every event is compared with Persona's description, unless it is `described` false: another version, or attributes
 * that were blocked.
 */
export async function webhookReceiver(
  answer: (n: number) => number | null = () => 200,
  { described = true } = {},
): Promise<WebhookReceiver> {
  const all: Received[] = [];
  let taken = 0;
  let wake = () => {};
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString('utf8');
    const closed = new Promise<void>((resolve) => response.on('close', resolve));
    const event = JSON.parse(body);
    const { name } = event.data.attributes;
    all.push({ body, headers: request.headers, name, closed });
    if (described) noteEvent(name, event);
    const status = answer(all.length);
    if (status !== null) response.writeHead(status).end();
    wake();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    all,
    next: async () => {
      while (all.length <= taken)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return all[taken++]!;
    },
  };
}
