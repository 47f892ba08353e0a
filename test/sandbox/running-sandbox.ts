import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.js';
import { FakeClock } from './fake-clock.js';
import { noteExchange } from './persona-description.js';
import { png } from './pictures.js';

/** The JSON of an answer: it has many shapes, and each test looks into its own. */
export type Json = Awaited<ReturnType<Response['json']>>;

/** A stand-in under test with the calls a host and a page make. */
export interface RunningSandbox extends Sandbox {
  clock: FakeClock;
  /**
   * The REST API; `body` makes it a POST unless `method` says otherwise. Every answer, and every request that was
   * accepted, is compared with Persona's description.
   */
  rest(
    path: string,
    body?: unknown,
    options?: { method?: string; headers?: Record<string, string> },
  ): Promise<{ status: number; body: Json; headers: Headers }>;
  /** The calls of the pages. */
  flow(path: string, body?: unknown, token?: string): Promise<{ status: number; body: Json }>;
  /** Makes an inquiry by REST and gives its id. */
  createInquiry(attributes?: object, meta?: object): Promise<string>;
  /** Walks an inquiry to the end of its flow; `pass` false fails every check. */
  walk(inquiryId: string, pass?: boolean): Promise<void>;
}

/** An empty directory, gone after the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'stand-in-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Starts a stand-in with a clock that stands still; closed after the test. */
export async function running(options: SandboxOptions & { clock?: FakeClock } = {}): Promise<RunningSandbox> {
  const clock = options.clock ?? new FakeClock();
  const sandbox = await startSandbox({ appDir: emptyPages(), ...options, clock });
  onTestFinished(() => sandbox.close());

  const { rest, flow } = callsOf(sandbox);
  const createInquiry = async (attributes = {}, meta = {}) => {
    const { body } = await rest('/inquiries', {
      data: { attributes: { 'inquiry-template-id': sandbox.templateId, ...attributes } },
      meta,
    });
    return body.data.id as string;
  };
  const walk = async (inquiryId: string, pass = true) => {
    const { meta } = (await rest(`/inquiries/${inquiryId}/resume`, {})).body;
    const token = meta['session-token'] as string;
    let { step } = (await flow('/open', { inquiryId, sessionToken: token })).body.view;
    const events: Record<string, object> = {
      start: { type: 'begin' },
      country: { type: 'country', country: 'US' },
      'id-type': { type: 'id-type', idClass: 'pp' },
      'retry-government-id': { type: 'retry' },
      'retry-selfie': { type: 'retry' },
    };
    while (step !== 'success' && step !== 'failed') {
      if (!events[step]) await flow(`/pictures/${step.split('-')[1]}`, png(), token);
      ({ step } = (await flow('/events', events[step] ?? { type: 'confirm', pass }, token)).body.view);
    }
  };
  return { ...sandbox, clock, rest, flow, createInquiry, walk };
}

/** The calls of a host and of a page to a stand-in, wherever it runs. */
export function callsOf({ origin, apiKey }: Pick<Sandbox, 'origin' | 'apiKey'>): Pick<RunningSandbox, 'rest' | 'flow'> {
  const rest: RunningSandbox['rest'] = async (path, body, { method, headers } = {}) => {
    const verb = method ?? (body === undefined ? 'GET' : 'POST');
    const response = await fetch(`${origin}/api/v1${path}`, {
      method: verb,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
    });
    const answer = { status: response.status, body: await response.json(), headers: response.headers };
    noteExchange({ method: verb, path, body, answer });
    return answer;
  };
  const flow: RunningSandbox['flow'] = async (path, body, token) => {
    const isPicture = body instanceof Uint8Array;
    const response = await fetch(`${origin}/flow${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      body: isPicture ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
      headers: {
        'content-type': isPicture ? 'application/octet-stream' : 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
    });
    return { status: response.status, body: await response.json() };
  };
  return { rest, flow };
}

/** A directory that stands for the built pages; what is in them is the journey tests' business. */
function emptyPages(): string {
  const directory = join(temporaryDirectory(), 'app');
  mkdirSync(directory);
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>pages</title>');
  return directory;
}
