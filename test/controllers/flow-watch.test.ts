import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FlowTrouble, FlowWatch, type LinePort } from '../../src/controllers/dialog/flow-watch.js';

/** A line whose network and page the test holds. */
class Line implements LinePort {
  isOnline = true;
  isHidden = false;
  readonly #heard = new Set<() => void>();

  onChange(signal: AbortSignal, changed: () => void): void {
    this.#heard.add(changed);
    signal.addEventListener('abort', () => this.#heard.delete(changed));
  }

  set(change: Partial<Pick<Line, 'isOnline' | 'isHidden'>>): void {
    Object.assign(this, change);
    for (const heard of [...this.#heard]) heard();
  }
}

function setUp(line = new Line()) {
  const told: (FlowTrouble | undefined)[] = [];
  const left = new AbortController();
  const watch = new FlowWatch(line, left.signal, (trouble) => told.push(trouble));
  return { line, told, left, watch };
}

const seconds = (count: number) => vi.advanceTimersByTime(count * 1_000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('FlowWatch', () => {
  it('waits two minutes after each word of Persona’s page', () => {
    const { told, watch } = setUp();
    watch.heard();
    seconds(119);
    watch.heard();
    seconds(119);
    expect(told).toEqual([]);
    seconds(1);
    expect(told).toEqual(['silent']);
  });

  it('takes it back with the next word', () => {
    const { told, watch } = setUp();
    watch.heard();
    seconds(120);
    watch.heard();
    expect(told).toEqual(['silent', undefined]);
    seconds(600);
    expect(told).toEqual(['silent', undefined, 'silent']);
  });

  it('leaves a page that has never spoken to the deadlines of its loading', () => {
    const { told } = setUp();
    seconds(600);
    expect(told).toEqual([]);
  });

  it('counts no time in which nobody could see the page', () => {
    const { line, told, watch } = setUp();
    watch.heard();
    line.set({ isHidden: true });
    seconds(600);
    expect(told).toEqual([]);
    line.set({ isHidden: false });
    seconds(119);
    expect(told).toEqual([]);
    seconds(1);
    expect(told).toEqual(['silent']);
  });

  it('says that the network is gone, and that it is back', () => {
    const { line, told, watch } = setUp();
    watch.heard();
    line.set({ isOnline: false });
    line.set({ isOnline: false });
    seconds(600);
    line.set({ isOnline: true });
    expect(told).toEqual(['offline', undefined]);
  });

  it('waits a short while only for a page whose network was gone', () => {
    const { line, told, watch } = setUp();
    watch.heard();
    line.set({ isOnline: false });
    line.set({ isOnline: true });
    seconds(19);
    expect(told.at(-1)).toBeUndefined();
    seconds(1);
    expect(told.at(-1)).toBe('silent');
  });

  it('knows a network that was gone before it began', () => {
    const line = new Line();
    line.isOnline = false;
    expect(setUp(line).told).toEqual(['offline']);
  });

  it('is over with the flow, and leaves no trouble behind', () => {
    const { line, told, left, watch } = setUp();
    watch.heard();
    line.set({ isOnline: false });
    left.abort();
    line.set({ isOnline: true });
    watch.heard();
    seconds(600);
    expect(told).toEqual(['offline', undefined]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
