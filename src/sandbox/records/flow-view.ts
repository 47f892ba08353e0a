import { countingFailures } from './checks.js';
import type { InquiryField } from './fields.js';
import type { Step, TemplateStep, VerificationType } from './flow.js';
import type { IdClass } from './id-types.js';
import type { Inquiry, InquiryStatus } from './inquiry.js';
import type { CodeProblem, PhoneError } from './phone.js';
import type { HandOff } from './session.js';
import type { Template } from './templates.js';
import type { PageTheme } from './theme.js';
import type { UploadProblem } from './upload-limits.js';

/** A code on its way, as the page knows it. */
export interface SentCode {
  number: string;
  channel: 'sms' | 'call';
  /** There because the stand-in sends nothing; null when a scenario keeps the message from arriving. */
  code: string | null;
  problem: CodeProblem | null;
  mayResend: boolean;
}

/** What the screen of a step offers; empty where it offers nothing. */
export interface Choices {
  /** ISO 3166-1 codes of countries an ID may come from. */
  countries?: string[];
  idTypes?: IdClass[];
  /** Countries whose phone numbers may be given. */
  phoneCountries?: { country: string; callingCode: string }[];
  /** The country of the number that stands in the field. */
  phoneCountry?: string;
}

/** What a page needs to know to show the current step. */
export interface FlowView {
  inquiryId: string;
  templateId: string;
  templateVersionId: string;
  referenceId: string | null;
  status: InquiryStatus;
  step: Step;
  /** The number a code was sent to. */
  phone: SentCode | null;
  country: string | null;
  idClass: IdClass | null;
  /** Tries that remain on a retry screen. */
  attemptsLeft: number;
  /** Why the last verification failed, on a retry screen and at the end of a failed inquiry. */
  reasons: string[];
  /** What the template asks for, in order. */
  steps: TemplateStep[];
  /** Whether this is the screen the inquiry begins with, where the person agrees to it. */
  begins: boolean;
  /** What of it is proved. */
  done: TemplateStep[];
  /** What the person may choose from at this step. */
  choices: Choices;
  theme: PageTheme;
  /** Whether the pictures are looked at and may fail. */
  strict: boolean;
  fields: Record<string, InquiryField>;
  /** Where a page opened at top level goes at the end; null when none was given or its origin is not allowed. */
  redirectUri: string | null;
  /** The page's part in a change of device; null when it has none. */
  handOff: HandOff | null;
  /** What the page does wrong because a scenario asks for it. */
  acts: { neverReady: boolean; end: 'silent' | 'as-complete' | null; forgerOrigin: string | null };
}

/** Whether the person has nothing left to do. */
export const isOver = ({ status }: FlowView): boolean => status !== 'created' && status !== 'pending';

/**
 * A refused request of a page: the vendor's codes, those of refused files and numbers, `wrong_step` when another tab
 * was quicker, `taken_back` when another device goes on.
 */
export interface FlowProblem {
  status: number;
  code:
    | 'invalid_config'
    | 'unauthenticated'
    | 'inactive_template'
    | 'application_error'
    | 'wrong_step'
    | 'taken_back'
    | UploadProblem
    | PhoneError['code'];
  message: string;
}

/** The inquiry as its page sees it. */
export function flowViewOf(
  inquiry: Inquiry,
  template: Template,
  rest: Pick<FlowView, 'choices' | 'theme' | 'redirectUri' | 'handOff' | 'acts'>,
): FlowView {
  const { step, phone, country, idClass, failures } = inquiry.progress;
  const { steps, requiredChecks, attempts } = template;
  const failed = countingFailures(inquiry.verifications.at(-1)?.checks ?? []);
  return {
    inquiryId: inquiry.id,
    templateId: inquiry.templateId,
    templateVersionId: inquiry.templateVersionId,
    referenceId: inquiry.referenceId,
    status: inquiry.status,
    step,
    country,
    idClass,
    steps,
    begins: inquiry.status === 'created' && step === (inquiry.firstStep ?? 'start'),
    done: steps.filter((part) => isProved(inquiry, part)),
    strict: requiredChecks.length > 0,
    attemptsLeft: attempts - failures[triedAt(step)],
    fields: inquiry.fields,
    phone: phone && {
      number: phone.number,
      channel: phone.channel,
      code: phone.arrives ? phone.code : null,
      problem: phone.problem,
      mayResend: phone.left > 0,
    },
    reasons: step.startsWith('retry') || step === 'failed' ? failed.flatMap(({ reasons }) => reasons) : [],
    ...rest,
  };
}

const provedBy: Record<TemplateStep, VerificationType> = {
  phone: 'phone-number',
  id: 'government-id',
  selfie: 'selfie',
};

const isProved = ({ verifications }: Inquiry, part: TemplateStep): boolean =>
  verifications.some(({ type, status }) => type === provedBy[part] && status === 'passed');

/** What the tries of a step are counted for. */
function triedAt(step: Step): VerificationType {
  if (step === 'retry-selfie') return 'selfie';
  return step === 'phone-code' ? 'phone-number' : 'government-id';
}
