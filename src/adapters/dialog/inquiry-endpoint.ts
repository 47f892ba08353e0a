import { LcError } from '../../core/errors.js';
import { fitInquiry } from '../../core/gate/dialog/inquiry-contract.js';
import type { Inquiry } from '../../core/gate/gate.js';
import type { Subject } from '../../core/gate/ports.js';
import { call, type Fetch, postJson } from '../host-endpoints.js';

/** Where inquiries are made, or what stands in when the host makes none. */
export interface InquirySource {
  inquiryUrl: string | undefined;
  template: string | null;
  environment: string | null;
  personaHost: string | null;
}

/** Only what a browser opens as a page: a link from outside must not run anything here. */
const webLink = (link: string | null | undefined): string | undefined =>
  link && /^https?:/.test(link) && URL.canParse(link) ? link : undefined;

/**
 * Creates or resumes the account's inquiry; without an endpoint, what Persona needs to make one from a template.
 * `renew` tells the host that Persona has refused the session it gave last; hosts that do not know the word ignore it.
 * @throws {LcError}
 */
export async function createInquiry(
  fetch: Fetch,
  subject: Subject,
  { inquiryUrl, template, environment, personaHost }: InquirySource,
  renew: boolean,
): Promise<Inquiry> {
  if (inquiryUrl) {
    const { body } = await call(
      fetch,
      inquiryUrl,
      postJson(renew ? { ...subject, renew } : { ...subject }),
      'The inquiry endpoint',
    );
    const answer = fitInquiry(body);
    return {
      inquiryId: answer.inquiryId,
      sessionToken: answer.sessionToken ?? undefined,
      personaHost: answer.personaHost ?? personaHost ?? undefined,
      oneTimeLink: webLink(answer.oneTimeLink),
    };
  }
  if (!template)
    throw new LcError('not_configured', '<lc-identity-gate> has no inquiry-url. Set api="…" or inquiry-url="…".');
  return {
    templateId: template,
    environmentId: environment ?? undefined,
    referenceId: subject.account,
    personaHost: personaHost ?? undefined,
  };
}
