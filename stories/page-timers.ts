import { spyOn } from 'storybook/test';

/**
 * Changes single waits of the page, in milliseconds: `{ 20_000: 0 }` shows at once what else comes after 20 s, and
 * `Infinity` never lets it come, so that a screen with a deadline can be looked at. For `beforeEach`; undone after the
 * story.
 */
export const changeTimers = (waits: Record<number, number>) => () => {
  const original = window.setTimeout;
  const changed = (handler: TimerHandler, wait = 0, ...rest: unknown[]) => {
    const instead = waits[wait] ?? wait;
    return Number.isFinite(instead) ? original(handler, instead, ...rest) : 0;
  };
  const spy = spyOn(window, 'setTimeout').mockImplementation(changed as typeof setTimeout);
  return () => spy.mockRestore();
};
