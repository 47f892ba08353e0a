import { Hono } from 'hono';
import { z } from 'zod';
import type { CarrierDesks } from '../carriers/carrier-desks.js';
import type { Desks } from '../desks/desks.js';
import { faultText, reportFault } from '../desks/fault.js';
import { carrierScenarios } from '../records/carrier-scenarios.js';
import { opensFile } from '../records/file-access.js';
import { scenarios as known, ScenarioError } from '../records/scenarios.js';
import { apiError } from '../resources/json-api.js';
import { apiKeyOnly } from '../rest/api-key.js';
import { BadRequestError, jsonOf } from '../rest/rest-exchange.js';
import type { MovableClock } from '../state/clock.js';
import type { Store } from '../state/store.js';
import { pictureAnswer } from './picture-answer.js';

const scenarioRequest = z.strictObject({
  scenario: z.string(),
  inquiryId: z.string().optional(),
  referenceId: z.string().optional(),
});
const carrierRequest = z.strictObject({
  scenario: z.string(),
  phoneNumber: z
    .string()
    .regex(/^\+[1-9]\d{3,14}$/, 'Write the number with + and its country code, such as +15125550145.')
    .optional(),
  account: z.string().optional(),
});
const clockRequest = z.union([
  z.strictObject({ advance: z.number().nonnegative() }),
  z.strictObject({ to: z.iso.datetime() }),
]);

/** A clock that was told to go back. */
class ClockError extends Error {
  override name = 'ClockError';
}

const badRequests = [BadRequestError, ScenarioError, ClockError];

/**
 * What the stand-in has beyond Persona, under `/sandbox` and behind the API key: scenarios, the clock, the codes no
 * phone got, and what the local carriers have sold.
 */
export function controlApi(desks: Desks, carriers: CarrierDesks): Hono {
  const { store, clock, scenarios } = desks;
  const api = new Hono();
  const state = () => ({
    now: new Date(clock.now()).toISOString(),
    aheadSeconds: clock.ahead / 1000,
    scenario: scenarios.nameFor({}),
  });

  // Whoever has the address of a picture needs no key for it, as at Persona.
  api.get('/files/:id', (context, next) => {
    const id = context.req.param('id');
    const isOpen = opensFile(context.req.query('access_token'), id, store.state.sessionSecret, clock.now());
    return isOpen ? Promise.resolve(pictureAnswer(store, id)) : next();
  });
  api.use(apiKeyOnly(() => store.state.apiKey));
  api.onError((error, context) => {
    if (error instanceof z.ZodError) return apiError(400, 'Bad Request', z.prettifyError(error));
    if (badRequests.some((kind) => error instanceof kind)) return apiError(400, 'Bad Request', error.message);
    reportFault(desks, error, context.req);
    return apiError(500, 'Internal Server Error', faultText);
  });

  const list = Object.entries(known).map(([name, { does, seconds, times }]) => ({
    name,
    does,
    ...(seconds !== undefined && { seconds }),
    ...(times !== undefined && { times }),
  }));
  api.get('/', (context) => context.json({ ...state(), playing: scenarios.chosen(), scenarios: list }));

  api.put('/scenario', async (context) => {
    const { scenario, ...target } = scenarioRequest.parse(await jsonOf(context));
    if (target.inquiryId && !store.inquiries.get(target.inquiryId))
      return apiError(404, 'Record not found', `There is no inquiry "${target.inquiryId}".`);
    scenarios.choose(scenario, target);
    return context.json({ ...state(), playing: scenarios.chosen() });
  });

  api.get('/messages', (context) =>
    context.json({ messages: store.messages.all().map(({ id: _, ...message }) => message) }),
  );

  const sold = () => ({
    sales: carriers.sales.all(),
    requests: carriers.calls.requests(),
    playing: Object.fromEntries(carriers.scenarios.chosen()),
    scenarios: Object.entries(carrierScenarios).map(([name, { does, number }]) => ({ name, does, number })),
  });
  api.get('/carriers', (context) => context.json(sold()));

  api.put('/carriers/scenario', async (context) => {
    const { scenario, ...target } = carrierRequest.parse(await jsonOf(context));
    carriers.scenarios.choose(scenario, target);
    return context.json({ playing: sold().playing });
  });

  api.get('/files/:id', (context) => pictureAnswer(store, context.req.param('id')));

  api.post('/clock', async (context) => {
    const move = clockRequest.parse(await jsonOf(context));
    moveClock(store, clock, 'advance' in move ? move.advance * 1000 : Date.parse(move.to) - clock.now());
    return context.json(state());
  });

  return api;
}

/** Puts the clock forward and remembers it; throws a {@link ClockError} for the way back. */
export function moveClock(store: Store, clock: MovableClock, ms: number): void {
  if (!(ms >= 0)) throw new ClockError('The clock goes forward only. Give a later time.');
  clock.advance(ms);
  store.state.clockAhead = clock.ahead;
  store.save();
}
