import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { faultText, reportFault } from '../desks/fault.js';
import type { Call } from './call-desk.js';
import type { CarrierDesks } from './carrier-desks.js';
import { listQuery, purchaseBody, searchQuery } from './lc-phone-body.js';
import { lcError, lcRefusal, lcTroubles } from './lc-phone-errors.js';
import { buyAtLcPhone } from './lc-phone-purchase.js';
import { activeNumber, availableNumber, poolRecord } from './lc-phone-records.js';
import { firstNumbers } from './number-filter.js';
import { SaleRefusal } from './sale-refusal.js';
import { typesIn } from './stock.js';

/** The most numbers an answer has. */
const most = 40;

/** The LC Phone API under `/phone-system` (https://marketplace.gohighlevel.com/docs/ghl/phone-system). */
export function lcPhoneApi(desks: CarrierDesks): Hono {
  const { store, clock, sales, calls } = desks;
  const api = new Hono();
  let lastSearch = 0;

  api.use(async (context, next) => {
    const refusal = refusalOf(context, store.state.carriers.lcToken);
    if (!refusal) return next();
    calls.note({ carrier: 'lc-phone', what: 'unknown', account: '' }, refusal.status);
    return refusal;
  });
  api.onError((error, context) => {
    if (error instanceof z.ZodError) return lcError(400, sentenceOf(error));
    if (error instanceof SyntaxError) return lcError(400, 'The body is not JSON');
    reportFault(desks, error, context.req);
    return lcError(500, faultText);
  });

  const answer = (context: Context, call: Omit<Call, 'carrier'>, act: Parameters<typeof calls.answer>[3]) =>
    calls.answer(context, { carrier: 'lc-phone', ...call }, lcTroubles, (behaviour) => {
      try {
        return act(behaviour);
      } catch (error) {
        if (error instanceof SaleRefusal) return lcRefusal(error);
        if (error instanceof z.ZodError) return lcError(400, sentenceOf(error));
        throw error;
      }
    });

  api.get('/numbers/location/:locationId/available', (context) => {
    const account = context.req.param('locationId');
    return answer(context, { what: 'search', account, about: context.req.query('countryCode') }, () => {
      const { countryCode, numberTypes, smsEnabled, mmsEnabled, voiceEnabled, ...parts } = searchQuery.parse(
        given(context),
      );
      const capabilities = { sms: smsEnabled, mms: mmsEnabled, voice: voiceEnabled };
      const search = { ...parts, ...capabilities, country: countryCode, types: numberTypes ?? typesIn(countryCode) };
      lastSearch = Math.max(lastSearch + 1, clock.now());
      const numbers = firstNumbers(search, sales, most).map(availableNumber);
      return Response.json({ fingerprintId: String(lastSearch), numbers });
    });
  });

  api.post('/numbers/location/:locationId/purchase', async (context) => {
    const account = context.req.param('locationId');
    const body: unknown = JSON.parse((await context.req.text()) || '{}');
    const { phoneNumber } = (body ?? {}) as { phoneNumber?: unknown };
    const about = typeof phoneNumber === 'string' ? phoneNumber : undefined;
    return answer(context, { what: 'purchase', account, about }, (behaviour) =>
      buyAtLcPhone(desks, account, purchaseBody.parse(body), behaviour),
    );
  });

  api.get('/numbers/location/:locationId', (context) => {
    const account = context.req.param('locationId');
    return answer(context, { what: 'list', account }, () => {
      const { pageSize, page, searchFilter, skipNumberPool } = listQuery.parse(given(context));
      const own = sales.owned(account);
      const shown = own.filter(
        ({ phoneNumber, pool }) => phoneNumber.includes(searchFilter) && !(skipNumberPool && pool !== null),
      );
      return Response.json({
        numbers: shown
          .slice(page * pageSize, (page + 1) * pageSize)
          .map((sale) => activeNumber(sale, sale === own.at(0))),
        isUnderGhl: true,
        pageSize,
        page,
        accountStatus: 'active',
      });
    });
  });

  api.get('/number-pools', (context) => {
    const locationId = context.req.query('locationId') || undefined;
    return answer(context, { what: 'pools', account: locationId ?? '' }, () => {
      const data = sales.pools(locationId).map((pool) => poolRecord(pool, sales.owned(pool.locationId)));
      return Response.json({ success: true, data, total: data.length });
    });
  });

  api.all('*', (context) =>
    answer(context, { what: 'unknown', account: '' }, () =>
      lcError(404, `Cannot ${context.req.method} ${context.req.path}`),
    ),
  );
  return api;
}

/** The parameters that are not empty. */
const given = (context: Context): Record<string, string> =>
  Object.fromEntries(Object.entries(context.req.query()).filter(([, value]) => value !== ''));

const sentenceOf = ({ issues: [issue] }: z.ZodError): string => `${String(issue?.path[0])} ${issue?.message}`;

function refusalOf(context: Context, token: string): Response | undefined {
  const given = Buffer.from(context.req.header('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return lcError(401, 'Invalid JWT');
  const version = context.req.header('version');
  if (!version) return lcError(401, 'version header was not found.');
  return version === '2021-07-28' ? undefined : lcError(401, 'version header is invalid');
}
