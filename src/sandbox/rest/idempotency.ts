import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { apiError } from '../resources/json-api.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';

const keptFor = 24 * 60 * 60 * 1000;

/**
 * `Idempotency-Key` on POST: the first result, errors included, is answered again for a day; the same key with other
 * parameters is a conflict (https://docs.withpersona.com/idempotence).
 */
export function idempotency(store: Store, clock: Clock): MiddlewareHandler {
  const underWay = new Map<string, Promise<unknown>>();
  return async (context, next) => {
    const key = context.req.method === 'POST' ? context.req.header('Idempotency-Key') : undefined;
    if (!key) return next();
    const fingerprint = createHash('sha256')
      .update(`${context.req.path}\n${await context.req.text()}`)
      .digest('hex');
    while (underWay.has(key)) await underWay.get(key);
    const { answers } = store.state;
    for (const [old, answer] of Object.entries(answers))
      if (answer.savedAt + keptFor <= clock.now()) delete answers[old];
    const saved = answers[key];
    if (saved && saved.fingerprint !== fingerprint)
      return apiError(409, 'Conflict', 'This Idempotency-Key was used with other parameters.');
    if (saved)
      return new Response(saved.body, { status: saved.status, headers: { 'Content-Type': 'application/json' } });
    const first = async () => {
      await next();
      answers[key] = {
        fingerprint,
        status: context.res.status,
        body: await context.res.clone().text(),
        savedAt: clock.now(),
      };
      store.save();
    };
    const run = first().finally(() => underWay.delete(key));
    underWay.set(
      key,
      run.catch(() => undefined),
    );
    await run;
  };
}
