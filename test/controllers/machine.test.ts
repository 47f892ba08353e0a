import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { after } from '../../src/controllers/deadline.js';
import { type Effects, Machine, rest } from '../../src/controllers/machine.js';

type State = { status: 'off'; presses: number } | { status: 'on' } | { status: 'broken' };
type Event = 'press' | 'switch' | 'break';

const off: State = { status: 'off', presses: 0 };

function lamp(state: State, event: Event): State {
  if (event === 'break') return state.status === 'broken' ? state : { status: 'broken' };
  if (event === 'switch') return state.status === 'off' ? { status: 'on' } : off;
  return state.status === 'off' ? { ...state, presses: state.presses + 1 } : state;
}

/** A machine with a list of what it did. */
function made(
  effects: Partial<Effects<State, Event>> = {},
  told?: (state: State, machine: Machine<State, Event>) => void,
) {
  const log: string[] = [];
  const machine: Machine<State, Event> = new Machine<State, Event>(
    off,
    lamp,
    { off: () => log.push('entered off'), on: () => log.push('entered on'), broken: rest, ...effects },
    (state, previous) => {
      log.push(`${previous.status} to ${state.status}`);
      told?.(state, machine);
    },
  );
  return { machine, log };
}

describe('Machine', () => {
  it('tells of a change before it runs the effect of the new status', () => {
    const { machine, log } = made();
    machine.send('switch');
    expect(log).toEqual(['off to on', 'entered on']);
    expect(machine.state).toEqual({ status: 'on' });
  });

  it('runs no effect at first, and none when only the data changes', () => {
    const { machine, log } = made();
    machine.send('press');
    expect(log).toEqual(['off to off']);
    expect(machine.state).toEqual({ status: 'off', presses: 1 });
  });

  it('tells nothing of an event that means nothing', () => {
    const { machine, log } = made();
    machine.send('switch');
    machine.send('press');
    expect(log).toEqual(['off to on', 'entered on']);
  });

  it('gives the effect its state, and aborts its signal when the status is left', () => {
    const signals: AbortSignal[] = [];
    const states: State[] = [];
    const { machine } = made({
      on: (state, signal) => {
        states.push(state);
        signals.push(signal);
      },
    });
    machine.send('switch');
    expect(states).toEqual([{ status: 'on' }]);
    expect(machine.signal).toBe(signals[0]);
    expect(signals[0]!.aborted).toBe(false);
    machine.send('switch');
    expect(signals[0]!.aborted).toBe(true);
  });

  it('keeps the signal while only the data changes', () => {
    const signals: AbortSignal[] = [];
    const { machine } = made({ off: (_, signal) => signals.push(signal) });
    machine.enter();
    machine.send('press');
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  it('takes what an effect sends while its status lasts, and drops what it sends later', () => {
    let send: ((event: Event) => void) | undefined;
    const { machine } = made({
      on: (_state, _signal, send_) => {
        send = send_;
      },
    });
    machine.send('switch');
    send!('break');
    expect(machine.state.status).toBe('broken');
    send!('switch');
    expect(machine.state.status).toBe('broken');
  });

  it('runs no effect for a status that a listener has left already', () => {
    const { machine, log } = made({}, (state, itself) => {
      if (state.status === 'on') itself.send('break');
    });
    machine.send('switch');
    expect(log).toEqual(['off to on', 'on to broken']);
  });

  it('runs the effect anew, with another signal, when it is entered again', () => {
    const signals: AbortSignal[] = [];
    const { machine } = made({ off: (_, signal) => signals.push(signal) });
    machine.enter();
    machine.enter();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('does not compile without an effect for each status', () => {
    // @ts-expect-error: a lamp that is broken is forgotten.
    const effects: Effects<State, Event> = { off: rest, on: rest };
    expect(Object.keys(effects)).not.toContain('broken');
  });

  it('stops the effect without leaving the status', () => {
    const signals: AbortSignal[] = [];
    const { machine, log } = made({ on: (_, signal) => signals.push(signal) });
    machine.send('switch');
    machine.leave();
    expect(signals[0]!.aborted).toBe(true);
    expect(machine.state.status).toBe('on');
    expect(log).toEqual(['off to on']);
  });
});

describe('after', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('calls back once, when the time is over', () => {
    const called = vi.fn();
    after(100, new AbortController().signal, called);
    vi.advanceTimersByTime(99);
    expect(called).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(called).toHaveBeenCalledTimes(1);
  });

  it('calls nobody back once the signal has aborted, and keeps no timer', () => {
    const called = vi.fn();
    const ended = new AbortController();
    after(100, ended.signal, called);
    ended.abort();
    expect(vi.getTimerCount()).toBe(0);
    after(100, ended.signal, called);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(called).not.toHaveBeenCalled();
  });
});
