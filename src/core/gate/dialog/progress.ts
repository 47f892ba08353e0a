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

/**
 * How many steps are behind somebody whom Persona's page lets go: all with the last one, which it leaves in no other
 * way but done; else those before the one it failed at. All, too, for who was not in it here.
 */
export function stepsMet(state: GateState): number {
  const { steps, done } = progressOf(state);
  return state.status !== 'verifying' || done === steps.length - 1 ? Infinity : done;
}

const toStep = (name: unknown): Step[] => known.filter((step) => step === name);
