import { describe, expect, it } from 'vitest';
import { problemAnswer } from '../../src/host/contract.js';
import { problem } from '../../src/host/index.js';

describe('problem', () => {
  it('is an answer of RFC 9457 with a code, which no cache keeps', async () => {
    const answer = problem(409, 'nothing_to_review', 'This account has not begun a verification.');
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const body: unknown = await answer.json();
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Nothing to review',
      status: 409,
      detail: 'This account has not begun a verification.',
      code: 'nothing_to_review',
    });
    expect(problemAnswer.safeParse(body).success).toBe(true);
  });

  it('takes headers beside its own', () => {
    const answer = problem(503, 'starting', 'Try again in a moment.', { 'retry-after': '2' });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
});
