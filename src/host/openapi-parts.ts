import { problemExample } from './contract-examples.js';

// What the operations of the OpenAPI document are put together from.

type Examples = Record<string, { summary: string; value: unknown }>;

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const content = (name: string, shown?: Examples, type = 'application/json') => ({
  content: { [type]: { schema: ref(name), ...(shown && { examples: shown }) } },
});
export const problemType = 'application/problem+json';

/** A refusal, its first code as the example. */
export function refusal(status: number, codes: Record<string, string>, headers?: object) {
  const shown = Object.fromEntries(
    Object.entries(codes).map(([code, summary]) => [code, { summary, value: problemExample(status, code) }]),
  );
  const description = Object.entries(codes)
    .map(([code, summary]) => `\`${code}\`: ${summary}`)
    .join(' · ');
  return { [status]: { description, ...(headers && { headers }), ...content('Problem', shown, problemType) } };
}

export const query = (
  name: string,
  description: string,
  more: { required?: boolean; schema?: object; example?: unknown } = {},
) => ({
  name,
  in: 'query',
  description,
  required: more.required ?? false,
  schema: more.schema ?? { type: 'string' },
  ...(more.example !== undefined && { example: more.example }),
});

export const asksForAccount = query('account', 'Your id of the account', { required: true, example: 'loc_123' });
export const countryCode = { type: 'string', pattern: '^[A-Za-z]{2}$' };
export const retryAfter = {
  'Retry-After': {
    description: 'Seconds, or a date; kept to, up to an hour',
    schema: { type: 'string' },
    example: '5',
  },
};
export const noStore = {
  'Cache-Control': { description: 'Never kept', schema: { type: 'string' }, example: 'no-store' },
};
export const link = {
  Link: {
    description:
      'For hosts that push: rel="alternate" and type="text/event-stream" offer the same status as server-sent events ' +
      'at that address',
    schema: { type: 'string' },
    example: '<?account=loc_123>; rel="alternate"; type="text/event-stream"',
  },
};

export const invalid = refusal(400, { invalid_request: 'something is missing or wrong; the detail says what' });
export const notSignedIn = refusal(401, { not_signed_in: 'nobody is signed in; no redirect to a page' });
export const forbidden = refusal(403, { forbidden: 'the signed-in user may not act for this account' });
export const tooMany = refusal(429, { rate_limited: 'nothing has happened; try again later' }, retryAfter);
export const later = refusal(
  503,
  {
    busy: 'ask again, not before Retry-After',
    provider_unavailable: 'Persona cannot be reached',
    rate_limited: 'Persona has had enough for now',
    unavailable: 'the server’s log says why',
  },
  retryAfter,
);
export const common = { ...invalid, ...notSignedIn, ...forbidden };

export const ok = (description: string, name: string, shown?: Examples, headers?: object) => ({
  description,
  ...(headers && { headers }),
  ...content(name, shown),
});
