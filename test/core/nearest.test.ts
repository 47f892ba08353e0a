import { describe, expect, it } from 'vitest';
import { areaOf, nearest } from '../../src/core/shop/nearest.js';

const gone = {
  phoneNumber: '+14155550101',
  countryCode: 'US',
  numberType: 'local',
  locality: 'San Francisco',
  region: 'CA',
  fingerprintId: null,
} as const;
const number = (phoneNumber: string, locality?: string, region?: string) => ({ phoneNumber, locality, region });
const order = (...numbers: ReturnType<typeof number>[]) => nearest(numbers, gone).map(({ phoneNumber }) => phoneNumber);

describe('areaOf', () => {
  it('is the area code of a +1 number, and the beginning of any other', () => {
    expect(areaOf('+14155550101')).toBe('415');
    expect(areaOf('+442079460101')).toBe('+4420');
  });
});

describe('nearest', () => {
  const area = number('+14155550199', 'Oakland', 'NV');
  const place = number('+16285550101', 'San Francisco', 'NV');
  const region = number('+12135550101', 'Los Angeles', 'CA');
  const both = number('+16285550102', 'San Francisco', 'CA');
  const far = number('+12125550101', 'New York', 'NY');

  it('puts the same area code first, then the same place, then the same region', () => {
    expect(order(far, region, place, both, area)).toEqual(
      [area, both, place, region, far].map(({ phoneNumber }) => phoneNumber),
    );
  });

  it('adds up what is the same', () => {
    const all = number('+14155550198', 'San Francisco', 'CA');
    const areaAndRegion = number('+14155550197', 'Oakland', 'CA');
    expect(order(area, areaAndRegion, all)).toEqual([all, areaAndRegion, area].map(({ phoneNumber }) => phoneNumber));
  });

  it('leaves out the number itself, and the order of equals alone', () => {
    expect(order(number('+14155550101'), far, number('+12125550102'))).toEqual(['+12125550101', '+12125550102']);
  });

  it('takes no place for the same as no place', () => {
    const nowhere = { ...gone, locality: null, region: null };
    const found = nearest([far, number('+12125550199')], nowhere);
    expect(found[0]).toBe(far);
    const empty = nearest(
      [number('+12135550101', 'X', 'Y'), { phoneNumber: '+12135550102', locality: null, region: null }],
      nowhere,
    );
    expect(empty[0]!.phoneNumber).toBe('+12135550101');
  });
});
