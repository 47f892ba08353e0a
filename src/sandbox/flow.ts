import { countries, idTypesOf, type IdClass } from './id-types.js';

/** The screens of an inquiry in the order a person meets them; `retry-*` and `failed` only after a failed check. */
export type Step =
  | 'start' | 'country' | 'id-type' | 'id-front' | 'id-back'
  | 'selfie-center' | 'selfie-left' | 'selfie-right'
  | 'retry-government-id' | 'retry-selfie' | 'success' | 'failed';

/** Which picture a file is. */
export type Side = 'front' | 'back' | 'center' | 'left' | 'right';

/** How far a person has come; saved after every step, so that closing the page loses nothing. */
export interface Progress {
  step: Step;
  country: string | null;
  idClass: IdClass | null;
  /** Ids of the stored pictures of the attempt under way. */
  files: Partial<Record<Side, string>>;
  /** Failed tries so far, per verification. */
  failures: { 'government-id': number; selfie: number };
}

/** What the person did on the screen of the current step; `pass` is the sandbox switch "Pass verifications". */
export type FlowEvent =
  | { type: 'begin' }
  | { type: 'country'; country: string }
  | { type: 'id-type'; idClass: IdClass }
  | { type: 'confirm'; pass: boolean }
  | { type: 'retry' }
  | { type: 'back' };

/** The result of a step; `verification` is set when it submitted one. */
export interface Advance {
  progress: Progress;
  verification?: { type: 'government-id' | 'selfie'; passed: boolean; files: Progress['files'] };
}

/** An event that does not fit the step; the page then shows the step the server is at. */
export class FlowError extends Error {
  override name = 'FlowError';
}

/** Tries per verification before the inquiry fails; Persona's default. */
export const maximumAttempts = 5;

/** Where every inquiry begins. */
export const firstProgress: Progress = { step: 'start', country: null, idClass: null, files: {}, failures: { 'government-id': 0, selfie: 0 } };

const sides: Partial<Record<Step, Side>> = {
  'id-front': 'front', 'id-back': 'back', 'selfie-center': 'center', 'selfie-left': 'left', 'selfie-right': 'right',
};

/** The picture a step asks for, or undefined for a step without one. */
export function sideOf(step: Step): Side | undefined {
  return sides[step];
}

/** The progress after `event`, with so many tries per verification; throws {@link FlowError} when the event does not fit the step. */
export function advance(progress: Progress, event: FlowEvent, attempts = maximumAttempts): Advance {
  const to = (step: Step, change: Partial<Progress> = {}): Advance => ({ progress: { ...progress, ...change, step } });
  switch (event.type) {
    case 'begin':
      if (progress.step === 'start') return to('country');
      break;
    case 'country':
      if (progress.step !== 'country') break;
      if (!countries.includes(event.country)) throw new FlowError(`"${event.country}" is not the ISO 3166-1 code of a country on the list.`);
      return to('id-type', { country: event.country, idClass: null });
    case 'id-type':
      if (progress.step !== 'id-type') break;
      if (!idTypesOf(progress.country ?? '').some((type) => type.idClass === event.idClass)) {
        throw new FlowError(`"${event.idClass}" is not accepted from ${progress.country}.`);
      }
      return to('id-front', { idClass: event.idClass, files: {} });
    case 'confirm':
      return confirm(progress, event.pass, attempts);
    case 'retry':
      if (progress.step === 'retry-government-id') return to('id-type', { files: {} });
      if (progress.step === 'retry-selfie') return to('selfie-center');
      break;
    case 'back':
      if (progress.step === 'id-type') return to('country');
      if (progress.step === 'id-front') return to('id-type');
      if (progress.step === 'id-back') return to('id-front');
      break;
  }
  throw new FlowError(`"${event.type}" does not fit the step "${progress.step}".`);
}

function confirm(progress: Progress, pass: boolean, attempts: number): Advance {
  const side = sideOf(progress.step);
  if (!side) throw new FlowError(`The step "${progress.step}" has no picture to confirm.`);
  if (!progress.files[side]) throw new FlowError(`The picture "${side}" has not arrived yet.`);
  switch (progress.step) {
    case 'id-front': {
      const needsBack = idTypesOf(progress.country ?? '').find((type) => type.idClass === progress.idClass)?.back;
      return needsBack ? { progress: { ...progress, step: 'id-back' } } : submit(progress, 'government-id', pass, attempts);
    }
    case 'id-back': return submit(progress, 'government-id', pass, attempts);
    case 'selfie-center': return { progress: { ...progress, step: 'selfie-left' } };
    case 'selfie-left': return { progress: { ...progress, step: 'selfie-right' } };
    default: return submit(progress, 'selfie', pass, attempts);
  }
}

function submit(progress: Progress, type: 'government-id' | 'selfie', passed: boolean, attempts: number): Advance {
  const failures = passed ? progress.failures : { ...progress.failures, [type]: progress.failures[type] + 1 };
  const afterPass: Step = type === 'government-id' ? 'selfie-center' : 'success';
  const afterFailure: Step = failures[type] < attempts ? `retry-${type}` : 'failed';
  return {
    progress: { ...progress, step: passed ? afterPass : afterFailure, files: {}, failures },
    verification: { type, passed, files: progress.files },
  };
}
