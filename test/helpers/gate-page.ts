import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.js';

const dropIn = resolve(import.meta.dirname, '../../dist/drop-in');

export interface GatePageOptions {
  /** What stands in the body; the gates are `<lc-identity-gate api="/api" account="loc_1">`. */
  body: string;
  headers?: Record<string, string>;
  sandbox?: SandboxOptions;
  /** What further paths answer: a page, or JSON; undefined hangs up. */
  answers?: Record<string, (request: IncomingMessage) => unknown>;
}

/**
 * A page that loads the built drop-in, a host that knows one account, and the stand-in, each with the faults a test
 * wants.
 */
export interface GatePage {
  url: string;
  sandbox: Sandbox;
  /** The inquiry's status at the stand-in is what the host says; `null` lets the stand-in speak. */
  answer: Record<string, unknown> | null;
  close(): Promise<void>;
}

export async function gatePage({
  body,
  headers = {},
  sandbox: options = {},
  answers = {},
}: GatePageOptions): Promise<GatePage> {
  const sandbox = await startSandbox({ decisionDelay: 1_500, ...options });
  const page: GatePage = { url: '', sandbox, answer: null, close: async () => {} };
  let inquiry: { id: string; token: string } | undefined;

  const persona = async (path: string, content?: object) => {
    const response = await fetch(`${sandbox.origin}/api/v1${path}`, {
      method: content ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
      ...(content ? { body: JSON.stringify(content) } : {}),
    });
    return (await response.json()) as {
      data: { id: string; attributes: { status: string } };
      meta?: Record<string, string>;
    };
  };

  const json = (response: ServerResponse, value: unknown) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));

  async function status(): Promise<unknown> {
    if (page.answer) return page.answer;
    const word = inquiry ? (await persona(`/inquiries/${inquiry.id}`)).data.attributes.status : 'none';
    return { verified: word === 'approved', status: word, inquiryId: inquiry?.id ?? null };
  }

  async function makeInquiry(): Promise<unknown> {
    if (!inquiry) {
      const { data, meta } = await persona('/inquiries', {
        data: { attributes: { 'inquiry-template-id': sandbox.templateId, 'reference-id': 'loc_1' } },
        meta: { 'auto-create-inquiry-session': true },
      });
      inquiry = { id: data.id, token: meta?.['session-token'] ?? '' };
    }
    return { inquiryId: inquiry.id, sessionToken: inquiry.token, personaHost: sandbox.host };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = answers[pathname];
    if (answer) {
      const value = answer(request);
      if (value === undefined) return void response.destroy();
      if (typeof value !== 'string') return void json(response, value);
      return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(value);
    }
    if (pathname === '/api/status') return void json(response, await status());
    if (pathname === '/api/inquiry') return void json(response, await makeInquiry());
    if (extname(pathname) === '.js')
      return void response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end(await readFile(join(dropIn, pathname)));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(
      `<!doctype html><html lang="en"><title>Shop</title><script type="module" src="/lc-identity-gate.js"></script>
        <body><main><h1>Shop</h1>${body}</main>`,
    );
  }

  const server = createServer(
    (request, response) =>
      void serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error))),
  );
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  page.url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  page.close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await sandbox.close();
  };
  return page;
}
