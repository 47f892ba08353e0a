import { z } from 'zod';
import type { Desks } from '../desks/desks.js';
import type { SessionDesk } from '../desks/session-desk.js';
import { FieldError } from '../records/fields.js';
import type { FlowProblem } from '../records/flow-view.js';
import { type Inquiry, isOpen, LifecycleError, NotFoundError } from '../records/inquiry.js';
import { ScenarioError } from '../records/scenarios.js';
import type { OneTimeLink } from '../records/session.js';
import { type ClientSideBlock, findTemplate, isBlocked, templateList } from '../records/templates.js';
import { type OriginRule, originOf } from './origins.js';
import { faultIn } from './page-options.js';

/** An inquiry that cannot be opened; status and code as Persona reports them to the embedding page. */
export class OpenError extends Error {
  override name = 'OpenError';
  readonly status: 400 | 409 | 422;
  readonly code: FlowProblem['code'];
  constructor(status: 400 | 409 | 422, code: FlowProblem['code'], message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const text = z.string().nullish();

/** What a page was opened with. */
export const openRequest = z.object({
  inquiryId: text,
  templateId: text,
  templateVersionId: text,
  code: text,
  sessionToken: text,
  referenceId: text,
  accountId: text,
  redirectUri: text,
  scenario: text,
  fields: z.record(z.string(), z.string()).default({}),
  /** The whole query of the page's address, in its own words. */
  options: z.record(z.string(), z.string()).default({}),
});

/** What a page asks for when it opens. */
export type OpenRequest = z.infer<typeof openRequest>;

/** What opening works with. */
export interface OpenParts extends Pick<Desks, 'store' | 'inquiries' | 'sessions' | 'scenarios'> {
  /** Where a page may lead back to. */
  allows: OriginRule;
  /** Which templates leave the making of inquiries to the API. */
  block: ClientSideBlock;
}

/** An inquiry, and the link that has led to it. */
interface Found {
  inquiry: Inquiry;
  link?: OneTimeLink;
}

/**
 * The inquiry a page may show and a token to go on with; the token is null when the inquiry is over. Throws
 * {@link OpenError}.
 */
export async function openInquiry(
  request: OpenRequest,
  parts: OpenParts,
): Promise<{ inquiry: Inquiry; sessionToken: string | null }> {
  const { scenario, redirectUri, sessionToken = null } = request;
  const fault = faultIn(request.options, parts);
  if (fault) throw invalid(fault);
  if (redirectUri && !parts.allows(originOf(redirectUri) ?? ''))
    throw invalid(`The redirect-uri "${redirectUri}" is not on an allowed origin.`);
  const found = await find(request, parts);
  const { inquiry } = found;
  if (scenario) refusing([ScenarioError], () => parts.scenarios.choose(scenario, { inquiryId: inquiry.id }));
  if (inquiry.status === 'expired' || inquiry.redactedAt !== null) throw sessionExpired();
  if (!isOpen(inquiry)) return { inquiry, sessionToken: null };
  if (await parts.sessions.inquiryOf(sessionToken, inquiry.id)) return { inquiry, sessionToken };
  if (inquiry.status === 'pending' && !request.code) throw sessionExpired();
  return { inquiry, sessionToken: await begin(found, parts) };
}

/** The inquiry that a link, an id or a template stands for; a template's is made anew. */
async function find(request: OpenRequest, parts: OpenParts): Promise<Found> {
  const { code, inquiryId } = request;
  if (code) return byLink(code, request, parts);
  if (inquiryId) return { inquiry: refusing([NotFoundError], () => parts.inquiries.get(inquiryId)) };
  return { inquiry: made(request, parts) };
}

async function byLink(code: string, { sessionToken }: OpenRequest, { inquiries, sessions }: OpenParts): Promise<Found> {
  const behind = sessions.inquiryIdBehind(code);
  const own = behind && (await sessions.inquiryOf(sessionToken, behind));
  if (own) return { inquiry: own };
  const link = sessions.openLink(code);
  if (!link) throw await sessionEnded(sessions, sessionToken);
  return { inquiry: inquiries.get(link.inquiryId), link };
}

function made(request: OpenRequest, { store, inquiries, block }: OpenParts): Inquiry {
  const { templates } = store.state;
  const { templateId, templateVersionId } = request;
  const wanted = templateId ?? templateVersionId;
  if (!wanted) throw invalid('Give an inquiry-id or an inquiry-template-id.');
  const template = findTemplate(templates, wanted);
  if (!template) {
    const message = `The template "${wanted}" is not active. The stand-in has ${templateList(templates)}.`;
    throw new OpenError(422, 'inactive_template', message);
  }
  if (templateVersionId && templateVersionId !== template.versionId)
    throw invalid(`The template ${template.id} has no version "${templateVersionId}". It has ${template.versionId}.`);
  if (isBlocked(block, templates, template))
    throw invalid(`Client-side Inquiry creation is blocked for ${template.id}. Make the inquiry by the API.`);
  const draft = {
    templateId: template.id,
    templateVersionId: template.versionId,
    referenceId: request.referenceId ?? null,
    accountId: request.accountId ?? null,
    fields: request.fields,
    redirectUri: request.redirectUri ?? null,
    themeSetId: request.options['theme-set-id'] ?? null,
  };
  return refusing([FieldError, NotFoundError, LifecycleError], () => inquiries.create(draft));
}

async function begin({ inquiry, link }: Found, { sessions }: OpenParts): Promise<string> {
  try {
    const token = await sessions.tokenOf(link ? sessions.enter(link) : sessions.begin(inquiry));
    await sessions.inquiryOf(token); // marks the session used, so that no other tab is given it
    return token;
  } catch (error) {
    if (error instanceof LifecycleError) throw new OpenError(409, 'unauthenticated', error.message);
    throw error;
  }
}

const invalid = (message: string): OpenError => new OpenError(400, 'invalid_config', message);

/** Runs something that may refuse what was asked for, and says so as Persona would; other errors go on as they are. */
function refusing<Result>(kinds: (new (message: string) => Error)[], run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (kinds.some((kind) => error instanceof kind)) throw invalid((error as Error).message);
    throw error;
  }
}

/** Why a token is refused that was good before. */
export async function sessionEnded(sessions: SessionDesk, token: string | null | undefined): Promise<OpenError> {
  if ((await sessions.handOffOf(token)) !== 'taken-back') return sessionExpired();
  return new OpenError(409, 'taken_back', 'The inquiry goes on on the device it came from.');
}

function sessionExpired(): OpenError {
  return new OpenError(
    409,
    'unauthenticated',
    'The session has expired. Resume the inquiry and open it with the new session token.',
  );
}
