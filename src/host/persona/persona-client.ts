import type * as z from 'zod/mini';
import { steps as knownSteps } from '../../core/gate/steps.js';
import {
  camelKeys,
  type InquiryAnswer,
  type InquiryResource,
  inquiryAnswer,
  inquiryList,
  linkAnswer,
  refusal,
  sessionAnswer,
  templateOf,
} from './persona-answers.js';
import { PersonaError } from './persona-error.js';
import type { PersonaSettings } from './persona-settings.js';

const apiVersion = '2025-12-08';
const longestPause = 40;
const longestTitle = 80;
/** Inquiries on one page of a list. */
const pageSize = 25;

/** One call: what is asked for, and what its answer has to fit. */
interface Call<T> {
  schema: z.ZodMiniType<T>;
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** The same key gives the same answer. */
  idempotencyKey?: string;
  body?: unknown;
}

const pathOf = (inquiryId: string) => `/inquiries/${encodeURIComponent(inquiryId)}`;

/**
 * The few calls of Persona's API that verifying an account takes. Source: docs.withpersona.com/api-reference/inquiries.
 */
export class PersonaClient {
  readonly #settings: PersonaSettings;
  readonly #now: () => number;
  #refusals = 0;
  #pausedUntil = 0;

  constructor(settings: PersonaSettings, now: () => number) {
    // A stray line break would make fetch throw an error that quotes the whole header, key included.
    for (const name of ['apiKey', 'templateId', 'webhookSecret'] as const) {
      if (!/^[\x21-\x7e]+$/.test(settings[name] ?? ''))
        throw new TypeError(
          `persona.${name} is missing or has characters that do not belong there. Copy it from Persona's dashboard.`,
        );
    }
    if (settings.steps?.some((step) => !knownSteps.includes(step)))
      throw new TypeError(`persona.steps knows ${knownSteps.join(', ')} only.`);
    this.#settings = settings;
    this.#now = now;
  }

  /** The inquiries of our template in the account's name, whoever made them: the newest 25. */
  async list(account: string): Promise<InquiryResource[]> {
    return (await this.#page(account)).of;
  }

  /** All inquiries of our template in the account's name, whoever made them, page by page. */
  async *pages(account: string): AsyncGenerator<InquiryResource[]> {
    let after: string | undefined;
    do {
      const page = await this.#page(account, after);
      yield page.of;
      after = page.next;
    } while (after);
  }

  /** One inquiry, or undefined when Persona has none of this id. */
  async find(inquiryId: string): Promise<InquiryResource | undefined> {
    try {
      return (await this.#call({ schema: inquiryAnswer, method: 'GET', path: pathOf(inquiryId) })).data;
    } catch (error) {
      if (error instanceof PersonaError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Makes an inquiry for the account. The same key gives the same inquiry. */
  create(account: string, idempotencyKey: string): Promise<InquiryAnswer> {
    const attributes = { 'inquiry-template-id': this.#settings.templateId, 'reference-id': account };
    return this.#post('/inquiries', idempotencyKey, { data: { attributes } });
  }

  /** A session token for an inquiry that was begun or has expired; Persona allows 25 sessions for one inquiry. */
  resume(inquiryId: string): Promise<InquiryAnswer> {
    return this.#post(`${pathOf(inquiryId)}/resume`, crypto.randomUUID(), {});
  }

  /**
   * A link that opens the inquiry once, on any device, within 24 h, in a session of its own. Persona makes both at once
   * too, but does not say then which session it is, and only by that is it known when the link was opened.
   */
  async oneTimeLink(inquiryId: string): Promise<{ link: string; sessionId: string }> {
    const { data } = await this.#call({
      schema: sessionAnswer,
      method: 'POST',
      path: '/inquiry-sessions',
      idempotencyKey: crypto.randomUUID(),
      body: { data: { attributes: { 'inquiry-id': inquiryId } } },
    });
    const { meta } = await this.#call({
      schema: linkAnswer,
      method: 'POST',
      path: `/inquiry-sessions/${encodeURIComponent(data.id)}/generate-one-time-link`,
      idempotencyKey: crypto.randomUUID(),
      body: {},
    });
    return { link: meta.oneTimeLink, sessionId: data.id };
  }

  /** Deletes what Persona knows of the person, for good. False when there was nothing left to delete. */
  async redact(inquiryId: string): Promise<boolean> {
    const inquiry = await this.find(inquiryId);
    if (!inquiry || inquiry.attributes.redactedAt) return false;
    await this.#call({ schema: inquiryAnswer, method: 'DELETE', path: pathOf(inquiryId) });
    return true;
  }

  async #page(account: string, after?: string): Promise<{ of: InquiryResource[]; next?: string }> {
    const { templateId } = this.#settings;
    const query = new URLSearchParams({
      'filter[reference-id]': account,
      'filter[inquiry-template-id]': templateId,
      'page[size]': String(pageSize),
      ...(after && { 'page[after]': after }),
    });
    const { data } = await this.#call({ schema: inquiryList, method: 'GET', path: `/inquiries?${query}` });
    const last = data.at(-1)?.id;
    return {
      // Whether the filter matches exactly is not documented, and another account's approval must never count here.
      of: data.filter(
        (inquiry) => inquiry.attributes.referenceId === account && (templateOf(inquiry) ?? templateId) === templateId,
      ),
      next: data.length === pageSize && last !== after ? last : undefined,
    };
  }

  #post(path: string, idempotencyKey: string, body: unknown): Promise<InquiryAnswer> {
    return this.#call({ schema: inquiryAnswer, method: 'POST', path, idempotencyKey, body });
  }

  async #call<T>(call: Call<T>): Promise<T> {
    // Without the query: the account stands in it.
    const what = `${call.method} ${call.path.split('?')[0]}`;
    if (this.#pausedUntil > this.#now()) throw this.#limited(what);
    const { response, answer } = await this.#send(call, what);

    if (response.status === 429) {
      this.#pause(Number(response.headers.get('ratelimit-reset')));
      throw this.#limited(what);
    }
    this.#refusals = 0;
    const { ok, status } = response;
    if (!ok) {
      const trace = response.headers.get('request-id');
      const message = `Persona answered ${status} to ${what}${trace ? ` (${trace})` : ''}${saying(answer)}.`;
      throw new PersonaError('refused', message, { status });
    }
    const parsed = call.schema.safeParse(camelKeys(answer));
    if (parsed.success) return parsed.data;
    const wrong = parsed.error.issues.map(({ path: keys, message }) => `${keys.join('.')}: ${message}`).join('; ');
    throw new PersonaError('unexpected', `Persona's answer to ${what} does not fit: ${wrong}.`, { status });
  }

  async #send(
    { method, path, idempotencyKey, body }: Omit<Call<unknown>, 'schema'>,
    what: string,
  ): Promise<{ response: Response; answer: unknown }> {
    const { apiKey, apiUrl = 'https://api.withpersona.com/api/v1', timeout = 8000 } = this.#settings;
    const headers: Record<string, string> = {
      authorization: `Bearer ${apiKey}`,
      'persona-version': apiVersion,
      accept: 'application/json',
    };
    if (body) headers['content-type'] = 'application/json';
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
    try {
      const send = this.#settings.fetch ?? fetch;
      const response = await send(apiUrl + path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(timeout),
      });
      const answer: unknown = await response.json().catch((cause: unknown) => {
        if (cause instanceof SyntaxError) return null;
        throw cause;
      });
      return { response, answer };
    } catch (cause) {
      // Without the cause itself: Bun and Deno write the whole address into it, the account included.
      throw new PersonaError(
        'unreachable',
        `Persona did not answer ${what} within ${timeout} ms or could not be reached (${nameOf(cause)}).`,
      );
    }
  }

  // Persona asks for 5, 10, 20, 40 s between tries. The request is not held that long: until then every call fails at
  // once.
  #pause(reset: number): void {
    const seconds = Math.min(longestPause, Math.max(5 * 2 ** this.#refusals, reset || 0));
    this.#refusals += 1;
    this.#pausedUntil = this.#now() + seconds * 1000;
  }

  #limited(what: string): PersonaError {
    const seconds = Math.ceil((this.#pausedUntil - this.#now()) / 1000);
    return new PersonaError('rate_limited', `Persona takes no more requests for ${seconds} s (${what}).`, {
      status: 429,
      retryAfter: seconds,
    });
  }
}

/** The titles of Persona's errors: they name the kind of mistake, and are cut in case they ever name more. */
function saying(answer: unknown): string {
  const { data } = refusal.safeParse(answer);
  const titles = data?.errors.slice(0, 3).map(({ title }) => title.replace(/\p{Cc}/gu, ' ').slice(0, longestTitle));
  return titles?.length ? `: ${titles.join('; ')}` : '';
}

/** What a runtime calls a failed request: `TimeoutError`, or a system's name such as `ECONNREFUSED`. */
function nameOf(error: unknown): string {
  const { name, code, cause } = error as { name?: string; code?: unknown; cause?: { code?: unknown } };
  return String([cause?.code, code, name].find((one) => typeof one === 'string') ?? 'unknown');
}
