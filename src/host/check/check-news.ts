import { inquiryAnswer, type StatusAnswer, statusAnswer } from '../contract.js';
import { faults } from './check-faults.js';
import type { CheckOptions, Finding } from './inspection.js';

/** Whose approval to bring about, and how soon it has to be known. */
export interface NewsOptions extends CheckOptions {
  /** A key of Persona's sandbox, or of the local Persona. */
  apiKey: string;
  /** Default `https://api.withpersona.com/api/v1`. */
  apiUrl?: string;
  /** Seconds within which the host has to know, default 30. */
  within?: number;
}

const lookAgainMs = 500;
const timeoutMs = 20_000;

/**
 * Approves the account's inquiry at Persona and watches the host's status as a page would. Nothing is found when the
 * host says "verified" in time; rejects with what to do when there is nothing to approve.
 */
export async function checkNews({
  url,
  account,
  headers = {},
  fetch: send = fetch,
  apiKey,
  apiUrl = 'https://api.withpersona.com/api/v1',
  within = 30,
}: NewsOptions): Promise<Finding | undefined> {
  const base = url.replace(/\/+$/, '');
  const action = 'number-purchase';

  /** What the address answers, or undefined without an answer. */
  const ask = (address: string, init: RequestInit) =>
    send(address, { ...init, signal: AbortSignal.timeout(timeoutMs) }).catch(() => undefined);
  const post = (address: string, body: unknown, more: Record<string, string>) =>
    ask(address, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...more },
    });

  const openInquiry = async () => {
    const answer = await post(`${base}/inquiry`, { account, action }, headers);
    const opened = inquiryAnswer.safeParse(await jsonOf(answer));
    if (opened.success) return opened.data.inquiryId;
    throw new Error('--approve found no inquiry to approve. Take an account that is not verified yet.');
  };
  const approve = async (inquiryId: string) => {
    const actions = ['start_inquiry', 'complete_inquiry', 'approve_inquiry'].map((type) => ({ type }));
    const answer = await post(
      `${apiUrl}/inquiries/${inquiryId}/perform-simulate-actions`,
      { meta: { 'simulate-actions': actions } },
      { authorization: `Bearer ${apiKey}`, 'idempotency-key': crypto.randomUUID() },
    );
    if (answer?.ok) return;
    throw new Error(
      `Persona did not take the approval (${answer?.status ?? 'no answer'}). ` +
        'Is PERSONA_API_KEY the key that the host uses, and is the account’s inquiry a new one?',
    );
  };
  const askStatus = async (): Promise<StatusAnswer | undefined> => {
    const query = new URLSearchParams({ account, action });
    const answer = await ask(`${base}/status?${query}`, { headers: { accept: 'application/json', ...headers } });
    return statusAnswer.safeParse(await jsonOf(answer)).data;
  };

  await approve(await openInquiry());
  const begun = Date.now();
  let said = 'nothing';
  while (Date.now() - begun < within * 1000) {
    const status = await askStatus();
    if (status?.verified) return undefined;
    said = status?.status ?? 'nothing';
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  return {
    code: 'learns_late',
    where: 'GET status after the approval',
    message: `${faults.learns_late} It still said "${said}" after ${within} s.`,
  };
}

async function jsonOf(answer: Response | undefined): Promise<unknown> {
  return answer?.json().catch(() => undefined);
}
