import { LcError } from '../../core/errors.js';
import { fitInquiry } from '../../core/gate/dialog/inquiry-contract.js';
import { isPersonaHost } from '../../core/gate/dialog/persona-host.js';
import type { Inquiry } from '../../core/gate/gate.js';
import type { InquiryWish, Subject } from '../../core/gate/ports.js';
import { report } from '../console.js';
import { call } from '../host-endpoints.js';
import type { Fetch } from '../host-fetch.js';
import { postJson } from '../writes/post-json.js';

/** Where inquiries are made, or what stands in when the host makes none. */
export interface InquirySource {
  inquiryUrl: string | undefined;
  template: string | null;
  environment: string | null;
  personaHost: string | null;
}

/**
 * Only what a browser opens as a page, and what says plainly where it leads: a link from outside must not run anything
 * here, nor hide its host behind a user name.
 */
function webLink(link: string | null | undefined): string | undefined {
  if (!link) return undefined;
  try {
    const { protocol, username, password } = new URL(link);
    if (/^https?:$/.test(protocol) && !username && !password) return link;
  } catch {
    // no address at all
  }
  report('The inquiry endpoint answered a oneTimeLink that is no plain web address. It is not shown.');
  return undefined;
}

/** The host to frame Persona's pages from, if it is one that may be. */
function checkedHost(host: string | null | undefined, own: string | null): string | undefined {
  if (!host || isPersonaHost(host, own)) return host ?? undefined;
  throw new LcError(
    'not_configured',
    `The inquiry endpoint names "${host}" as Persona's host. Write it without a scheme. Only *.withpersona.com, ` +
      'localhost and the host that the persona-host attribute names are framed.',
  );
}

/**
 * Creates or resumes the account's inquiry; without an endpoint, what Persona needs to make one from a template.
 * `renew` tells the host that Persona has refused the session it gave last, `link` that somebody wants to go on
 * elsewhere; hosts that do not know these words ignore them.
 * @throws {LcError}
 */
export async function createInquiry(
  fetch: Fetch,
  subject: Subject,
  { inquiryUrl, template, environment, personaHost }: InquirySource,
  { renew, link }: InquiryWish,
): Promise<Inquiry> {
  if (inquiryUrl) {
    const { body } = await call(
      fetch,
      inquiryUrl,
      postJson({ ...subject, ...(renew ? { renew } : {}), ...(link ? { link } : {}) }),
      'The inquiry endpoint',
    );
    const answer = fitInquiry(body);
    return {
      inquiryId: answer.inquiryId,
      sessionToken: answer.sessionToken ?? undefined,
      personaHost: checkedHost(answer.personaHost, personaHost) ?? personaHost ?? undefined,
      oneTimeLink: webLink(answer.oneTimeLink),
      steps: answer.steps,
      step: answer.step,
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
