import type { GateState } from '../gate-state.js';
import { steps as known, type Step } from '../steps.js';

/** How far the person has come. */
export interface Progress {
  /** What is asked, in order; never empty. */
  steps: Step[];
  /** What they are at. */
  step: Step;
  /** How many steps are behind them. */
  done: number;
}

/**
 * How far the person has come, by the server's word, and on this page by Persona's. A step that the server has not
 * named and the person has met all the same is asked before the others.
 */
export function progressOf(state: GateState): Progress {
  const answer = 'answer' in state ? state.answer : undefined;
  const asked = [...new Set([answer?.steps].flat())].flatMap(toStep);
  const steps: Step[] = asked.length ? asked : ['id', 'selfie'];
  const [step = steps[0] as Step] = [...toStep('step' in state && state.step), ...toStep(answer?.step)];
  if (!steps.includes(step)) steps.unshift(step);
  return { steps, step, done: steps.indexOf(step) };
}

const toStep = (name: unknown): Step[] => known.filter((step) => step === name);
