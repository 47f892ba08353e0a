import type { Reporter, TestModule } from 'vitest/node';

/** Prints `N passed, N failed` as the run's last line, counted from the tests that really ran. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) count[test.result().state] += 1;
      // A file that breaks before its tests exist has none to count, yet it failed.
      if (module.state() === 'failed' && tests.every((test) => test.result().state !== 'failed')) count.failed += 1;
    }
    const skipped = count.skipped + count.pending;
    // After the other reporters' summaries, which are printed in this same turn.
    process.on('exit', () =>
      console.log(`${count.passed} passed, ${count.failed} failed${skipped ? `, ${skipped} skipped` : ''}`),
    );
  }
}
