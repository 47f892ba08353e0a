import type { Sandbox } from '../../src/sandbox/index.js';
import type { Json } from './running-sandbox.js';

/** An answer of a carrier. */
export interface CarrierAnswer {
  status: number;
  body: Json;
  headers: Headers;
}

/** The calls of a host to the local carriers. */
export function carrierCalls({ carriers: { lcPhone, twilio } }: Pick<Sandbox, 'carriers'>) {
  const answerOf = async (response: Response): Promise<CarrierAnswer> => {
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers };
  };
  /** The LC Phone API; a body makes it a POST. */
  const lc = async (path: string, body?: object, headers: Record<string, string> = {}) =>
    answerOf(
      await fetch(`${lcPhone.url}/phone-system${path}`, {
        method: body ? 'POST' : 'GET',
        body: body && JSON.stringify(body),
        headers: {
          authorization: `Bearer ${lcPhone.token}`,
          version: '2021-07-28',
          'content-type': 'application/json',
          ...headers,
        },
      }),
    );
  const authorization = `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`;
  /** Any path of Twilio; a form makes it a POST. */
  const at = async (url: string, form?: Record<string, string>, method = form ? 'POST' : 'GET') =>
    answerOf(await fetch(url, { method, body: form && new URLSearchParams(form), headers: { authorization } }));
  /** Twilio's account; another one after a slash and its id. */
  const tw = (path: string, form?: Record<string, string>, account = twilio.accountSid, method?: string) =>
    at(`${twilio.url}/2010-04-01/Accounts/${account}${path}`, form, method);
  const buyAtLc = (phoneNumber: string, more: object = {}, location = 'loc_1') =>
    lc(`/numbers/location/${location}/purchase`, { phoneNumber, ...more });
  const buyAtTwilio = (phoneNumber: string, more: Record<string, string> = {}, account = twilio.accountSid) =>
    tw('/IncomingPhoneNumbers.json', { PhoneNumber: phoneNumber, ...more }, account);
  const numbersAtLc = async (query: string, location = 'loc_1'): Promise<string[]> =>
    (await lc(`/numbers/location/${location}/available?${query}`)).body.numbers.map(
      ({ phoneNumber }: { phoneNumber: string }) => phoneNumber,
    );
  const numbersAtTwilio = async (kind: string, query = ''): Promise<string[]> =>
    (await tw(`/AvailablePhoneNumbers/${kind}.json?${query}`)).body.available_phone_numbers.map(
      ({ phone_number }: { phone_number: string }) => phone_number,
    );
  return { lc, tw, at, buyAtLc, buyAtTwilio, numbersAtLc, numbersAtTwilio };
}
