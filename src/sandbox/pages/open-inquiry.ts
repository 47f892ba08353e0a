import { z } from 'zod';
import type { InquiryDesk } from '../desks/inquiry-desk.js';
import type { ScenarioDesk } from '../desks/scenario-desk.js';
import type { SessionDesk } from '../desks/session-desk.js';
import type { FlowProblem } from '../records/flow-view.js';
import { type Inquiry, isOpen, LifecycleError, NotFoundError } from '../records/inquiry.js';
import { ScenarioError } from '../records/scenarios.js';
import type { OneTimeLink } from '../records/session.js';
import { findTemplate, type Templates } from '../records/templates.js';
import { type OriginRule, originOf } from './origins.js';

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
});

/** The inquiry a page may show and a token to go on with; the token is null when the inquiry is over. Throws {@link OpenError}. */
export async function openInquiry(
  request: z.infer<typeof openRequest>,
  {
    inquiries,
    sessions,
    scenarios,
    templates,
    allows,
  }: {
    inquiries: InquiryDesk;
    sessions: SessionDesk;
    scenarios: ScenarioDesk;
    templates: Templates;
    allows: OriginRule;
  },
): Promise<{ inquiry: Inquiry; sessionToken: string | null }> {
  if (request.redirectUri && !allows(originOf(request.redirectUri) ?? '')) {
    throw new OpenError(
      400,
      'invalid_config',
      `The redirect-uri "${request.redirectUri}" is not on an allowed origin.`,
    );
  }
  const { inquiry, link } = await find();
  if (request.scenario) choose(request.scenario);
  if (inquiry.status === 'expired' || inquiry.redactedAt !== null) throw sessionExpired();
  if (!isOpen(inquiry)) return { inquiry, sessionToken: null };
  const own = await sessions.inquiryOf(request.sessionToken);
  if (own?.id === inquiry.id) return { inquiry, sessionToken: request.sessionToken ?? null };
  if (inquiry.status === 'pending' && !request.code) throw sessionExpired();
  return { inquiry, sessionToken: await begin(inquiry) };

  function choose(scenario: string): void {
    try {
      scenarios.choose(scenario, { inquiryId: inquiry.id });
    } catch (error) {
      if (error instanceof ScenarioError) throw new OpenError(400, 'invalid_config', error.message);
      throw error;
    }
  }

  async function begin(inquiry: Inquiry): Promise<string> {
    try {
      const { token } = await sessions.begin(inquiry, link);
      await sessions.inquiryOf(token); // marks the session used, so that no other tab is given it
      return token;
    } catch (error) {
      if (error instanceof LifecycleError) throw new OpenError(409, 'unauthenticated', error.message);
      throw error;
    }
  }

  async function find(): Promise<{ inquiry: Inquiry; link?: OneTimeLink }> {
    if (request.code) {
      const own = await sessions.inquiryOf(request.sessionToken);
      if (own) return { inquiry: own };
      const link = sessions.openLink(request.code);
      if (!link) throw await sessionEnded(sessions, request.sessionToken);
      return { inquiry: inquiries.get(link.inquiryId), link };
    }
    if (request.inquiryId) {
      try {
        return { inquiry: inquiries.get(request.inquiryId) };
      } catch (error) {
        if (error instanceof NotFoundError) throw new OpenError(400, 'invalid_config', error.message);
        throw error;
      }
    }
    const wanted = request.templateId ?? request.templateVersionId;
    const template = findTemplate(templates, wanted);
    if (!template) {
      if (!wanted) throw new OpenError(400, 'invalid_config', 'Give an inquiry-id or an inquiry-template-id.');
      throw new OpenError(
        422,
        'inactive_template',
        `The template "${wanted}" is not active. The stand-in has ${templates.plain.id} and ${templates.kyc.id}.`,
      );
    }
    try {
      return {
        inquiry: inquiries.create({
          templateId: template.id,
          templateVersionId: template.versionId,
          referenceId: request.referenceId ?? null,
          accountId: request.accountId ?? null,
          fields: request.fields,
          redirectUri: request.redirectUri ?? null,
        }),
      };
    } catch (error) {
      throw new OpenError(400, 'invalid_config', (error as Error).message);
    }
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
