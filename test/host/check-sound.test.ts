import { describe, expect, it } from 'vitest';
import { check } from './check-world.js';

const withCors = async (request: Request, next: (request: Request) => Promise<Response>): Promise<Response> => {
  const isPreflight = request.method === 'OPTIONS';
  const answer = isPreflight ? new Response(null, { status: 204 }) : await next(request);
  const headers = new Headers(answer.headers);
  headers.set('access-control-allow-origin', 'https://shop.example');
  headers.set('access-control-allow-credentials', 'true');
  headers.set('access-control-allow-headers', 'authorization, content-type, idempotency-key');
  headers.set('access-control-expose-headers', 'link, retry-after');
  return new Response(answer.body, { status: answer.status, headers });
};

describe('a host that keeps the contract', () => {
  it('keeps every rule that can be asked', async () => {
    const results = await check(
      { around: withCors },
      { origin: 'https://shop.example', buy: true, scenarios: () => `ann_${crypto.randomUUID()}` },
    );
    const others = results.filter(({ outcome }) => outcome !== 'kept');
    expect(others.map(({ id, outcome, message }) => `${id}: ${outcome}, ${message}`)).toEqual([
      expect.stringMatching(/^scenario-pages: not asked, .* are of Persona’s pages, not of a host$/),
    ]);
    expect(results.length).toBeGreaterThan(80);
  });

  it('is not blamed for other work that begins while its answers are timed', async () => {
    let answered = 0;
    const results = await check(
      {
        around: async (request, next, path) => {
          if (path !== 'webhook') return next(request);
          answered += 1;
          // The first answer is quick; then something else keeps the machine busy for a while.
          if (answered > 1 && answered <= 10) await new Promise((resolve) => setTimeout(resolve, 200));
          return next(request);
        },
      },
      { only: ['limit-signatures'] },
    );
    expect(results.map(({ outcome, message }) => `${outcome} ${message}`)).toEqual(['kept ']);
    expect(answered).toBeGreaterThan(10);
  });
});
