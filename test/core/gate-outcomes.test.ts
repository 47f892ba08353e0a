import { describe, expect, it } from 'vitest';
import { actions, toAction } from '../../src/core/gate/actions.js';
import { outcomes } from '../../src/core/gate/dialog/gate-outcomes.js';
import type { GateState } from '../../src/core/gate/gate.js';

const answer = { verified: false, required: true, status: 'none' };
const idle: GateState = { status: 'idle' };
const required: GateState = { status: 'required', answer };
const prompting: GateState = { status: 'prompting', answer };
const starting: GateState = { status: 'starting', answer, renewing: false, handoff: false };
const confirming: GateState = { status: 'confirming', answer, slow: false };
const verified: GateState = { status: 'verified', answer: { ...answer, verified: true }, prompted: true };
const blocked: GateState = { status: 'blocked', code: 'offline', answer };
const flow = (
  step: 'loading' | 'ready' | 'phone' | 'id' | 'selfie',
  camera: 'unknown' | 'failed' = 'unknown',
): Extract<GateState, { status: 'verifying' }> => ({
  status: 'verifying',
  answer,
  renewing: false,
  inquiry: {},
  step,
  leaving: false,
  camera,
});

const handoff = (step?: string): GateState => ({
  status: 'handoff',
  answer: { ...answer, step },
  link: 'https://persona.example/verify',
});

describe('outcomes', () => {
  it.each<[string, GateState, GateState, unknown[]]>([
    ['nothing when the dialog opens', required, prompting, []],
    ['nothing while Persona’s page loads', starting, flow('loading'), []],
    ['the step that the flow has reached', flow('loading'), flow('id'), [{ type: 'step', step: 'id' }]],
    ['the step that it begins with', starting, flow('selfie'), [{ type: 'step', step: 'selfie' }]],
    ['the first step, by the page that is ready', flow('loading'), flow('ready'), [{ type: 'step', step: 'id' }]],
    ['not again what ready meant', flow('ready'), flow('id'), []],
    ['the phone', flow('ready'), flow('phone'), [{ type: 'step', step: 'phone' }]],
    ['no step of another device that is not known', starting, handoff(), []],
    ['the step on another device', handoff('id'), handoff('selfie'), [{ type: 'step', step: 'selfie' }]],
    ['no step twice for going on elsewhere', flow('id'), handoff('id'), []],
    ['no step twice', flow('id'), { ...flow('id'), leaving: true }, []],
    ['the next step', flow('id'), flow('selfie'), [{ type: 'step', step: 'selfie' }]],
    ['the camera that failed', flow('id'), flow('id', 'failed'), [{ type: 'failed', code: 'no_camera' }]],
    ['a camera’s failure once', flow('id', 'failed'), { ...flow('id', 'failed'), leaving: true }, []],
    ['that the result is awaited', flow('selfie'), confirming, [{ type: 'step', step: 'result' }]],
    ['that once', confirming, { ...confirming, slow: true }, []],
    ['a verification', confirming, verified, [{ type: 'verified' }]],
    ['a verification once', verified, { ...verified, prompted: false }, []],
    ['a review', confirming, { status: 'review', answer }, [{ type: 'review' }]],
    ['a refusal', confirming, { status: 'declined', answer }, [{ type: 'declined' }]],
    ['what is in the way', starting, blocked, [{ type: 'failed', code: 'offline' }]],
    ['what is in the way once', blocked, { ...blocked, answer: undefined }, []],
    ['that the person has left', prompting, required, [{ type: 'dismissed' }]],
    ['that the person has left the review', { status: 'review', answer }, required, [{ type: 'dismissed' }]],
    ['no leaving for who may pass', prompting, { status: 'exempt' }, []],
    ['no leaving of what was never open', { status: 'checking', wait: 'quiet' }, idle, []],
  ])('tell %s', (_, previous, state, told) => {
    expect(outcomes(state, previous)).toEqual(told);
  });

  it('name the app around the browser as the reason, where there is one', () => {
    expect(outcomes(flow('id', 'failed'), flow('id'), true)).toEqual([{ type: 'failed', code: 'in_app_browser' }]);
  });

  it('come in their order when several are due', () => {
    expect(outcomes(flow('id', 'failed'), starting)).toEqual([
      { type: 'step', step: 'id' },
      { type: 'failed', code: 'no_camera' },
    ]);
  });
});

describe('toAction', () => {
  it.each(actions)('knows %s', (action) => {
    expect(toAction(action)).toBe(action);
  });

  it.each(['', 'number-sale', undefined, null, 'constructor'])('takes %s for a purchase', (name) => {
    expect(toAction(name)).toBe('number-purchase');
  });

  it('has the six actions of one verification', () => {
    expect(actions).toEqual([
      'number-purchase',
      'number-pool-purchase',
      'a2p-brand-registration',
      'toll-free-verification',
      'cnam',
      'shaken-stir',
    ]);
  });
});
