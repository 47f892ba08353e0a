import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CheckOptions } from '../../src/host/check/check-options.js';
import { problem } from '../../src/host/index.js';
import { changed, inAnswers, instead, isPost, remembering, resent, sold, withHeader } from './check-plants.js';
import { check, type Planted, persona } from './check-world.js';

/** A fault by the name that it had in the host in another language, and the rules that see it. */
type Case = [
  fault: string,
  rules: string[],
  planted: () => Planted,
  more?: Partial<CheckOptions> & { within?: number },
];

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const noStore = { 'content-type': 'application/json', 'cache-control': 'no-store' };
const isStream = (request: Request) => request.headers.get('accept') === 'text/event-stream';

/** A shop that does not lock: it looks, waits, and sells. */
function racing(compares: boolean): Planted {
  const kept = new Map<string, { order: string; answer: Response }>();
  return {
    shop: {
      buy: async ({ key, order, guard, work }) => {
        if (!key) return problem(400, 'idempotency_key_required', 'Send one.');
        const text = JSON.stringify(order);
        const known = kept.get(key);
        if (known && compares && known.order !== text) return problem(422, 'idempotency_key_reused', 'Another order.');
        if (known) return known.answer.clone();
        const refusal = await guard?.();
        if (refusal) return refusal;
        await wait(20);
        const { status, body } = await work({} as Parameters<typeof work>[0]);
        const answer =
          status < 400 ? Response.json(body, { status }) : problem(status, (body as { code: string }).code, 'No.');
        kept.set(key, { order: text, answer });
        return answer.clone();
      },
    },
  };
}

/** A host that takes each event for the newest. */
function byArrival(): Planted {
  let last = '';
  return {
    around: async (request, next, path) => {
      const text = path === 'webhook' ? await request.clone().text() : '';
      const response = await next(request);
      if (path === 'webhook' && response.ok) last = /"name":"inquiry\.([\w-]+)"/.exec(text)?.[1] ?? last;
      if (path !== 'status' || isStream(request) || !response.ok || !last) return response;
      const body = (await response.json()) as object;
      return new Response(JSON.stringify({ ...body, status: last, verified: last === 'approved' }), response);
    },
  };
}

/** A host that believes what a page tells it. */
function believing(word: string): Planted {
  let isVerified = false;
  return {
    around: async (request, next, path) => {
      if (path === word && request.method === 'POST') {
        isVerified = true;
        return new Response(null, { status: 204 });
      }
      const response = await next(request);
      if (path !== 'status' || !isVerified || !response.ok) return response;
      const body = (await response.json()) as object;
      return new Response(JSON.stringify({ ...body, verified: true, status: 'approved' }), response);
    },
  };
}

const asOwner: Planted = {
  around: (request, next, path) => {
    const isSigned = request.headers.has('cookie') || path === 'status';
    return next(isSigned ? request : resent(request, { cookie: 'user=ann' }));
  },
};

const typed = (endpoint: string): Planted => withHeader(endpoint, 'content-type', 'text/html');

/** The ten that were planted first. */
const ten: Case[] = [
  [
    'cache20: the status is remembered for 20 s',
    ['status-knows-inquiry'],
    () => {
      const keep = remembering<string>();
      return {
        around: async (request, next, path) => {
          if (path !== 'status' || isStream(request)) return next(request);
          const text = await keep(request.url, async () => (await next(request)).text());
          return new Response(text, { headers: noStore });
        },
      };
    },
  ],
  [
    'cache20, seen at the approval',
    ['approval-at-once'],
    () => {
      const begun = Date.now();
      let old = '';
      return {
        around: async (request, next, path) => {
          const response = await next(request);
          if (path !== 'status' || isStream(request) || !response.ok) return response;
          const text = await response.text();
          if (!text.includes('"verified":true')) old = text;
          return new Response(Date.now() - begun < 3000 ? old : text, { headers: noStore });
        },
      };
    },
  ],
  [
    'sharedinq: everybody is given the newest inquiry of anybody',
    ['other-inquiry-own'],
    () => {
      const keep = remembering<object>();
      return inAnswers('inquiry', (body) => keep('anybody', async () => body));
    },
  ],
  ['race: one key is run as often as it comes at once', ['key-of-one-order-at-once'], () => racing(true)],
  ['race, seen at a sale', ['sale-different-at-once'], () => racing(true), { buy: true }],
  ['pageword: a POST by the page verifies', ['page-word'], () => believing('complete')],
  ['pageword: by another name', ['page-word'], () => believing('inquiry/verified')],
  ['pageword: beside the API', ['page-word'], () => believing('/api/complete')],
  ['htmltype: the status is sent as HTML', ['answers-typed'], () => typed('status')],
  ['htmltype: the inquiry', ['answers-typed'], () => typed('inquiry'), { only: ['inquiry-opens'] }],
  ['numtype: numbers', ['answers-typed'], () => typed('numbers'), { only: ['numbers-fit'] }],
  ['buytype: sales', ['answers-typed'], () => typed('purchases'), { buy: true, only: ['sale'] }],
  [
    'buytype: refusals',
    ['answers-problems'],
    () => typed('purchases'),
    { approve: undefined, only: ['purchase-needs-verification'] },
  ],
  [
    'slow8: every answer takes long',
    ['answers-in-time'],
    () => ({ around: (request, next) => wait(40).then(() => next(request)) }),
    { slow: 30, approve: undefined },
  ],
  [
    'idor: any session acts for any account',
    ['other-status', 'other-inquiry', 'other-purchases', 'other-stream'],
    () => ({
      identity: { authorize: (request) => request.headers.has('cookie') },
      around: async (request, next, path) => {
        if (path !== 'purchases' || !request.headers.has('cookie')) return next(request);
        const { account } = (await request.clone().json()) as { account: string };
        return next(resent(request, { cookie: `user=${account.split('_')[0]}` }));
      },
    }),
  ],
  ['order: the last event to arrive counts', ['old-news'], byArrival],
  [
    'tz: a time without its zone',
    ['approval-fits'],
    () =>
      inAnswers('status', (body) => ({
        ...body,
        verifiedAt: body.verifiedAt ? String(body.verifiedAt).replace('Z', '') : null,
      })),
  ],
  [
    'noauthpost: inquiry and purchases without a session',
    ['signed-out-inquiry', 'signed-out-purchases'],
    () => asOwner,
  ],
];

/** Signs an event anew, so that nobody sees how old it is. */
function anew(request: Request, body: string): Request {
  const seconds = Math.floor(Date.now() / 1000);
  const hmac = createHmac('sha256', persona.webhookSecret).update(`${seconds}.${body}`).digest('hex');
  return new Request(request.url, {
    method: 'POST',
    body,
    headers: { 'persona-signature': `t=${seconds},v1=${hmac}` },
  });
}

const fitsSecret = (header: string, body: string) => {
  const [, seconds, given] = /^t=(\d+),v1=(\w+)$/.exec(header) ?? [];
  return createHmac('sha256', persona.webhookSecret).update(`${seconds}.${body}`).digest('hex') === given;
};

const inquiryIn = (change: (body: Record<string, unknown>) => object): Planted =>
  inAnswers('status', (body) => (body.inquiryId ? { ...body, ...change(body) } : body));

/** Makes sessions at Persona for every request, besides what the host makes. */
const spending = (): Planted => ({
  around: async (request, next, path) => {
    const response = await next(request);
    if (path !== 'inquiry' || !response.ok) return response;
    const { inquiryId } = (await response.clone().json()) as { inquiryId: string };
    // Persona gives one that nobody has used to whoever resumes, so one more would not show.
    for (const _ of ['one', 'two'])
      await fetch(`${persona.origin}/api/v1/inquiry-sessions`, {
        method: 'POST',
        body: JSON.stringify({ data: { attributes: { 'inquiry-id': inquiryId } } }),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${persona.apiKey}` },
      });
    return response;
  },
});

/** A shop that runs each request. */
const forgetful: Planted = {
  shop: {
    buy: async ({ order, guard, work }) => {
      const refusal = await guard?.();
      if (refusal) return refusal;
      const { status, body } = await work({ id: JSON.stringify(order) } as Parameters<typeof work>[0]);
      return Response.json(body, { status });
    },
  },
};

/** Seen at the approval and at sales. */
const decided: Case[] = [
  [
    'deaf: the approval is never learned',
    ['approval-learned'],
    () => inAnswers('status', (body) => ({ ...body, verified: false, status: 'completed' })),
    { within: 1 },
  ],
  [
    'template, seen at the local Persona',
    ['foreign-inquiry'],
    () => ({ identity: { policy: { accepts: 'template' } } }),
  ],
  ['spender: a session more for every renewal', ['renewal-costs-one'], spending],
  [
    'notoken: an inquiry that was begun comes without a session',
    ['session-token'],
    () => inAnswers('inquiry', ({ sessionToken: _, ...body }) => body),
  ],
  [
    'oneforall: the approval of one is everybody’s',
    ['approval-own'],
    () => {
      let isAnybody = false;
      return inAnswers('status', (body) => {
        isAnybody ||= body.verified === true;
        return { ...body, verified: isAnybody };
      });
    },
  ],
  ['forgetful: a repeat sells again', ['sale-repeated', 'sale-at-once'], () => forgetful, { buy: true }],
  [
    'ordersmisfit: an order without its numbers',
    ['orders-fit'],
    () => inAnswers('orders', () => ({ orders: [{ id: 'a' }] })),
  ],
  [
    'placesmisfit: a kind of place that is none',
    ['places-fit'],
    () => inAnswers('places', () => ({ places: [{ kind: 'x' }] })),
  ],
];

const scenarios = () => `ann_${crypto.randomUUID()}`;

/** Seen on the ways that an inquiry can go. */
const walked: Case[] = [
  ['order, without a secret', ['scenario-webhook-reordered'], byArrival, { scenarios, webhookSecret: undefined }],
  [
    'declinedopens: a declined account tries again',
    ['scenario-decline'],
    () => ({
      around: async (request, next, path) => {
        const response = await next(request);
        return path === 'inquiry' && response.status === 409 ? Response.json({ inquiryId: 'inq_new' }) : response;
      },
    }),
    { scenarios },
  ],
  [
    'reviewpasses: a review counts as verified',
    ['scenario-review'],
    () => inAnswers('status', (body) => ({ ...body, verified: /review|approved/.test(String(body.status)) })),
    { scenarios },
  ],
  [
    'failedmisfit: what is left of the attempts is text',
    ['scenario-fail'],
    () => inAnswers('status', (body) => (body.status === 'failed' ? { ...body, attemptsLeft: 'two' } : body)),
    { scenarios },
  ],
  [
    'neverasks: a lost webhook is a lost approval',
    ['scenario-webhook-never'],
    () => inAnswers('status', (body) => ({ ...body, verified: false })),
    { scenarios, within: 1 },
  ],
];

/** Those that were planted later. */
const further: Case[] = [
  [
    'cachehdr: a cache may keep the status',
    ['status-no-store'],
    () => withHeader('status', 'cache-control', 'private, max-age=60'),
  ],
  [
    'intphone: numbers as integers',
    ['numbers-fit'],
    () =>
      inAnswers('numbers', ({ numbers }) => ({
        numbers: (numbers as { phoneNumber: string }[]).map(({ phoneNumber }) => ({
          phoneNumber: Number(phoneNumber),
        })),
      })),
  ],
  [
    'wh401: the webhook refuses every event',
    ['webhook-takes-signed'],
    () => instead(isPost('webhook'), () => problem(403, 'forbidden', 'CSRF')),
  ],
  [
    'trustcc: the country of the order is believed',
    ['purchase-own-digits'],
    () => ({
      shop: {
        regulated: ({ numbers }) => numbers.filter(({ countryCode }) => ['US', 'CA', 'PR'].includes(countryCode!)),
      },
    }),
  ],
  [
    'firstonly: the first number of a pool decides',
    ['purchase-every-number'],
    () => ({
      shop: { regulated: ({ numbers }) => numbers.slice(0, 1).filter((one) => one.phoneNumber.startsWith('+1')) },
    }),
  ],
  [
    'usonly: Canadian and toll-free numbers are forgotten',
    ['purchase-every-area'],
    () => ({ shop: { regulated: ({ numbers }) => numbers.filter((one) => /^\+1(212|415)/.test(one.phoneNumber)) } }),
  ],
  [
    'completed: counts as verified',
    ['completed-is-not-approved'],
    () =>
      inAnswers('status', (body) => ({
        ...body,
        verified: ['completed', 'needs_review', 'approved'].includes(String(body.status)),
      })),
  ],
  [
    'keep403: the refusal is kept under the key',
    ['refusal-not-kept'],
    () => {
      const keep = remembering<{ text: string; response: Response }>();
      return {
        around: async (request, next, path) => {
          if (path !== 'purchases') return next(request);
          const make = async () => next(request).then(async (response) => ({ response, text: await response.text() }));
          const { text, response } = await keep(request.headers.get('idempotency-key') ?? '', make);
          return new Response(text, response);
        },
      };
    },
  ],
  [
    'buy500: every approved purchase fails',
    ['sale'],
    () => ({ shop: { sell: () => Promise.reject(new Error('no such column')) } }),
    { buy: true },
  ],
  [
    'buy500, without buying',
    ['purchase-unlisted'],
    () => ({ shop: { sell: () => Promise.reject(new Error('no such column')) } }),
  ],
  [
    'leaveout: an answer leaves out numbers',
    ['sale-of-pool'],
    () => inAnswers('purchases', ({ numbers }) => ({ numbers: (numbers as unknown[]).slice(0, 1) })),
    { buy: true },
  ],
  ['no422: a key is taken with another order', ['key-of-one-order'], () => racing(false)],
  [
    'nocheck: no key is needed',
    ['key-required'],
    () => ({
      around: (request, next, path) => {
        const hasKey = path !== 'purchases' || request.headers.has('idempotency-key');
        return next(hasKey ? request : resent(request, { 'idempotency-key': crypto.randomUUID() }));
      },
    }),
  ],
  [
    'replay: a signature of any age',
    ['webhook-replay'],
    () => ({
      around: async (request, next, path) => {
        if (path !== 'webhook') return next(request);
        const body = await request.clone().text();
        return next(fitsSecret(request.headers.get('persona-signature') ?? '', body) ? anew(request, body) : request);
      },
    }),
  ],
  [
    'inqrace: pages at once get two inquiries',
    ['inquiry-once-at-once'],
    () => {
      let made = 0;
      return inAnswers('inquiry', (body) => {
        made += 1;
        return made === 1 ? { ...body, inquiryId: 'inq_another' } : body;
      });
    },
  ],
  [
    'norenew: the refused session again',
    ['renewal-works'],
    () => ({
      around: async (request, next, path) =>
        next(path === 'inquiry' ? await changed(request, ({ renew: _, ...body }) => body) : request),
    }),
  ],
  [
    'redecide: a verified account opens another',
    ['decided-stays-decided'],
    () => ({
      around: async (request, next, path) => {
        const response = await next(request);
        return path === 'inquiry' && response.status === 409 ? Response.json({ inquiryId: 'inq_new' }) : response;
      },
    }),
  ],
  [
    'redirect: signed out is a page to sign in',
    ['signed-out-status'],
    () =>
      instead(
        (request, path) => path !== 'webhook' && !request.headers.has('cookie'),
        () => new Response(null, { status: 302, headers: { location: '/login' } }),
      ),
  ],
  ['strings: numbers as text', ['status-fits-when-opened'], () => inquiryIn(() => ({ attemptsLeft: '3' }))],
  ['bigint: an id as a number', ['status-fits-when-opened'], () => inquiryIn(() => ({ inquiryId: 12_345_678_901 }))],
  [
    'nocors: a page elsewhere',
    ['origin-status', 'origin-inquiry', 'origin-purchases', 'origin-answers'],
    () => ({}),
    { origin: 'https://shop.example' },
  ],
  [
    'unlisted: sells numbers that nobody has',
    ['purchase-unlisted'],
    () => ({ shop: { sell: async ({ numbers }) => ({ status: 201, body: await sold(numbers).json() }) } }),
  ],
  [
    'template: an inquiry that somebody else made counts',
    ['webhook-own-inquiries'],
    () => ({ identity: { policy: { accepts: 'template' } } }),
  ],
  [
    'stalelink: a link for everybody',
    ['inquiry-link-unasked'],
    () => ({
      around: async (request, next, path) =>
        next(path === 'inquiry' ? await changed(request, (body) => ({ ...body, link: true })) : request),
    }),
  ],
  [
    'unknown500: an event it does not know breaks it',
    ['webhook-unknown-event'],
    () => ({
      around: async (request, next, path) =>
        path === 'webhook' && /"name":"(?!inquiry\.created)/.test(await request.clone().text())
          ? new Response(null, { status: 500 })
          : next(request),
    }),
  ],
  [
    'onesignature: the first set alone is read',
    ['webhook-rotation'],
    () => ({
      around: (request, next, path) => {
        const [only = ''] = request.headers.get('persona-signature')?.split(' ') ?? [];
        return next(path === 'webhook' && only ? resent(request, { 'persona-signature': only }) : request);
      },
    }),
  ],
  [
    'badorder500: what is no order breaks it',
    ['purchase-bad-orders'],
    () => ({
      around: async (request, next, path) => {
        const response = await next(request);
        const isBad = path === 'purchases' && response.status === 400 && request.headers.has('idempotency-key');
        return isBad ? new Response('Traceback (most recent call last)', { status: 500 }) : response;
      },
    }),
  ],
];

describe.each([
  ['the ten faults', ten],
  ['the further faults', further],
  ['faults at the decision', decided],
  ['faults on the way', walked],
])('%s', (_, cases) => {
  it.each(cases)('sees %s', async (_fault, rules, planted, more) => {
    const results = await check(planted(), { ...more, only: [...rules, 'status-answers', ...(more?.only ?? [])] });
    const said = results.map(({ id, outcome, message }) => `${id}: ${outcome}${message && `, ${message}`}`);
    for (const id of rules) {
      const result = results.find((one) => one.id === id);
      expect(result?.outcome, said.join('\n')).toBe('wrong');
      expect(result?.message).not.toMatch(/\[object/);
      expect(result?.message.length).toBeLessThan(400);
    }
  });
});

/** What the elements take is no fault, although a first reading of the contract might say so. */
const allowed: Case[] = [
  [
    'nullaccount: the account of a status is null',
    ['status-fits', 'status-account'],
    () => inAnswers('status', (body) => ({ ...body, account: null })),
  ],
  [
    'inq201: a new inquiry is answered 201',
    ['inquiry-opens', 'inquiry-fits'],
    () => ({
      around: async (request, next, path) => {
        const response = await next(request);
        return path === 'inquiry' && response.ok
          ? new Response(response.body, { status: 201, headers: noStore })
          : response;
      },
    }),
  ],
];

describe('the real Persona', () => {
  it('is left alone by what only a local one takes', async () => {
    const approve = { apiKey: 'persona_sandbox_key', apiUrl: 'https://api.withpersona.test/api/v1' };
    const results = await check({}, { approve, only: ['foreign-inquiry', 'scenario-decline'] });
    expect(results.map(({ outcome, message }) => `${outcome}: ${message}`)).toEqual([
      'not asked: needs a local Persona in PERSONA_API_URL',
      'not asked: needs a local Persona in PERSONA_API_URL',
    ]);
  });

  it('says what to do when it refuses, and when there is nothing to approve', async () => {
    const approve = { apiKey: 'persona_sandbox_other', apiUrl: `${persona.origin}/api/v1` };
    const [refused] = await check({}, { approve, only: ['approval-learned'] });
    expect(refused).toMatchObject({ outcome: 'not asked', mistake: true, message: expect.stringContaining('(401)') });
    const exempt = inAnswers('status', (body) => ({ ...body, verified: true }));
    const [nothing] = await check(exempt, { only: ['approval-learned'] });
    expect(nothing).toMatchObject({ mistake: true, message: expect.stringContaining('not verified yet') });
  });
});

describe('what is allowed', () => {
  it.each(allowed)('keeps quiet about %s', async (_, rules, planted) => {
    const results = await check(planted(), { only: rules });
    expect(results.map(({ outcome }) => outcome)).toEqual(rules.map(() => 'kept'));
  });
});
