import { describe, expect, it } from 'vitest';
import { isRegulated } from '../../src/core/regulated.js';

describe('isRegulated', () => {
  it.each([
    [{ country: 'US' }, true],
    [{ country: 'ca' }, true],
    [{ country: 'PR' }, true],
    [{ country: 'GB' }, false],
    [{ country: 'JM' }, false],
    [{ country: 'US', number: '+18765550101' }, true],
    [{ number: '+14155550101' }, true],
    [{ number: '+1 (787) 555-0101' }, true],
    [{ number: '+18005550101' }, true],
    [{ number: '+18765550101' }, false],
    [{ number: '+18095550101' }, false],
    [{ number: '+442079460001' }, false],
    [{ number: '415-555-0101' }, true],
    [{ number: 'nonsense' }, true],
    [{ country: 'Jamaica', number: '+18765550101' }, false],
    [{ country: 'United States' }, true],
    [{ country: '', number: null }, true],
    [{}, true],
  ])('says of %j: %s', (origin, regulated) => {
    expect(isRegulated(origin)).toBe(regulated);
  });
});
