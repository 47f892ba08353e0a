import type { Step } from '../../core/gate/steps.js';

const names: readonly [Step, RegExp][] = [
  ['phone', /phone/i],
  ['selfie', /selfie/i],
  ['id', /government|document/i],
];

/**
 * The step that Persona's name stands for, such as `verification_government_id` of an inquiry or
 * `verification/phone-number` of a verification; undefined for the first and the last page and for pages of your own.
 */
export const stepOf = (name: string | null | undefined): Step | undefined =>
  names.find(([, pattern]) => pattern.test(name ?? ''))?.[0];
