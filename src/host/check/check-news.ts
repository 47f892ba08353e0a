import { inquiryAnswer, statusAnswer } from '../contract.js';
import type { CheckOptions, Finding } from './check.js';
import { faults } from './check-faults.js';

/** Whose approval to bring about, and how soon it has to be known. */
export interface NewsOptions extends CheckOptions {
  /** A key of Persona's sandbox, or of the local Persona. */
  apiKey: string;
  /** Default `https://api.withpersona.com/api/v1`. */
  apiUrl?: string;
  /** Seconds within which the host has to know, default 30. */
  within?: number;
}

const LookAgainMs = 500;

/**
 * Approves the account's inquiry at Persona and watches the host's status as a page would. Null when the host says "verified" in
 * time; rejects with what to do when there is nothing to approve.
 */
export async function checkNews({
  url,
  account,
  headers = {},
  fetch: send = fetch,
  apiKey,
  apiUrl = 'https://api.withpersona.com/api/v1',
  within = 30,
}: NewsOptions): Promise<Finding | null> {
  const base = url.replace(/\/+$/, '');
  const post = (address: string, body: unknown, more: Record<string, string>) =>
    send(address, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...more },
      signal: AbortSignal.timeout(20_000),
    });

  const opened = inquiryAnswer.safeParse(
    await post(`${base}/inquiry`, { account, action: 'number-purchase' }, headers)
      .then((answer) => answer.json())
      .catch(() => null),
  );
  if (!opened.success)
    throw new Error('--approve found no inquiry to approve. Take an account that is not verified yet.');
  const types = ['start_inquiry', 'complete_inquiry', 'approve_inquiry'];
  const approved = await post(
    `${apiUrl}/inquiries/${opened.data.inquiryId}/perform-simulate-actions`,
    { meta: { 'simulate-actions': types.map((type) => ({ type })) } },
    { Authorization: `Bearer ${apiKey}`, 'Idempotency-Key': crypto.randomUUID() },
  ).catch(() => null);
  if (!approved?.ok)
    throw new Error(
      `Persona did not take the approval (${approved?.status ?? 'no answer'}). Is PERSONA_API_KEY the key that the host uses, and is the account’s inquiry a new one?`,
    );

  const begun = Date.now();
  let said = 'nothing';
  while (Date.now() - begun < within * 1000) {
    const answer: unknown = await send(
      `${base}/status?${new URLSearchParams({ account, action: 'number-purchase' })}`,
      { headers: { Accept: 'application/json', ...headers }, signal: AbortSignal.timeout(20_000) },
    )
      .then((status) => status.json())
      .catch(() => null);
    const status = statusAnswer.safeParse(answer).data;
    if (status?.verified) return null;
    said = status?.status ?? 'nothing';
    await new Promise((resolve) => setTimeout(resolve, LookAgainMs));
  }
  return {
    code: 'learns_late',
    where: 'GET status after the approval',
    message: `${faults.learns_late} It still said "${said}" after ${within} s.`,
  };
}
