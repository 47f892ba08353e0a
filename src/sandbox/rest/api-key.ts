import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { apiError } from '../resources/json-api.js';

/** Lets only requests with the API key through, as Persona does (https://docs.withpersona.com/api-authentication). */
export function apiKeyOnly(keyNow: () => string): MiddlewareHandler {
  return async (context, next) => {
    const refusal = refusalOf(context.req.header('authorization'), keyNow());
    if (refusal) return refusal;
    await next();
    return undefined;
  };
}

function refusalOf(header: string | undefined, apiKey: string): Response | undefined {
  if (!header?.startsWith('Bearer ')) return apiError(401, 'Must be authenticated to access this endpoint');
  const given = Buffer.from(header.slice('Bearer '.length));
  const expected = Buffer.from(apiKey);
  const isRight = given.length === expected.length && timingSafeEqual(given, expected);
  return isRight ? undefined : apiError(401, 'Token is invalid');
}
