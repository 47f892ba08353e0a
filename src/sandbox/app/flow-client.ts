import type { FlowEvent, Side } from '../records/flow.js';
import type { FlowProblem, FlowView } from '../records/flow-view.js';
import { uploadLimits } from '../records/upload-limits.js';
import type { Parameters } from './parameters.js';

/** A refusal of the server, or its absence (`offline`). */
export class FlowRefusal extends Error {
  override name = 'FlowRefusal';
  readonly problem: FlowProblem | 'offline';
  constructor(problem: FlowProblem | 'offline') {
    super(problem === 'offline' ? 'The server did not answer.' : problem.message);
    this.problem = problem;
  }
}

/** The server's side of the flow. Every call rejects with {@link FlowRefusal}. */
export class FlowClient {
  #token: string | undefined;

  /** The session token, once open; undefined for a finished inquiry. */
  get sessionToken(): string | undefined {
    return this.#token;
  }

  /** Finds or makes the inquiry. The token is kept for this tab, so that a reload can go on. */
  async open(parameters: Parameters): Promise<FlowView> {
    const { inquiryId, code } = parameters;
    const key = `session ${inquiryId ?? code}`;
    const sessionToken = parameters.sessionToken || recall(key);
    const answer = await this.#send('/flow/open', JSON.stringify({ ...askedBy(parameters), sessionToken }));
    this.#token = answer.sessionToken ?? undefined;
    if (this.#token && (inquiryId || code)) remember(key, this.#token);
    return answer.view;
  }

  /** Where the inquiry is now. */
  async read(): Promise<FlowView> {
    return (await this.#send('/flow')).view;
  }

  /** Takes a step. */
  async advance(event: FlowEvent): Promise<FlowView> {
    return (await this.#send('/flow/events', JSON.stringify(event))).view;
  }

  /** Stores the picture the current step asks for; `live` when it came straight from the camera. */
  async addPicture(side: Side, file: Blob, live: boolean): Promise<void> {
    // Said before the upload, because the server hangs up on files above the limit.
    if (file.size > uploadLimits.maximumBytes)
      throw new FlowRefusal({ status: 422, code: 'file_too_large', message: 'The file is larger than 15 MB.' });
    await this.#send(`/flow/pictures/${side}${live ? '?live' : ''}`, file);
  }

  /** A link that goes on on another device, or in another tab, in the language and colours of this page. */
  async link({ language, variant, options }: Parameters): Promise<string> {
    const link = new URL((await this.#send('/flow/link', '{}')).link ?? '');
    if (language) link.searchParams.set('language', language);
    if (variant) link.searchParams.set('style-variant', variant);
    const theme = options['theme-set-id'];
    if (theme) link.searchParams.set('theme-set-id', theme);
    return link.href;
  }

  /** Ends what the link has begun. */
  async takeBack(): Promise<FlowView> {
    return (await this.#send('/flow/take-back', '{}')).view;
  }

  async #send(path: string, body?: string | Blob): Promise<Answer> {
    const headers: Record<string, string> = {
      'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream',
    };
    if (this.#token) headers.authorization = `Bearer ${this.#token}`;
    const { ok, answer } = await exchange(path, { method: body === undefined ? 'GET' : 'POST', headers, body });
    if (!ok) throw new FlowRefusal(answer as FlowProblem);
    return answer as Answer;
  }
}

/** What the server answers to any call. */
interface Answer {
  view: FlowView;
  sessionToken?: string | null;
  link?: string;
}

/** The server's answer, whatever it says; rejects with a {@link FlowRefusal} when there is none. */
async function exchange(path: string, request: RequestInit): Promise<{ ok: boolean; answer: unknown }> {
  try {
    const response = await fetch(path, request);
    return { ok: response.ok, answer: await response.json() };
  } catch {
    throw new FlowRefusal('offline');
  }
}

/** What the address says about the inquiry to open. */
function askedBy(parameters: Parameters): Partial<Parameters> {
  const { inquiryId, templateId, templateVersionId, code, referenceId, accountId, redirectUri } = parameters;
  const { fields, scenario, options } = parameters;
  return {
    inquiryId,
    templateId,
    templateVersionId,
    code,
    referenceId,
    accountId,
    redirectUri,
    fields,
    scenario,
    options,
  };
}

// A browser that blocks storage in frames throws here; the person then only loses the reload.
function remember(key: string, token: string): void {
  try {
    sessionStorage.setItem(key, token);
  } catch {
    /* see above */
  }
}

function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
