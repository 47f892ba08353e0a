import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { faultText, reportFault } from '../desks/fault.js';
import type { Sale } from '../records/sale.js';
import type { NumberType } from '../records/stock-number.js';
import type { Call } from './call-desk.js';
import type { CarrierDesks } from './carrier-desks.js';
import { patternOf } from './number-pattern.js';
import { findNumber, isSold } from './stock.js';
import { addressesOf, createAddress } from './twilio-addresses.js';
import { notFound, twilioError, twilioTroubles } from './twilio-errors.js';
import { buyAtTwilio, type Form, numberIn, updateAtTwilio } from './twilio-incoming.js';
import { twilioPage } from './twilio-page.js';
import { priceRecord } from './twilio-prices.js';
import { addressRecord, availableRecord, incomingRecord } from './twilio-records.js';
import { TwilioSearchError, twilioNumbers } from './twilio-search.js';

const types: Record<string, NumberType> = { Local: 'local', TollFree: 'tollFree', Mobile: 'mobile' };

/**
 * Twilio's numbers under `/2010-04-01` and its prices under `/v1` (https://www.twilio.com/docs/phone-numbers/api), for
 * the main account and, with its keys, for any subaccount.
 */
export function twilioApi(desks: CarrierDesks): Hono {
  const { store, sales, calls } = desks;
  const api = new Hono();

  const authenticate = async (context: Context, next: () => Promise<void>) => {
    const { twilioAccountSid, twilioAuthToken } = store.state.carriers;
    if (isRight(context, `${twilioAccountSid}:${twilioAuthToken}`)) return next();
    calls.note({ carrier: 'twilio', what: 'unknown', account: '' }, 401);
    return twilioError(401, 20003, 'Authenticate', { 'www-authenticate': 'Basic realm="Twilio API"' });
  };
  api.use('/2010-04-01/*', authenticate);
  api.use('/v1/*', authenticate);
  api.onError((error, context) => {
    reportFault(desks, error, context.req);
    return twilioError(500, 20500, faultText);
  });

  const answer = (context: Context, call: Omit<Call, 'carrier'>, act: Parameters<typeof calls.answer>[3]) =>
    calls.answer(context, { carrier: 'twilio', ...call }, twilioTroubles, act);
  const account = '/2010-04-01/Accounts/:account{AC[0-9a-fA-F]{32}}';

  api.get(`${account}/AvailablePhoneNumbers/:country/:kind{(?:Local|TollFree|Mobile)\\.json}`, (context) => {
    const country = context.req.param('country').toUpperCase();
    const type = types[context.req.param('kind').replace('.json', '')] ?? 'local';
    return answer(context, { what: 'search', account: context.req.param('account'), about: country }, () => {
      if (!isSold(country, type)) return notFound(context.req.path);
      return searched(() =>
        twilioPage(context, {
          name: 'available_phone_numbers',
          items: twilioNumbers(country, type, context.req.query()),
          keyOf: ({ phoneNumber }) => phoneNumber.slice(1),
          isShown: ({ phoneNumber }) => !sales.isTaken(phoneNumber),
          recordOf: availableRecord,
        }),
      );
    });
  });

  api.post(`${account}/IncomingPhoneNumbers.json`, async (context) => {
    const form = await formOf(context);
    const owner = context.req.param('account');
    const phoneNumber = form.PhoneNumber || (form.AreaCode && numberIn(desks, form.AreaCode)) || undefined;
    return answer(context, { what: 'purchase', account: owner, about: phoneNumber }, (behaviour) =>
      buyAtTwilio(desks, owner, form, phoneNumber, behaviour),
    );
  });

  api.get(`${account}/IncomingPhoneNumbers.json`, (context) => {
    const owner = context.req.param('account');
    return answer(context, { what: 'list', account: owner }, () =>
      twilioPage(context, {
        name: 'incoming_phone_numbers',
        items: sales.owned(owner).filter(listRule(context.req.query())).reverse(),
        keyOf: ({ sid }) => sid,
        recordOf: incomingRecord,
      }),
    );
  });

  const one = `${account}/IncomingPhoneNumbers/:file{PN[0-9a-fA-F]{32}\\.json}`;
  const find = (context: Context): Sale | undefined =>
    sales.owned(context.req.param('account')).find(({ sid }) => `${sid}.json` === context.req.param('file'));
  const withNumber = (context: Context, what: Call['what'], act: (sale: Sale) => Response) => {
    const sale = find(context);
    const call = { what, account: context.req.param('account') ?? '', about: sale?.phoneNumber };
    return answer(context, call, () => (sale ? act(sale) : notFound(context.req.path)));
  };
  api.get(one, (context) => withNumber(context, 'fetch', (sale) => Response.json(incomingRecord(sale))));
  api.post(one, async (context) => {
    const form = await formOf(context);
    return withNumber(context, 'update', (sale) => updateAtTwilio(desks, sale, form));
  });
  api.delete(one, (context) =>
    withNumber(context, 'release', (sale) => {
      sales.release(sale);
      return new Response(null, { status: 204 });
    }),
  );

  api.post(`${account}/Addresses.json`, async (context) => {
    const form = await formOf(context);
    const owner = context.req.param('account');
    return answer(context, { what: 'addresses', account: owner }, () => createAddress(desks, owner, form));
  });
  api.get(`${account}/Addresses.json`, (context) => {
    const owner = context.req.param('account');
    return answer(context, { what: 'addresses', account: owner }, () =>
      twilioPage(context, {
        name: 'addresses',
        items: addressesOf(desks, owner, context.req.query()),
        keyOf: ({ sid }) => sid,
        recordOf: addressRecord,
      }),
    );
  });

  api.get('/v1/PhoneNumbers/Countries/:country', (context) => {
    const country = context.req.param('country').toUpperCase();
    return answer(context, { what: 'prices', account: '', about: country }, () => {
      const record = priceRecord(country, context.req.url);
      return record ? Response.json(record) : notFound(context.req.path);
    });
  });

  for (const path of ['/2010-04-01/*', '/v1/*'])
    api.all(path, (context) => answer(context, { what: 'unknown', account: '' }, () => notFound(context.req.path)));
  return api;
}

/** The answer to a search, or what is wrong with it. */
function searched(search: () => Response): Response {
  try {
    return search();
  } catch (error) {
    if (error instanceof TwilioSearchError) return twilioError(400, error.code, error.message);
    throw error;
  }
}

function listRule({ PhoneNumber, FriendlyName, Origin, Beta }: Form): (sale: Sale) => boolean {
  const pattern = PhoneNumber ? patternOf(PhoneNumber) : undefined;
  return ({ phoneNumber, friendlyName }) =>
    (!PhoneNumber || (pattern?.test(phoneNumber) ?? false)) &&
    (!FriendlyName || friendlyName === FriendlyName) &&
    (!Origin || Origin === 'twilio') &&
    !(Beta === 'false' && findNumber(phoneNumber)?.beta);
}

/** The texts of a form. */
async function formOf(context: Context): Promise<Form> {
  return Object.fromEntries(new URLSearchParams(await context.req.text()));
}

function isRight(context: Context, expected: string): boolean {
  const [, coded = ''] = /^Basic (.+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  const given = Buffer.from(coded, 'base64');
  const right = Buffer.from(expected);
  return given.length === right.length && timingSafeEqual(given, right);
}
