import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { SavedAnswer } from '../records/saved-answer.js';
import { apiError } from '../resources/json-api.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';

const keptFor = 24 * 60 * 60 * 1000;

/**
 * `Idempotency-Key` on POST: the first result, errors included, is answered again for a day; the same key with other
 * parameters is a conflict (https://docs.withpersona.com/idempotence).
 */
export function idempotency(store: Store, clock: Clock): MiddlewareHandler {
  const { answers } = store;
  const underWay = new Map<string, Promise<unknown>>();
  const forgetOld = () => {
    for (const [key, { savedAt }] of answers.entries()) {
      if (savedAt + keptFor > clock.now()) return;
      answers.remove(key);
    }
  };
  return async (context, next) => {
    const key = context.req.method === 'POST' ? context.req.header('idempotency-key') : undefined;
    if (!key) return next();
    const fingerprint = fingerprintOf(context.req.path, await context.req.text());
    while (underWay.has(key)) await underWay.get(key);
    forgetOld();
    const saved = answers.get(key);
    if (saved) return repeated(saved, fingerprint);
    const first = async () => {
      await next();
      const { status } = context.res;
      const body = await context.res.clone().text();
      answers.put(key, { fingerprint, status, body, savedAt: clock.now() });
      store.save();
    };
    const run = first().finally(() => underWay.delete(key));
    const settled = run.catch(() => undefined);
    underWay.set(key, settled);
    await run;
    return undefined;
  };
}

const fingerprintOf = (path: string, body: string): string =>
  createHash('sha256').update(`${path}\n${body}`).digest('hex');

function repeated({ fingerprint, status, body }: SavedAnswer, given: string): Response {
  if (fingerprint !== given) return apiError(409, 'Conflict', 'This Idempotency-Key was used with other parameters.');
  return new Response(body, { status, headers: { 'content-type': 'application/json' } });
}
