import { defineConfig } from 'vitest/config';

/** What the mutants are tried on: the tests of the pure core and of what runs its machines, all of them in Node. */
export default defineConfig({
  define: { 'process.env.NODE_ENV': '"test"' },
  test: {
    environment: 'node',
    include: ['test/{core,controllers}/**/*.test.ts', 'test/attacks/{pauses,persona-host}.test.ts'],
    testTimeout: 60_000,
    // The random walk finds in a few thousand sequences what a mutant breaks.
    env: { SEQUENCES: '3000' },
  },
});
