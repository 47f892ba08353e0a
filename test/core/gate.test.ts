import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type GateEvent,
  type GateState,
  gate,
  initialGate,
  isOpen,
  leavingCode,
  mayPass,
} from '../../src/core/gate/gate.js';
import type { StatusAnswer } from '../../src/core/gate/status-contract.js';

const answer = (status = 'none', more: Partial<StatusAnswer> = {}): StatusAnswer => ({
  verified: false,
  required: true,
  status,
  ...more,
});
const verified = answer('approved', { verified: true });
const inquiry = { inquiryId: 'inq_1' };

const states = {
  idle: initialGate,
  checking: { status: 'checking', wait: 'none' },
  waiting: { status: 'checking', wait: 'quiet' },
  exempt: { status: 'exempt' },
  required: { status: 'required', answer: answer() },
  prompting: { status: 'prompting', answer: answer() },
  starting: { status: 'starting', answer: answer(), renewing: false, handoff: false },
  verifying: {
    status: 'verifying',
    answer: answer(),
    renewing: false,
    inquiry,
    step: 'id',
    leaving: false,
    camera: 'unknown',
  },
  handoff: { status: 'handoff', answer: answer(), link: 'https://persona.example/verify?code=1' },
  confirming: { status: 'confirming', answer: answer('completed'), slow: false },
  review: { status: 'review', answer: answer('needs_review') },
  declined: { status: 'declined', answer: answer('declined') },
  retryable: { status: 'retryable', answer: answer('failed', { attemptsLeft: 1 }) },
  blocked: { status: 'blocked', code: 'unreachable', answer: answer() },
  unread: { status: 'blocked', code: 'unreachable' },
} satisfies Record<string, GateState>;

/** Of events, unless somebody who tries one mutant after the other wants fewer. */
const sequences = Number(process.env.SEQUENCES ?? 100_000);

type Name = keyof typeof states;
const answered = (status: string, more?: Partial<StatusAnswer>): GateEvent => ({
  type: 'answered',
  answer: answer(status, more),
});

describe('gate', () => {
  it.each<[Name, GateEvent, GateState['status']]>([
    ['idle', { type: 'check' }, 'checking'],
    ['idle', { type: 'demand' }, 'checking'],
    ['idle', { type: 'exempted' }, 'exempt'],
    ['checking', answered('none'), 'required'],
    ['checking', { type: 'unanswered', code: 'offline' }, 'idle'],
    ['waiting', answered('none'), 'prompting'],
    ['waiting', answered('pending'), 'prompting'],
    ['waiting', answered('expired'), 'prompting'],
    ['waiting', answered('a_word_of_next_year'), 'prompting'],
    ['waiting', answered('completed'), 'confirming'],
    ['waiting', answered('approved'), 'confirming'],
    ['waiting', answered('needs_review'), 'review'],
    ['waiting', answered('declined'), 'declined'],
    ['waiting', answered('failed'), 'retryable'],
    ['waiting', answered('failed', { attemptsLeft: 2 }), 'retryable'],
    ['waiting', answered('failed', { attemptsLeft: 0 }), 'declined'],
    ['waiting', answered('none', { required: false }), 'exempt'],
    ['waiting', { type: 'unanswered', code: 'offline' }, 'blocked'],
    ['waiting', { type: 'close' }, 'idle'],
    ['checking', { type: 'close' }, 'checking'],
    ['required', { type: 'demand' }, 'prompting'],
    ['prompting', { type: 'begin' }, 'starting'],
    ['prompting', { type: 'close' }, 'required'],
    ['starting', { type: 'started', inquiry }, 'verifying'],
    ['starting', { type: 'stopped', code: 'unreachable' }, 'blocked'],
    ['starting', { type: 'stopped', code: 'already_decided' }, 'confirming'],
    ['starting', answered('failed', { attemptsLeft: 1 }), 'starting'],
    ['starting', { type: 'close' }, 'required'],
    ['verifying', { type: 'leave' }, 'verifying'],
    ['verifying', { type: 'close' }, 'required'],
    ['verifying', { type: 'begin', handoff: true }, 'starting'],
    ['handoff', { type: 'begin' }, 'starting'],
    ['handoff', { type: 'leave' }, 'required'],
    ['handoff', answered('pending'), 'handoff'],
    ['handoff', answered('completed'), 'confirming'],
    ['blocked', { type: 'begin', handoff: true }, 'starting'],
    ['verifying', { type: 'done' }, 'confirming'],
    ['verifying', answered('completed'), 'confirming'],
    ['verifying', answered('pending'), 'verifying'],
    ['verifying', answered('needs_review'), 'review'],
    ['verifying', answered('needs_review', { inquiryId: 'inq_old' }), 'verifying'],
    ['verifying', answered('failed', { attemptsLeft: 1, inquiryId: 'inq_old' }), 'verifying'],
    ['verifying', answered('failed', { attemptsLeft: 1 }), 'verifying'],
    ['verifying', { type: 'stopped', code: 'session_lost' }, 'starting'],
    ['verifying', { type: 'stopped', code: 'vendor_error' }, 'blocked'],
    ['confirming', answered('pending'), 'confirming'],
    ['confirming', answered('needs_review'), 'review'],
    ['confirming', answered('failed', { attemptsLeft: 1 }), 'retryable'],
    ['confirming', { type: 'unanswered', code: 'offline' }, 'confirming'],
    ['review', answered('declined'), 'declined'],
    ['review', answered('pending'), 'prompting'],
    ['retryable', { type: 'begin' }, 'starting'],
    ['declined', answered('needs_review'), 'review'],
    ['blocked', { type: 'begin' }, 'starting'],
    ['unread', { type: 'begin' }, 'checking'],
    ['unread', { type: 'close' }, 'idle'],
  ])('goes from %s on %j to %s', (name, event, status) => {
    expect(gate(states[name], event).status).toBe(status);
  });

  it.each(Object.entries(states))('takes the server’s word for verified in %s', (_, state) => {
    expect(gate(state, { type: 'answered', answer: verified })).toMatchObject({
      status: 'verified',
      prompted: isOpen(state),
    });
  });

  it('goes on on the phone when the host gives a link, and here when it does not', () => {
    const starting = gate(states.prompting, { type: 'begin', handoff: true });
    expect(
      gate(starting, { type: 'started', inquiry: { ...inquiry, oneTimeLink: 'https://persona.example/verify' } }),
    ).toMatchObject({ status: 'handoff', link: 'https://persona.example/verify' });
    expect(gate(starting, { type: 'started', inquiry })).toMatchObject({ status: 'verifying' });
  });

  it('goes on on the phone at once with the link that the flow was opened with', () => {
    const link = 'https://persona.example/verify';
    const flow: GateState = { ...states.verifying, inquiry: { ...inquiry, oneTimeLink: link } };
    expect(gate(flow, { type: 'begin', handoff: true })).toEqual({ status: 'handoff', answer: answer(), link });
    expect(gate(flow, { type: 'begin' })).toBe(flow);
  });

  it('keeps the link of a flow that has stopped, as another way on', () => {
    const flow = { ...states.verifying, inquiry: { ...inquiry, oneTimeLink: 'https://persona.example/verify' } };
    const stop: GateEvent = { type: 'stopped', code: 'vendor_error' };
    expect(gate(flow, stop)).toMatchObject({ status: 'blocked', link: 'https://persona.example/verify' });
    expect(gate(states.starting, stop)).toMatchObject({ status: 'blocked', link: undefined });
  });

  it('says at first that it is confirming what was decided already, and not that it takes long', () => {
    expect(gate(states.starting, { type: 'stopped', code: 'already_decided' })).toMatchObject({ slow: false });
  });

  it('does not take a failure of an inquiry that is not named for one of this inquiry, however often it is said', () => {
    const failed = answered('failed', { attemptsLeft: 1 });
    expect(gate(gate(states.verifying, failed), failed)).toBe(states.verifying);
  });

  it('leaves Persona’s page open at the first failure of an inquiry of which it knew something else', () => {
    const flow: GateState = { ...states.verifying, answer: answer('pending', { inquiryId: 'inq_1' }) };
    expect(gate(flow, answered('failed', { attemptsLeft: 1, inquiryId: 'inq_1' })).status).toBe('verifying');
  });

  it('asks back before it throws someone out of the flow, and keeps the flow meanwhile', () => {
    const asking = gate(states.verifying, { type: 'leave' });
    expect(asking).toEqual({ ...states.verifying, leaving: true });
    expect(gate(asking, { type: 'stay' })).toEqual(states.verifying);
    expect(gate(asking, { type: 'leave' })).toEqual(asking);
    expect(gate(asking, { type: 'close' }).status).toBe('required');
  });

  it.each([
    [1, 'retryable'],
    [0, 'declined'],
  ])(
    'leaves Persona’s page to say why it failed, until the server says so twice or the person is done: %s left',
    (attemptsLeft, status) => {
      const failed = answered('failed', { attemptsLeft, inquiryId: 'inq_1' });
      const once = gate(states.verifying, failed);
      expect(once.status).toBe('verifying');
      expect(gate(once, failed).status).toBe(status);
      expect(gate(gate(once, { type: 'done' }), failed).status).toBe(status);
      expect(gate(gate(once, { type: 'close' }), { type: 'demand' }).status).toBe(status);
    },
  );

  it('does so for a second attempt too', () => {
    const failed = (inquiryId: string) => answered('failed', { attemptsLeft: 1, inquiryId });
    const again = gate(gate(states.retryable, { type: 'begin' }), { type: 'started', inquiry: { inquiryId: 'inq_2' } });
    expect(gate(again, failed('inq_2')).status).toBe('verifying');
    expect(gate(gate(again, failed('inq_2')), failed('inq_2')).status).toBe('retryable');
  });

  it('keeps the flow open when the camera fails there', () => {
    const without = gate(states.verifying, { type: 'camera-failed' });
    expect(without).toEqual({ ...states.verifying, camera: 'failed' });
    expect(gate(without, { type: 'camera-failed' })).toBe(without);
    expect(gate(states.starting, { type: 'started', inquiry })).toMatchObject({ camera: 'unknown' });
  });

  it('renews a lost session once, then says so', () => {
    const again = gate(gate(states.verifying, { type: 'stopped', code: 'session_lost' }), { type: 'started', inquiry });
    expect(gate(again, { type: 'stopped', code: 'session_lost' })).toMatchObject({
      status: 'blocked',
      code: 'session_lost',
    });
  });

  it('renews a session that is lost again after the person has got on', () => {
    const on = gate(
      gate(gate(states.verifying, { type: 'stopped', code: 'session_lost' }), { type: 'started', inquiry }),
      { type: 'stepped', step: 'selfie' },
    );
    expect(gate(on, { type: 'stopped', code: 'session_lost' }).status).toBe('starting');
  });

  it('takes Persona’s page for ready once, and its steps as they come', () => {
    const loading: GateState = { ...states.verifying, step: 'loading' };
    const ready = gate(loading, { type: 'stepped', step: 'ready' });
    expect(ready).toMatchObject({ status: 'verifying', step: 'ready' });
    const phone = gate(ready, { type: 'stepped', step: 'phone' });
    expect(phone).toMatchObject({ step: 'phone' });
    expect(gate(phone, { type: 'stepped', step: 'ready' })).toBe(phone);
  });

  it('follows the server in the flow only while the person is on another device', () => {
    const here = answered('pending', { step: 'selfie', device: 'here' });
    expect(gate(states.verifying, here)).toBe(states.verifying);
    const other = answered('pending', { step: 'selfie', device: 'other' });
    const followed = gate(states.verifying, other);
    expect(followed).toMatchObject({ status: 'verifying', step: 'ready', answer: { step: 'selfie' } });
    expect(gate(followed, other)).toBe(followed);
    expect(gate({ ...states.verifying, step: 'loading' }, other)).toMatchObject({ step: 'loading' });
  });

  it('keeps what the inquiry’s answer has said of the steps, until the status says it too', () => {
    const started = gate(states.starting, {
      type: 'started',
      inquiry: { ...inquiry, steps: ['phone', 'id'], step: 'id' },
    });
    expect(started).toMatchObject({ answer: { steps: ['phone', 'id'], step: 'id' } });
    const closed = gate(gate(started, { type: 'close' }), answered('pending'));
    expect(closed).toMatchObject({ answer: { steps: ['phone', 'id'] } });
    expect(gate(closed, answered('pending', { steps: ['id'] }))).toMatchObject({ answer: { steps: ['id'] } });
  });

  it('returns the same object for an event that means nothing', () => {
    for (const state of Object.values(states)) expect(gate(state, { type: 'stepped', step: 'id' })).toBe(state);
  });

  it('asks again, for nobody in particular, when the server refuses a verified page', () => {
    expect(gate({ status: 'verified', answer: verified, prompted: false }, { type: 'refused' })).toEqual({
      status: 'checking',
      wait: 'none',
    });
  });

  it.each<[GateState, string]>([
    [states.prompting, 'dismissed'],
    [states.review, 'in_review'],
    [states.confirming, 'in_review'],
    [states.declined, 'declined'],
    [states.blocked, 'unreachable'],
  ])('rejects those who wait in %j with %s', (state, code) => {
    expect(leavingCode(state)).toBe(code);
  });

  const event: fc.Arbitrary<GateEvent> = fc.oneof(
    fc.constantFrom<GateEvent>(
      { type: 'reset' },
      { type: 'exempted' },
      { type: 'check' },
      { type: 'demand' },
      { type: 'refused' },
      { type: 'show' },
      { type: 'waited' },
      { type: 'begin' },
      { type: 'done' },
      { type: 'close' },
      { type: 'leave' },
      { type: 'stay' },
      { type: 'camera-failed' },
      { type: 'begin', handoff: true },
    ),
    fc.constantFrom<GateEvent>(
      { type: 'started', inquiry },
      { type: 'started', inquiry: { ...inquiry, oneTimeLink: 'https://persona.example' } },
      { type: 'stepped', step: 'id' },
      { type: 'stepped', step: 'selfie' },
    ),
    fc
      .constantFrom('offline', 'session_lost', 'vendor_error', 'already_decided')
      .map((code): GateEvent => ({ type: 'stopped', code: code as 'offline' })),
    fc.constant<GateEvent>({ type: 'unanswered', code: 'unreachable' }),
    fc
      .record({
        required: fc.boolean(),
        status: fc.constantFrom(
          'none',
          'created',
          'pending',
          'completed',
          'approved',
          'needs_review',
          'declined',
          'failed',
          'expired',
          '??',
        ),
        attemptsLeft: fc.constantFrom(null, 0, 2),
      })
      .map((more): GateEvent => ({ type: 'answered', answer: answer(more.status, more) })),
  );

  it('never verifies anybody without the server’s word, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const state = events.reduce(gate, initialGate);
        expect(state.status).not.toBe('verified');
        expect(gate(state, { type: 'answered', answer: verified }).status).toBe('verified');
      }),
      { numRuns: sequences },
    );
  });

  it('leaves every state that shows the dialog by closing it', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const closed = gate(events.reduce(gate, initialGate), { type: 'close' });
        expect(isOpen(closed)).toBe(false);
        expect(mayPass(closed) || gate(closed, { type: 'demand' }) !== closed || closed.status === 'checking').toBe(
          true,
        );
      }),
      { numRuns: Math.min(sequences, 5_000) },
    );
  });
});
