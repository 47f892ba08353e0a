import type { LogLine } from '../records/log-line.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';

/** What every desk works with. */
export interface DeskParts {
  store: Store;
  clock: Clock;
  /** Is told everything that happens. */
  log: (line: LogLine) => void;
}
