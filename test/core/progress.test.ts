import { describe, expect, it } from 'vitest';
import { progressOf, stepsMet } from '../../src/core/gate/dialog/progress.js';
import { isReachable } from '../../src/core/gate/dialog/reach.js';
import { type GateState, isAwaited } from '../../src/core/gate/gate.js';
import { fitStatus, type StatusAnswer } from '../../src/core/gate/status-contract.js';

const answered = (more: Partial<StatusAnswer> = {}): StatusAnswer => ({
  verified: false,
  required: true,
  status: 'pending',
  ...more,
});
const prompting = (more: Partial<StatusAnswer>): GateState => ({ status: 'prompting', answer: answered(more) });
const kyc = ['phone', 'id', 'selfie'];

function verifying(step: 'loading' | 'ready' | 'phone' | 'id' | 'selfie', more: Partial<StatusAnswer> = {}): GateState {
  return {
    status: 'verifying',
    answer: answered(more),
    renewing: false,
    inquiry: {},
    step,
    leaving: false,
    camera: 'unknown',
  };
}

describe('progressOf', () => {
  it.each<[string, GateState, string[], string]>([
    ['an ID and a selfie, when nothing else is said', prompting({}), ['id', 'selfie'], 'id'],
    ['those without an answer', { status: 'checking', wait: 'shown' }, ['id', 'selfie'], 'id'],
    ['what the server names, in its order', prompting({ steps: ['selfie', 'id'] }), ['selfie', 'id'], 'selfie'],
    ['nothing twice, and nothing unknown', prompting({ steps: ['id', 'tax', 4, 'id'] }), ['id'], 'id'],
    ['the usual for what is no list', prompting({ steps: { id: true } }), ['id', 'selfie'], 'id'],
    ['the usual for an empty list', prompting({ steps: [] }), ['id', 'selfie'], 'id'],
    ['where the server says the person is', prompting({ steps: kyc, step: 'selfie' }), kyc, 'selfie'],
    ['the first for an unknown step', prompting({ steps: kyc, step: 'tax' }), kyc, 'phone'],
    ['what Persona’s page says before the server', verifying('selfie', { steps: kyc, step: 'id' }), kyc, 'selfie'],
    ['the server’s word for a page that is only ready', verifying('ready', { steps: kyc, step: 'id' }), kyc, 'id'],
    ['the server’s word while the page loads', verifying('loading', { steps: kyc, step: 'id' }), kyc, 'id'],
    ['before the others what was not named and is met', verifying('phone'), ['phone', 'id', 'selfie'], 'phone'],
  ])('knows %s', (_, state, steps, step) => {
    expect(progressOf(state)).toEqual({ steps, step, done: steps.indexOf(step) });
  });
});

describe('stepsMet', () => {
  it.each<[string, GateState, number]>([
    ['none for who failed at the first step', verifying('phone', { steps: kyc }), 0],
    ['those before the step that failed', verifying('id', { steps: kyc }), 1],
    ['all for who was at the last', verifying('selfie', { steps: kyc }), Infinity],
    ['all for who was on another device', { status: 'handoff', answer: answered({ steps: kyc }), link: '' }, Infinity],
  ])('is %s', (_, state, met) => expect(stepsMet(state)).toBe(met));
});

describe('isAwaited', () => {
  it.each<[boolean, GateState]>([
    [true, prompting({ device: 'other' })],
    [true, { status: 'required', answer: answered({ device: 'other' }) }],
    [false, prompting({ device: 'here' })],
    [false, { status: 'required', answer: answered() }],
    [false, { status: 'verified', answer: answered({ verified: true, device: 'other' }), prompted: false }],
  ])('is %s for %j', (awaited, state) => {
    expect(isAwaited(state)).toBe(awaited);
  });
});

describe('fitStatus', () => {
  it.each([null, 'id', 4, { id: 1 }, ['id', null]])('is not held up by the steps %j', (steps) => {
    expect(fitStatus({ verified: true, steps })).toMatchObject({ verified: true, steps });
  });

  it('drops no step and no device', () => {
    expect(fitStatus({ verified: false, steps: kyc, step: 'id', device: 'other' })).toMatchObject({
      steps: kyc,
      step: 'id',
      device: 'other',
    });
  });
});

describe('isReachable', () => {
  it.each([
    'http://localhost:4001/verify?code=1',
    'http://persona.localhost/verify',
    'http://127.0.0.1:4001/verify',
    'http://127.1.2.3/verify',
    'http://0.0.0.0:4001/verify',
    'http://[::1]:4001/verify',
    'http://[::]/verify',
    'http://workstation:4001/verify',
    'file:///verify.html',
  ])('is false for %s', (link) => expect(isReachable(link)).toBe(false));

  it.each([
    'https://withpersona.com/verify?code=localhost',
    'http://192.168.1.12:4001/verify',
    'http://workstation.local:4001/verify',
    'http://[fe80::1]:4001/verify',
    'https://localhost.example.com/verify',
    'https://127.example.com/verify',
  ])('is true for %s', (link) => expect(isReachable(link)).toBe(true));
});
