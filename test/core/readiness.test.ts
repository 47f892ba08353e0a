import { describe, expect, it } from 'vitest';
import type { AvailablePhoneNumber } from '../../src/core/shop/number-contracts.js';
import { toOrdered } from '../../src/core/shop/ordered-number.js';
import { readinessOf } from '../../src/core/shop/readiness.js';

const can = (voice: boolean, SMS: boolean, MMS = false) => ({ capabilities: { voice, SMS, MMS } });
const us = (more: object): AvailablePhoneNumber => ({ phoneNumber: '+14155550101', isoCountry: 'US', ...more });
const other: AvailablePhoneNumber = { phoneNumber: '+442079460177', isoCountry: 'GB', ...can(true, true) };
const tollFree: AvailablePhoneNumber = { phoneNumber: '+18005550199', isoCountry: 'US', ...can(true, true) };

describe('readinessOf', () => {
  it.each<[string, AvailablePhoneNumber[], string[]]>([
    ['a US number that sends texts', [us(can(true, true))], ['calls', 'brand']],
    ['a US number that sends pictures', [us(can(true, false, true))], ['calls', 'brand']],
    ['a US number that only sends texts', [us(can(false, true))], ['brand']],
    ['a US number that only calls', [us(can(true, false))], ['ready']],
    ['a Canadian number that sends texts', [us({ isoCountry: 'CA', ...can(true, true) })], ['calls', 'brand']],
    ['a toll-free number that sends texts', [tollFree], ['calls', 'tollFree']],
    ['a number that is not regulated', [other], ['ready']],
    ['a number of which nothing is known', [us({})], []],
    ['one that wants an address', [{ ...other, addressRequirements: 'any' }], []],
    ['one that wants documents', [{ ...other, bundleRequired: true }], []],
    ['several kinds', [us(can(true, true)), tollFree, other], ['calls', 'brand', 'tollFree']],
    ['one that is ready and one that is not known', [other, us({})], []],
    ['one that only sends texts beside one that calls', [us(can(false, true)), tollFree], ['brand', 'tollFree']],
    ['nothing', [], []],
  ])('of %s is %o', (_, offers, expected) => {
    const numbers = offers.map((offer) => toOrdered(offer, 'US'));
    expect(readinessOf(numbers, offers)).toEqual(expected);
  });

  it('says nothing of a number whose offer this page has not seen', () => {
    expect(readinessOf([toOrdered(other, 'GB')], [])).toEqual([]);
  });
});
