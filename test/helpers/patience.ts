import { vi } from 'vitest';

// What is waited for comes at once on a quiet machine; on a busy one it has to wait for its turn. Vitest's own second
// is for all calls that name no time, and no setting changes it.
const { waitFor } = vi;
vi.waitFor = (callback, options) =>
  waitFor(callback, { timeout: 20_000, ...(typeof options === 'number' ? { timeout: options } : options) });
