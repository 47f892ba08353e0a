import { fixtureCleanup } from '@open-wc/testing-helpers/pure';
import { chaiA11yAxe } from 'chai-a11y-axe';
import { afterEach, chai } from 'vitest';
import '../../src/define.js';

chai.use(chaiA11yAxe as never);

declare module 'vitest' {
  interface Assertion {
    to: { be: { accessible(options?: { ignoredRules?: string[] }): Promise<void> } };
  }
}

afterEach(() => fixtureCleanup());
