import { type IdClass, idTypesOf } from './id-types.js';
import { type CodeRules, nextCode, PhoneError, type PhoneProof, problemOf } from './phone.js';

/**
 * The screens of an inquiry in the order a person meets them; `phone…` only where the template asks, `retry-*` and
 * `failed` only after a failed check.
 */
export type Step =
  | 'start'
  | 'phone'
  | 'phone-code'
  | 'country'
  | 'id-type'
  | 'id-front'
  | 'id-back'
  | 'selfie-center'
  | 'selfie-left'
  | 'selfie-right'
  | 'retry-government-id'
  | 'retry-selfie'
  | 'success'
  | 'failed';

/** A part of a template: what is proved there, in whichever order the template says. */
export type TemplateStep = 'phone' | 'id' | 'selfie';

/** Which picture a file is. */
export type Side = 'front' | 'back' | 'center' | 'left' | 'right';

/** What is checked, in Persona's words. */
export type VerificationType = 'phone-number' | 'government-id' | 'selfie';

/** How far a person has come; saved after every step, so that closing the page loses nothing. */
export interface Progress {
  step: Step;
  phone: PhoneProof | null;
  country: string | null;
  idClass: IdClass | null;
  /** Ids of the stored pictures of the attempt under way. */
  files: Partial<Record<Side, string>>;
  /** Ids of those that came straight from the camera. */
  live: string[];
  /** Failed tries so far, per verification. */
  failures: Record<VerificationType, number>;
}

/** What the person did on the screen of the current step; `pass` says how the checks went. */
export type FlowEvent =
  | { type: 'begin' }
  | { type: 'phone'; number: string; country?: string; channel: 'sms' | 'call' }
  | { type: 'resend'; channel: 'sms' | 'call' }
  | { type: 'phone-code'; code: string }
  | { type: 'country'; country: string }
  | { type: 'id-type'; idClass: IdClass }
  | { type: 'confirm'; pass: boolean }
  | { type: 'retry' }
  | { type: 'back' };

/** What a step depends on besides the progress. */
export interface FlowRules {
  /** Tries per verification before the inquiry fails. */
  attempts: number;
  /** The parts of the template, in order. */
  steps: readonly TemplateStep[];
  /** The kinds of ID that are accepted from a country; none for a country that is not. */
  idsFrom: (country: string) => readonly IdClass[];
  /** A number as a person wrote it, with the country they chose, in E.164; undefined when it is not accepted. */
  numberOf: (text: string, country?: string) => string | undefined;
  /** The time, in ms since 1970. */
  now: number;
  /** Makes the code of a message. */
  newCode: () => string;
  /** How codes go out. */
  codes: CodeRules;
}

/** A number, an ID or a selfie that a step has handed in. */
export interface Submission {
  type: VerificationType;
  passed: boolean;
  /** Whether it may be tried again when it has not passed. */
  mayRetry: boolean;
  files: Progress['files'];
}

/** The result of a step; `verification` is set when it submitted one, `send` when a message is to go out. */
export interface Advance {
  progress: Progress;
  verification?: Submission;
  send?: PhoneProof;
}

/** An event that does not fit the step; the page then shows the step the server is at. */
export class FlowError extends Error {
  override name = 'FlowError';
}

/** The first screen of each part. */
export const screenOf: Record<TemplateStep, Step> = { phone: 'phone', id: 'country', selfie: 'selfie-center' };

/** Where an inquiry begins that is told nothing else. */
export const firstProgress: Progress = {
  step: 'start',
  phone: null,
  country: null,
  idClass: null,
  files: {},
  live: [],
  failures: { 'phone-number': 0, 'government-id': 0, selfie: 0 },
};

const sides: Partial<Record<Step, Side>> = {
  'id-front': 'front',
  'id-back': 'back',
  'selfie-center': 'center',
  'selfie-left': 'left',
  'selfie-right': 'right',
};

/** The picture a step asks for, or undefined for a step without one. */
export function sideOf(step: Step): Side | undefined {
  return sides[step];
}

/** The verification that confirming the current picture submits, or undefined when more pictures are wanted first. */
export function submittedBy({ step, country, idClass }: Progress): 'government-id' | 'selfie' | undefined {
  if (step === 'id-back') return 'government-id';
  if (step === 'id-front')
    return idTypesOf(country ?? '').find((type) => type.idClass === idClass)?.back ? undefined : 'government-id';
  return step === 'selfie-right' ? 'selfie' : undefined;
}

/**
 * The progress after `event`; throws {@link FlowError} when the event does not fit the step, {@link PhoneError} for a
 * number or code that cannot be.
 */
export function advance(progress: Progress, event: FlowEvent, rules: FlowRules): Advance {
  const to = (step: Step, change: Partial<Progress> = {}): Advance => ({ progress: { ...progress, ...change, step } });
  switch (event.type) {
    case 'begin':
      if (progress.step === 'start') return to(nextScreen(rules.steps));
      break;
    case 'phone':
      if (progress.step === 'phone') return sendCode(progress, event, rules);
      break;
    case 'resend':
      if (progress.step === 'phone-code' && progress.phone)
        return sendCode(progress, { ...event, number: progress.phone.number }, rules);
      break;
    case 'phone-code':
      if (progress.step === 'phone-code' && progress.phone)
        return proveNumber(progress, progress.phone, event.code, rules);
      break;
    case 'country':
      if (progress.step !== 'country') break;
      if (!rules.idsFrom(event.country).length)
        throw new FlowError(`"${event.country}" is not the ISO 3166-1 code of a country on the list.`);
      return to('id-type', { country: event.country, idClass: null });
    case 'id-type':
      if (progress.step !== 'id-type') break;
      if (!rules.idsFrom(progress.country ?? '').includes(event.idClass))
        throw new FlowError(`"${event.idClass}" is not accepted from ${progress.country}.`);
      return to('id-front', { idClass: event.idClass, files: {} });
    case 'confirm':
      return confirm(progress, event.pass, rules);
    case 'retry':
      if (progress.step === 'retry-government-id') return to('id-type', { files: {} });
      if (progress.step === 'retry-selfie') return to('selfie-center');
      break;
    case 'back':
      if (progress.step === 'phone-code') return to('phone');
      if (progress.step === 'id-type') return to('country');
      if (progress.step === 'id-front') return to('id-type');
      if (progress.step === 'id-back') return to('id-front');
      break;
  }
  throw new FlowError(`"${event.type}" does not fit the step "${progress.step}".`);
}

function sendCode(
  progress: Progress,
  { number: text, country, channel }: { number: string; country?: string; channel: 'sms' | 'call' },
  rules: FlowRules,
): Advance {
  const number = rules.numberOf(text, country);
  if (!number)
    throw new PhoneError(
      'phone_number',
      'Give a number of a country that is accepted, with its area code, such as +1 212 555 0123.',
    );
  const before = progress.phone;
  // Whoever went back to the number has the last code still.
  if (progress.step === 'phone' && before?.left === 0 && before.number === number)
    return { progress: { ...progress, step: 'phone-code' } };
  const phone = nextCode(before, { number, channel }, rules);
  return { progress: { ...progress, step: 'phone-code', phone }, send: phone };
}

function proveNumber(progress: Progress, phone: PhoneProof, code: string, rules: FlowRules): Advance {
  const problem = problemOf(phone, code, { ...rules, tries: progress.failures['phone-number'] });
  if (!problem) return submit({ ...progress, files: {} }, 'phone-number', true, rules);
  // A code that has ended when no other can follow was the last try.
  const attempts = problem === 'late' && phone.left === 0 ? 1 : rules.attempts;
  const tried = { ...progress, phone: { ...phone, problem } };
  const failed = submit(tried, 'phone-number', false, { ...rules, attempts });
  // Other codes may be tried on the same screen; only the last one counts as a failed verification.
  return failed.progress.step === 'failed' ? failed : { progress: { ...failed.progress, step: 'phone-code' } };
}

function confirm(progress: Progress, pass: boolean, rules: FlowRules): Advance {
  const side = sideOf(progress.step);
  if (!side) throw new FlowError(`The step "${progress.step}" has no picture to confirm.`);
  if (!progress.files[side]) throw new FlowError(`The picture "${side}" has not arrived yet.`);
  const type = submittedBy(progress);
  if (type) return submit(progress, type, pass, rules);
  const next: Partial<Record<Step, Step>> = {
    'id-front': 'id-back',
    'selfie-center': 'selfie-left',
    'selfie-left': 'selfie-right',
  };
  return { progress: { ...progress, step: next[progress.step] ?? progress.step } };
}

const partOf: Record<VerificationType, TemplateStep> = {
  'phone-number': 'phone',
  'government-id': 'id',
  selfie: 'selfie',
};
const afterFailure: Record<VerificationType, Step> = {
  'phone-number': 'phone-code',
  'government-id': 'retry-government-id',
  selfie: 'retry-selfie',
};

/** The first screen of the part after this one; of the first part without one. */
function nextScreen(steps: FlowRules['steps'], after?: TemplateStep): Step {
  const next = steps[after === undefined ? 0 : steps.indexOf(after) + 1];
  return next === undefined ? 'success' : screenOf[next];
}

function submit(progress: Progress, type: VerificationType, passed: boolean, { attempts, steps }: FlowRules): Advance {
  const failures = passed ? progress.failures : { ...progress.failures, [type]: progress.failures[type] + 1 };
  const stepAfterFailure = failures[type] < attempts ? afterFailure[type] : 'failed';
  const step = passed ? nextScreen(steps, partOf[type]) : stepAfterFailure;
  return {
    progress: { ...progress, step, files: {}, failures },
    verification: { type, passed, mayRetry: stepAfterFailure !== 'failed', files: progress.files },
  };
}
