import { anything, type Fitting, fit, misfit, object, string, text } from '../../contract/fit.js';

const inquiryContract = object({
  inquiryId: string,
  sessionToken: text,
  personaHost: text,
  oneTimeLink: text,
  expiresAt: text,
  steps: anything,
  step: text,
});

/** Answer of the host's inquiry endpoint: which inquiry to show, in which Persona environment. */
export type InquiryAnswer = Fitting<typeof inquiryContract>;

/** The inquiry answer, checked. */
export function fitInquiry(value: unknown): InquiryAnswer {
  const answer = fit(inquiryContract, value, 'The inquiry endpoint');
  if (!answer.inquiryId) throw misfit('The inquiry endpoint', 'inquiryId', 'is empty');
  return answer;
}
