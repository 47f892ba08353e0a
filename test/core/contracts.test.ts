import { describe, expect, it, vi } from 'vitest';
import { fitInquiry } from '../../src/core/gate/dialog/inquiry-contract.js';
import { fitStatus } from '../../src/core/gate/status-contract.js';
import { fitNumbers, fitPurchase, heldOrder } from '../../src/core/shop/number-contracts.js';

const number = {
  phoneNumber: '+18705871861',
  friendlyName: '(870) 587-1861',
  isoCountry: 'US',
  addressRequirements: 'none',
  beta: false,
  capabilities: { MMS: true, SMS: true, voice: true },
  price: { number_type: 'local', price: 1.15, price_unit: 'USD' },
};

describe('fitStatus', () => {
  it('needs only "verified" and fills in the rest', () => {
    expect(fitStatus({ verified: false })).toMatchObject({ verified: false, required: true, status: 'none' });
  });

  it('tolerates unknown fields and unknown statuses', () => {
    expect(fitStatus({ verified: true, status: 'levitating', colour: 'green' })).toMatchObject({
      verified: true,
      status: 'levitating',
    });
  });

  it.each([
    [{}, '"verified"'],
    [{ verified: 'true' }, '"verified"'],
    [{ verified: 1 }, '"verified"'],
    [{ verified: true, attemptsLeft: 'two' }, '"attemptsLeft"'],
    [null, '(the whole answer)'],
    ['verified', '(the whole answer)'],
    [[{ verified: true }], '(the whole answer)'],
  ])('refuses %j and names the path', (value, path) => {
    expect(() => fitStatus(value)).toThrow(
      expect.objectContaining({ code: 'invalid_answer', message: expect.stringContaining(path) }),
    );
  });
});

describe('fitInquiry', () => {
  it('takes an inquiry with and without a token', () => {
    expect(fitInquiry({ inquiryId: 'inq_1', sessionToken: null })).toMatchObject({ inquiryId: 'inq_1' });
  });

  it('refuses an empty id', () => {
    expect(() => fitInquiry({ inquiryId: '' })).toThrow('inquiryId');
  });
});

describe('fitNumbers', () => {
  it('takes an answer of the LC Phone API unchanged', () => {
    expect(
      fitNumbers(
        { fingerprintId: '1773314252953', numbers: [{ ...number, lata: '528', latitude: '35.241800' }] },
        'The endpoint',
      ).numbers[0],
    ).toMatchObject(number);
  });

  it.each([
    [{ numbers: 'none' }, 'numbers'],
    [{ numbers: [number, { ...number, phoneNumber: '870' }] }, 'numbers.1.phoneNumber'],
    [{ numbers: [{ ...number, capabilities: { SMS: 'yes' } }] }, 'numbers.0.capabilities.SMS'],
  ])('refuses %j and names the path', (value, path) => {
    expect(() => fitNumbers(value, 'The endpoint')).toThrow(`"${path}"`);
  });

  it.each([
    [{ ...number, phoneNumber: '4155550100' }, '"numbers.1.phoneNumber" (is not an E.164 number)'],
    [{ ...number, price: { price: '1.15' } }, '"numbers.1.price.price" (is a string)'],
    [{ ...number, capabilities: [] }, '"numbers.1.capabilities" (is an array)'],
    [{ ...number, friendlyName: {} }, '"numbers.1.friendlyName" (is an object)'],
    [{ friendlyName: 'Harbor' }, '"numbers.1.phoneNumber" (is undefined)'],
    [null, '"numbers.1" (is null)'],
    ['+14155550100', '"numbers.1" (is a string)'],
  ])('leaves out %j alone, when told to, and says why', (wrong, why) => {
    const said: string[] = [];
    const { numbers } = fitNumbers({ numbers: [number, wrong, number] }, 'It', ({ message }) => said.push(message));
    expect(numbers).toEqual([number, number]);
    expect(said).toEqual([`It answered something that does not fit: ${why}.`]);
  });

  it('says one thing of many wrong rows, and takes only wrong ones for no answer', () => {
    const said = vi.fn();
    fitNumbers({ numbers: [{}, number, {}] }, 'It', said);
    expect(said).toHaveBeenCalledOnce();
    expect(() => fitNumbers({ numbers: [{}, null] }, 'It', said)).toThrow('"numbers.0.phoneNumber" (is undefined)');
    expect(fitNumbers({ numbers: [] }, 'It', said).numbers).toEqual([]);
  });
});

describe('fitPurchase', () => {
  it.each([[{ numbers: [] }], [{ numbers: [{ phoneNumber: '+1', status: 'maybe' }] }], [{}], [null]])(
    'takes %j for no answer',
    (value) => {
      expect(() => fitPurchase(value, 'The endpoint')).toThrow(expect.objectContaining({ code: 'invalid_answer' }));
    },
  );

  it('takes an answer that leaves a number out for none', () => {
    const answer = { numbers: [{ phoneNumber: '+14155550101', status: 'purchased' }] };
    expect(fitPurchase(answer, 'The endpoint', [{ phoneNumber: '+14155550101' }])).toEqual(answer);
    expect(() =>
      fitPurchase(answer, 'The endpoint', [{ phoneNumber: '+14155550101' }, { phoneNumber: '+14155550102' }]),
    ).toThrow('+14155550102');
  });
});

describe('heldOrder', () => {
  it.each([
    [
      { id: 'ord_1', finishBy: '2027-01-02T03:04:05Z' },
      { id: 'ord_1', finishBy: '2027-01-02T03:04:05Z' },
    ],
    [{ id: 'ord_1', finishBy: 'tomorrow' }, { id: 'ord_1' }],
    [{ id: 'ord_1', finishBy: '1970-01-01T00:00:00Z' }, { id: 'ord_1' }],
    [{ id: 'ord_1', finishBy: '' }, { id: 'ord_1' }],
    [{ id: 'ord_1' }, { id: 'ord_1' }],
    [{ finishBy: '2027-01-02T03:04:05Z' }, undefined],
    [undefined, undefined],
  ])('of %j is %j', (value, expected) => {
    expect(heldOrder(value)).toEqual(expected);
  });
});

describe('what an answer that does not fit is called', () => {
  const call = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      return (error as Error).message;
    }
    return 'nothing';
  };

  it.each([
    [() => fitStatus({}), 'The status endpoint answered something that does not fit: "verified" (invalid_type).'],
    [() => fitInquiry({}), 'The inquiry endpoint answered something that does not fit: "inquiryId" (invalid_type).'],
    [
      () => fitInquiry({ inquiryId: '' }),
      'The inquiry endpoint answered something that does not fit: "inquiryId" (is empty).',
    ],
    [() => fitNumbers({}, 'It'), 'It answered something that does not fit: "numbers" (is not an array).'],
    [
      () => fitNumbers({ numbers: [{ phoneNumber: '4155550101' }] }, 'It'),
      'It answered something that does not fit: "numbers.0.phoneNumber" (is not an E.164 number).',
    ],
    [
      () => fitNumbers({ numbers: [number, { phoneNumber: 7 }] }, 'It'),
      'It answered something that does not fit: "numbers.1.phoneNumber" (is a number).',
    ],
    [() => fitPurchase({ numbers: [] }, 'It'), 'It answered something that does not fit: "numbers" (is empty).'],
    [
      () => fitPurchase({ numbers: [{ phoneNumber: '+1415', status: 'failed' }, { status: 'failed' }] }, 'It'),
      'It answered something that does not fit: "numbers.1.phoneNumber" (invalid_type).',
    ],
    [
      () => fitPurchase({ numbers: [{ phoneNumber: '+1415', status: 'maybe' }] }, 'It'),
      'It answered something that does not fit: "numbers.0.status" (is neither "purchased" nor "failed").',
    ],
    [
      () =>
        fitPurchase({ numbers: [{ phoneNumber: '+1415', status: 'failed' }] }, 'It', [
          { phoneNumber: '+1415' },
          { phoneNumber: '+1416' },
        ]),
      'It answered something that does not fit: "numbers" (says nothing of +1416).',
    ],
  ])('is %#', (work, message) => {
    expect(call(work)).toBe(message);
  });

  it.each(['x+14155550101', '+14155550101x', '+0415555010', '+1', '+1415555010123456'])(
    'is no number: "%s"',
    (phoneNumber) => {
      expect(call(() => fitNumbers({ numbers: [{ phoneNumber }] }, 'It'))).toContain('is not an E.164 number');
    },
  );

  it('takes both outcomes of a purchase, and one wanted among several', () => {
    const numbers = [
      { phoneNumber: '+1415', status: 'purchased' },
      { phoneNumber: '+1416', status: 'failed' },
    ];
    expect(fitPurchase({ numbers }, 'It', [{ phoneNumber: '+1416' }]).numbers).toHaveLength(2);
    expect(fitPurchase({ numbers }, 'It').numbers).toHaveLength(2);
  });

  it('leaves a number its own fingerprint', () => {
    const numbers = [{ phoneNumber: '+14155550101', fingerprintId: 'own' }, { phoneNumber: '+14155550102' }];
    expect(
      fitNumbers({ fingerprintId: 'all', numbers }, 'It').numbers.map(({ fingerprintId }) => fingerprintId),
    ).toEqual(['own', 'all']);
  });

  it('keeps that an account needs no verification', () => {
    expect(fitStatus({ verified: false, required: false }).required).toBe(false);
    expect(fitStatus({ verified: false, required: true }).required).toBe(true);
  });
});
