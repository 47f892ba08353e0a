import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Decision, ReviewError, Reviewer, type Rule } from '../../demo/server/reviewer.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { options } from './demo-options.js';

/** Time stands still, and what is due at once is done before anything is answered: the stand-in's own decisions too. */
const time = Date.parse('2026-11-20T12:00:00Z');
const clock = {
  now: () => time,
  setTimeout: (callback: () => void, ms: number) => {
    if (ms <= 0) queueMicrotask(callback);
  },
  clearTimeout: () => {},
};

let standIn: Sandbox;
let reviewer: Reviewer;
const rule: Rule = { completed: 'approve' };

beforeAll(async () => {
  standIn = await startSandbox({ appDir: options.appDir, clock, decisionDelay: 0, workflow: rule });
  reviewer = new Reviewer(standIn);
});
afterAll(() => standIn.close());

async function stage(account: string, decision: Decision): Promise<void> {
  const response = await fetch(`${standIn.origin}/api/v1/inquiries`, {
    method: 'POST',
    headers: { authorization: `Bearer ${standIn.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      data: { attributes: { 'inquiry-template-id': standIn.templateId, 'reference-id': account } },
    }),
  });
  const { data } = (await response.json()) as { data: { id: string } };
  await reviewer.stage(data.id, decision);
}

async function inquiryOf(account: string): Promise<{ id: string; status: string }> {
  const query = new URLSearchParams({ 'filter[reference-id]': account });
  const response = await fetch(`${standIn.origin}/api/v1/inquiries?${query}`, {
    headers: { authorization: `Bearer ${standIn.apiKey}` },
  });
  const { data } = (await response.json()) as { data: [{ id: string; attributes: { status: string } }] };
  return { id: data[0].id, status: data[0].attributes.status };
}

describe('the reviewer', () => {
  it('is done when the stand-in has approved by itself first', async () => {
    await stage('acc_quick', 'approve');
    const { id, status } = await inquiryOf('acc_quick');
    expect(status).toBe('approved');
    await reviewer.decide(id, 'approve');
  });

  it('approves what the stand-in has marked for review first', async () => {
    rule.completed = 'mark-for-review';
    await stage('acc_marked', 'approve');
    expect(await inquiryOf('acc_marked')).toMatchObject({ status: 'approved' });
  });

  it('does not take the opposite decision for its own', async () => {
    await stage('acc_declined', 'decline');
    const { id } = await inquiryOf('acc_declined');
    await expect(reviewer.decide(id, 'approve')).rejects.toThrow(ReviewError);
    expect(await inquiryOf('acc_declined')).toMatchObject({ status: 'declined' });
  });
});
