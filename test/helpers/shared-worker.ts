import { afterAll, vi } from 'vitest';
// As an import it happens once in a worker; this file runs once for each test file in it.
import './patience.js';

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
