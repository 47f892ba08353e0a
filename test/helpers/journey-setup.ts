import { afterEach, beforeEach, expect, onTestFailed } from 'vitest';
// As an import it happens once in a worker; this file runs once for each journey in it.
import { everything, missed } from './journey-ears.js';

beforeEach(() => {
  everything.length = 0;
  missed.length = 0;
  onTestFailed(() => console.log(`What was heard:\n${everything.join('\n')}`));
});

afterEach(() => {
  expect(missed, 'screens of the gate or the shop that arrived unheard').toEqual([]);
});
