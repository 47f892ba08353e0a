import type { CheckOptions } from './check-options.js';

/** Who asks: the owner of the account, nobody, or the owner of the other account. */
export type Asker = 'me' | 'nobody' | 'other';

/** A question to the host. */
export interface Question {
  as?: Asker;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'OPTIONS';
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: string;
  /** What is told of it beside method and endpoint. */
  note?: string;
}

/** An answer of the host, read to its end. */
export interface Answer {
  /** The endpoint, such as `purchases`. */
  endpoint: string;
  /** The request, such as `GET status`. */
  where: string;
  as: Asker;
  status: number;
  headers: Headers;
  text: string;
  /** Undefined when it is not JSON. */
  json: unknown;
  /** How long it took, in milliseconds. */
  took: number;
}

/** The host gave no answer at all. */
export class NoAnswer extends Error {
  constructor(where: string) {
    super(
      `${where} got no answer. Is the server running, is this the address in "api", and did this request break it?`,
    );
  }
}

const longest = 20_000;

/** Asks the host as the elements do, and keeps what it has answered. */
export class HostLine {
  /** Everything that was answered so far. */
  readonly answers: Answer[] = [];
  readonly #options: CheckOptions;
  readonly #base: string;

  constructor(options: CheckOptions) {
    this.#options = options;
    this.#base = options.url.replace(/\/+$/, '');
  }

  /** What signs in whoever asks. */
  headersOf(as: Asker): Record<string, string> {
    const { headers = {}, other } = this.#options;
    if (as === 'me') return headers;
    return as === 'other' ? (other?.headers ?? {}) : {};
  }

  /** Sends a request to an endpoint as it is; rejects when there is no answer. */
  send(path: string, init: RequestInit): Promise<Response> {
    const { fetch: ask = fetch } = this.#options;
    return ask(`${this.#base}/${path}`, init);
  }

  /** Asks once and waits, whatever comes of it. */
  async wake(): Promise<void> {
    await this.send('status', { headers: this.headersOf('me'), signal: AbortSignal.timeout(longest) }).then(
      (response) => response.body?.cancel(),
      () => {},
    );
  }

  /** Asks and reads the answer; throws {@link NoAnswer}. */
  async ask(path: string, question: Question = {}): Promise<Answer> {
    const { as = 'me', method = 'GET', json, note = '' } = question;
    const endpoint = path.split(/[?/]/)[0] ?? '';
    const where = `${method} ${path.split('?')[0]}${note}`;
    const typed: Record<string, string> = json === undefined ? {} : { 'content-type': 'application/json' };
    const begun = performance.now();
    try {
      const response = await this.send(path, {
        method,
        headers: { accept: 'application/json', ...typed, ...this.headersOf(as), ...question.headers },
        body: json === undefined ? question.body : JSON.stringify(json),
        redirect: 'manual',
        signal: AbortSignal.timeout(longest),
      });
      const text = await response.text();
      const answer: Answer = {
        endpoint,
        where,
        as,
        status: response.status,
        headers: response.headers,
        text,
        json: parseJson(text),
        took: performance.now() - begun,
      };
      this.answers.push(answer);
      return answer;
    } catch {
      throw new NoAnswer(where);
    }
  }

  /** Sends JSON. */
  post(path: string, json: unknown, more: Question = {}): Promise<Answer> {
    return this.ask(path, { method: 'POST', json, ...more });
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

/** Whether an answer says yes. */
export const isOk = ({ status }: Pick<Answer, 'status'>): boolean => status >= 200 && status < 300;

/** Whether an answer says that there is no such endpoint. */
export const isAbsent = ({ status }: Pick<Answer, 'status'>): boolean =>
  status === 404 || status === 405 || status === 501;

/** The code of a refusal, whatever its content type. */
export function codeOf({ json }: Pick<Answer, 'json'>): string | undefined {
  const { code } = (json ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
