import { after } from '../deadline.js';

/** What the work comes to, or undefined when that takes longer than so many milliseconds. It must not reject. */
export const within = <T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> =>
  new Promise((resolve) => {
    const waiting = new AbortController();
    after(milliseconds, waiting.signal, () => resolve(undefined));
    void work.then((result) => {
      waiting.abort();
      resolve(result);
    });
  });
