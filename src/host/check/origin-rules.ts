import type { Answer } from './host-line.js';
import type { Rule, RuleGroup } from './rule.js';
import { NotAsked, odd, type Verdict, wrong } from './verdict.js';
import type { Visit } from './visit.js';

const advice = 'See “An API on another origin” in docs/embedding.md.';

/** What a browser asks before it lets a page of another origin send this. */
const preflight = (endpoint: string, method: 'GET' | 'POST', wanted: readonly string[]): Rule => ({
  id: `origin-${endpoint}`,
  title: `A page at --origin may send ${method} ${endpoint}`,
  needs: ['origin'],
  run: async (visit) => {
    const answer = await visit.host.ask(endpoint, {
      as: 'nobody',
      method: 'OPTIONS',
      note: ' before the page’s own request',
      headers: {
        origin: visit.options.origin ?? '',
        'access-control-request-method': method,
        'access-control-request-headers': wanted.join(', '),
      },
    });
    if (answer.status === 404) throw new NotAsked(`there is no ${endpoint} endpoint`);
    return letsIn(visit, answer) ?? allows(answer, method, wanted);
  },
});

function letsIn(visit: Visit, { status, headers, where }: Answer): Verdict | undefined {
  const allowed = headers.get('access-control-allow-origin');
  const { origin } = visit.options;
  if (where.startsWith('OPTIONS') && (status < 200 || status > 299))
    return wrong(
      `OPTIONS was answered ${status}, without the cookie that browsers leave out there. Answer 204. ${advice}`,
    );
  if (allowed !== origin && allowed !== '*')
    return wrong(`Access-Control-Allow-Origin is ${allowed ?? 'not there'}. Send ${origin}. ${advice}`);
  if (!('cookie' in visit.host.headersOf('me'))) return undefined;
  if (allowed === '*' || headers.get('access-control-allow-credentials') !== 'true')
    return wrong(
      `The page’s cookies do not come along. Name the origin, with Access-Control-Allow-Credentials. ${advice}`,
    );
  return undefined;
}

function allows({ headers }: Answer, method: string, wanted: readonly string[]): Verdict | undefined {
  const said = (name: string) => (headers.get(name) ?? '').toLowerCase().split(/\s*,\s*/);
  const methods = said('access-control-allow-methods');
  // Browsers send these two without being told that they may.
  if (!['GET', 'POST'].includes(method) && !methods.includes(method.toLowerCase()))
    return wrong(`Access-Control-Allow-Methods has no ${method}. ${advice}`);
  const names = said('access-control-allow-headers');
  const missing = wanted.filter((name) => !names.includes(name) && !(names.includes('*') && name !== 'authorization'));
  if (missing.length === 0) return undefined;
  return wrong(`Access-Control-Allow-Headers has no ${missing.join(', ')}. ${advice}`);
}

/** A page on another origin. */
export const originRules: RuleGroup = {
  name: 'A page on another origin',
  rules: [
    preflight('status', 'GET', ['authorization']),
    preflight('inquiry', 'POST', ['authorization', 'content-type']),
    preflight('numbers', 'GET', ['authorization']),
    preflight('purchases', 'POST', ['authorization', 'content-type', 'idempotency-key']),
    {
      id: 'origin-answers',
      title: 'A page at --origin can read answers, refusals too',
      needs: ['origin'],
      run: async (visit) => {
        const headers = { origin: visit.options.origin ?? '' };
        const answers = [
          await visit.status({ headers }),
          await visit.host.ask('status', { headers, note: ' without account' }),
        ];
        for (const answer of answers) {
          const verdict = letsIn(visit, answer);
          if (verdict) return { ...verdict, message: `${answer.where}: ${verdict.message}` };
        }
        const exposed = answers[0]?.headers.get('access-control-expose-headers') ?? '';
        return /retry-after/i.test(exposed) || exposed === '*'
          ? undefined
          : odd(`Access-Control-Expose-Headers has no retry-after, so pages do not know how long to wait. ${advice}`);
      },
    },
  ],
};
