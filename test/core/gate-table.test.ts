import { describe, expect, it } from 'vitest';
import { type GateState, gate, isOpen, mayPass } from '../../src/core/gate/gate.js';
import { events, states } from '../gate-table.js';

describe('docs/gate-states.md', () => {
  it('covers every state', () => {
    const covered = new Set(states.map(([, { status }]) => status));
    const reached = new Set(states.flatMap(([, state]) => events.map(([, event]) => gate(state, event).status)));
    expect([...reached].filter((status) => !covered.has(status))).toEqual([]);
  });
});

describe('every state of the gate', () => {
  it.each(states.filter(([, state]) => !mayPass(state)))(
    'has a way on by what the person or the server does: %s',
    (_, state) => {
      const ways = events.filter(([, event]) =>
        ['begin', 'close', 'leave', 'demand', 'answered', 'started', 'unanswered', 'stopped', 'check'].includes(
          event.type,
        ),
      );
      expect(ways.some(([, event]) => gate(state, event).status !== state.status)).toBe(true);
    },
  );

  it.each(states)('reaches verified by the server’s word and by nothing else: %s', (_, state: GateState) => {
    const verifying = events
      .filter(([, event]) => gate(state, event).status === 'verified' && state.status !== 'verified')
      .map(([name]) => name);
    expect(verifying).toEqual(state.status === 'verified' ? [] : ['the server: verified']);
  });

  it.each(states.filter(([, state]) => isOpen(state)))('can be closed by the person: %s', (_, state) => {
    expect(isOpen(gate(state, { type: 'close' }))).toBe(false);
  });
});
