import * as z from 'zod/mini';
import { fit, misfit, text } from '../../contract/fit.js';

const inquiryContract = z.object({
  inquiryId: z.string(),
  sessionToken: text,
  personaHost: text,
  oneTimeLink: text,
  expiresAt: text,
});

/** Answer of the host's inquiry endpoint: which inquiry to show, in which Persona environment. */
export type InquiryAnswer = z.infer<typeof inquiryContract>;

/** The inquiry answer, checked. */
export function fitInquiry(value: unknown): InquiryAnswer {
  const answer = fit(inquiryContract, value, 'The inquiry endpoint');
  if (!answer.inquiryId) throw misfit('The inquiry endpoint', 'inquiryId', 'is empty');
  return answer;
}
