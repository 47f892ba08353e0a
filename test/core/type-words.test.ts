import { describe, expect, it } from 'vitest';
import { isTollFreeArea, typeIn } from '../../src/core/shop/type-words.js';

describe('the type of number in what was typed', () => {
  it.each([
    ['toll-free', 'tollFree', ''],
    ['Toll free number in Texas', 'tollFree', 'texas'],
    ['800 numbers', 'tollFree', ''],
    ['  phone   toll free   for   Houston  ', 'tollFree', 'houston'],
    ['numéro vert', 'tollFree', ''],
    ['cell phones', 'mobile', ''],
    ['celular de Ponce', 'mobile', 'ponce'],
    ['land line', 'local', ''],
    ['local 415', 'local', '415'],
    ['teléfono fijo', 'local', ''],
  ])('%j is %s, beside %j', (typed, numberType, rest) => {
    expect(typeIn(typed)).toEqual({ numberType, rest });
  });

  it.each(['Mobile, AL', 'mobile alabama', 'Houston', '800', '', 'locally', 'mobilehome'])('is none in %j', (typed) => {
    expect(typeIn(typed)).toBeUndefined();
  });

  it('may be the page’s own word for it, whole', () => {
    const own = { local: 'Ortsnummer', tollFree: 'Numéro d’appel – libre', mobile: '移动' };
    expect(typeIn('ortsnummer Berlin', own)).toEqual({ numberType: 'local', rest: 'berlin' });
    expect(typeIn('Ortsnummern', own)).toBeUndefined();
    expect(typeIn("numero d'appel   libre", { ...own, tollFree: 'Numéro d’appel libre' })).toEqual({
      numberType: 'tollFree',
      rest: '',
    });
    // Chinese is written without spaces.
    expect(typeIn('北京移动号码', own)).toEqual({ numberType: 'mobile', rest: '北京 号码' });
    expect(typeIn('anything', { local: '', tollFree: '', mobile: '' })).toBeUndefined();
  });
});

describe('isTollFreeArea', () => {
  it.each(['800', '833', '844', '855', '866', '877', '888'])('knows %s', (area) => {
    expect(isTollFreeArea(area)).toBe(true);
  });

  it.each(['801', '880', '8000', '1800', '80', ''])('leaves out %j', (area) => {
    expect(isTollFreeArea(area)).toBe(false);
  });
});
