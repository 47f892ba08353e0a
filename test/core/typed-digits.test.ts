import { describe, expect, it } from 'vitest';
import { asciiDigits, isTen, keypad, typedDigits } from '../../src/core/shop/typed-digits.js';

const abroad = ['US', 'GB', 'RU', 'HU', 'MX'];

describe('typed digits', () => {
  it.each([
    // As people write them at home and from abroad.
    ['415', 'US', '415', false],
    ['(415) 555-0101', 'US', '4155550101', false],
    ['1 415 555 0101', 'US', '4155550101', true],
    ['1-415', 'US', '415', true],
    ['  1 415', 'US', '415', true],
    ['14155550101', 'US', '4155550101', true],
    // Not yet a whole number: it may go on in another way.
    ['141555501', 'US', '141555501', false],
    ['020 7946', 'GB', '207946', true],
    ['44 20 7946', 'GB', '207946', true],
    ['442079460000', 'GB', '2079460000', true],
    ['44207946000', 'GB', '207946000', true],
    ['4420794600', 'GB', '4420794600', false],
    ['06 1 234', 'HU', '1234', true],
    ['01 234', 'HU', '01234', false],
    ['1 06 234', 'HU', '106234', false],
    ['06 1234', 'IT', '061234', false],
    ['8 912 345 67 89', 'RU', '9123456789', true],
    ['8 912 345 67 8', 'RU', '8912345678', false],
    ['8 912 345 67 890', 'RU', '891234567890', false],
    ['9 812 345 67 89', 'RU', '98123456789', false],
    ['8 912 345 67 89', 'DE', '89123456789', false],
    ['0415', 'US', '0415', false],
    ['12345678901234567890', 'MX', '123456789012345', false],
    ['', 'US', '', false],
    ['...', 'GB', '', false],
  ])('%j in %s are %j', (typed, country, digits, isStart) => {
    expect(typedDigits(typed, country)).toEqual({ digits, isStart, countryCode: country });
  });

  it.each([
    ['+44 (0)20 7946', 'US', '207946', 'GB'],
    ['00 44 20', 'US', '20', 'GB'],
    ['011 44 20 7946', 'US', '207946', 'GB'],
    ['0114420', 'US', '20', 'GB'],
    [' +1 415', 'GB', '415', 'US'],
    ['+52 55', 'US', '55', 'MX'],
    // The country that is chosen counts first where several have that code.
    ['+1 416', 'CA', '416', 'CA'],
    ['+7 912', 'RU', '912', 'RU'],
    ['+49 30', 'US', '30', 'DE'],
    ['+353 1', 'US', '1', 'IE'],
    ['+', 'US', '', 'US'],
    ['+999 12', 'US', '', 'US'],
  ])('%j in %s lead to %j of %s', (typed, country, digits, countryCode) => {
    const found = typedDigits(typed, country, abroad);
    expect(found).toMatchObject({ isStart: true, countryCode });
    if (digits) expect(found.digits).toBe(digits);
  });

  it('that are an area code are not taken for what is dialled before a number abroad', () => {
    expect(typedDigits('011', 'US')).toEqual({ digits: '011', isStart: false, countryCode: 'US' });
    expect(typedDigits('011 44 2', 'US').countryCode).toBe('US');
    expect(typedDigits('415 00 44', 'US')).toMatchObject({ digits: '4150044', countryCode: 'US' });
    expect(typedDigits('415+', 'US')).toMatchObject({ digits: '415', countryCode: 'US' });
    expect(typedDigits('+44 20 0011', 'US', abroad).digits).toBe('200011');
    expect(typedDigits('00 44 20 0011', 'US', abroad).digits).toBe('200011');
  });

  it('belong to a country on offer before another of that calling code', () => {
    expect(typedDigits('+1 416', 'GB', ['CA', 'US']).countryCode).toBe('CA');
    expect(typedDigits('+1 416', 'GB', ['US', 'CA']).countryCode).toBe('US');
    expect(typedDigits('+1 416', 'GB').digits).toBe('416');
    expect(typedDigits('5', 'ZZ')).toEqual({ digits: '5', isStart: false, countryCode: 'ZZ' });
    expect(typedDigits('+1 416', 'ZZ', ['US']).countryCode).toBe('US');
  });
});

describe('the digits of any script', () => {
  it.each([
    ['٤١٥', '415'],
    ['۰۹', '09'],
    ['９१', '91'],
    ['𝟘𝟡', '09'],
    ['①', '1'],
    ['ab٣', 'ab3'],
  ])('%s are %s', (text, expected) => {
    expect(asciiDigits(text)).toBe(expected);
  });
});

describe('keypad', () => {
  it('has every letter, without accents, and leaves out what is on no key', () => {
    expect(keypad('abcdefghijklmnopqrstuvwxyz')).toBe('22233344455566677778889999');
    expect(keypad('Café-24 7!')).toBe('2233247');
  });
});

describe('isTen', () => {
  it.each(['US', 'CA', 'PR'])('knows %s', (country) => expect(isTen(country)).toBe(true));
  it.each(['GB', 'USA', 'AUS', 'us', ''])('leaves out %j', (country) => expect(isTen(country)).toBe(false));
});
