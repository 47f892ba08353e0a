import type { AvailablePhoneNumber, NumbersAnswer } from './number-contracts.js';

type Loose = Readonly<Record<string, unknown>>;

function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value ? value : null;
}
const type = { local: 'local', mobile: 'mobile', tollfree: 'tollFree' } as const;

/**
 * Twilio's `AvailablePhoneNumbers` as an answer of the numbers endpoint: the REST page (`available_phone_numbers`,
 * snake case) as well as the list of its Node library (camel case; a property of that name may come as
 * `capabilities.sms` or `capabilities.SMS`).
 *
 * Twilio tells neither prices nor the type of a number there: pass the type you asked for (`local`, `mobile`,
 * `tollFree`), and the price of your plan if you have one. `fingerprintId` is yours, if you want one carried from
 * search to purchase.
 * @throws {TypeError} when it is neither of the two.
 */
export function fromTwilio(
  answer: unknown,
  known: { numberType?: string; price?: AvailablePhoneNumber['price']; fingerprintId?: string } = {},
): NumbersAnswer {
  const list = Array.isArray(answer) ? (answer as unknown[]) : (answer as Loose | null)?.available_phone_numbers;
  if (!Array.isArray(list))
    throw new TypeError(
      'fromTwilio() takes the answer of Twilio’s AvailablePhoneNumbers: an object with "available_phone_numbers", ' +
        'or the list of its Node library.',
    );
  return {
    fingerprintId: known.fingerprintId ?? null,
    numbers: list.map((item, index) => toNumber(item, index, known)),
  };
}

function toNumber(
  item: unknown,
  index: number,
  { numberType, price }: { numberType?: string; price?: AvailablePhoneNumber['price'] },
): AvailablePhoneNumber {
  const given = (item ?? {}) as Loose;
  const get = (camel: string) => given[camel] ?? given[camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
  const phoneNumber = text(get('phoneNumber'));
  if (!phoneNumber) throw new TypeError(`fromTwilio() found no phone number in item ${index}.`);
  const can = Object.fromEntries(
    Object.entries((get('capabilities') ?? {}) as Loose).map(([name, value]) => [name.toLowerCase(), value === true]),
  );
  return {
    phoneNumber,
    friendlyName: text(get('friendlyName')),
    isoCountry: text(get('isoCountry')),
    locality: text(get('locality')),
    region: text(get('region')),
    numberType: type[numberType?.replace(/[^a-z]/gi, '').toLowerCase() as keyof typeof type] ?? null,
    addressRequirements: text(get('addressRequirements')) ?? 'none',
    beta: get('beta') === true,
    capabilities: { voice: can.voice ?? false, SMS: can.sms ?? false, MMS: can.mms ?? false },
    price: price ?? null,
  };
}
