import { Hono } from 'hono';
import { apiError } from '../resources/json-api.js';

const oneKey = 'The stand-in has one API key, which is chosen when it starts (--key).';
const noPdf = 'The stand-in draws no PDF; what it would show is in the answer of the record itself.';
const noInvestigation = 'Nothing here is redacted by a retention policy, which is what a lock keeps off.';

/** What Persona has and the stand-in has not, and why. */
export const refusedOperations: [method: string, path: string, reason: string][] = [
  ['POST', '/accounts/:id/run-action', 'Account actions are workflows of a dashboard, and the stand-in has none.'],
  ['POST', '/api-keys', oneKey],
  ['PATCH', '/api-keys/:id', oneKey],
  ['POST', '/api-keys/:id/expire', oneKey],
  ['POST', '/api-keys/:id/clone', oneKey],
  ['GET', '/document/generics/:id', 'The templates here ask for no document but an ID, so there is no generic one.'],
  ['GET', '/inquiries/:id/print', noPdf],
  ['GET', '/verifications/:id/print', noPdf],
  ['POST', '/verifications/:id/investigation-lock', noInvestigation],
  ['POST', '/verifications/:id/investigation-unlock', noInvestigation],
];

/** Products of Persona's that the stand-in has nothing of. */
const otherProducts = [
  'api-logs',
  'client-tokens',
  'connections',
  'devices',
  'graph-queries',
  'importers',
  'list-items',
  'lists',
  'reports',
  'transactions',
  'user-audit-logs',
];

/** What is served in part: a call that is not among it is none of those a verification needs. */
const servedInPart = ['accounts', 'api-keys', 'inquiry-template-versions', 'inquiry-templates', 'theme-sets'];

/** Says of everything that is not served why it is not, with 501 and Persona's shape of an error. */
export function refusedApi(): Hono {
  const api = new Hono();
  const refuse = (reason: string) => () => apiError(501, 'Not Implemented', reason);
  for (const [method, path, reason] of refusedOperations) api.on(method, path, refuse(reason));
  for (const product of otherProducts)
    for (const path of [`/${product}`, `/${product}/*`])
      api.all(path, refuse(`The stand-in is about inquiries and has no ${product.replaceAll('-', ' ')}.`));
  for (const part of servedInPart)
    for (const path of [`/${part}`, `/${part}/*`])
      api.all(path, refuse(`The stand-in does not serve this call about ${part.replaceAll('-', ' ')}.`));
  return api;
}
