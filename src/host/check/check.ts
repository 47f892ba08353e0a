import type * as z from 'zod';
import { inquiryAnswer, numbersAnswer, problemAnswer, type StatusAnswer, statusAnswer } from '../contract.js';
import { type FaultCode, faults } from './check-faults.js';

/** What to check, and as whom. */
export interface CheckOptions {
  /** The address that stands in the element's `api`, such as `https://your.site/api/identity`. */
  url: string;
  /** An account that is not verified yet; its inquiry is opened. */
  account: string;
  /** What signs in somebody who may act for the account, a cookie above all. */
  headers?: Record<string, string>;
  /** Default the global `fetch`. */
  fetch?: typeof fetch;
}

/** Something the elements would stumble over, or somebody could abuse. */
export interface Finding {
  code: FaultCode;
  /** The request, such as `GET status`. */
  where: string;
  /** What is wrong and what to do. */
  message: string;
}

interface Answer {
  where: string;
  status: number;
  headers: Headers;
  text: string;
  json: unknown;
}

const Decided = ['already_decided', 'attempts_exhausted', 'not_required'];
/** Set aside for fiction, so no host can sell it. */
const Number = '+12125550100';
const Event = JSON.stringify({
  data: {
    type: 'event',
    id: 'evt_check',
    attributes: { name: 'inquiry.approved', 'created-at': '2026-01-01T00:00:00.000Z', payload: {} },
  },
});

/** Walks a host's endpoints as the elements, and as somebody with bad intentions, would. Empty when all is well; never rejects. */
export async function checkHost({ url, account, headers = {}, fetch: send = fetch }: CheckOptions): Promise<Finding[]> {
  const found = new Map<string, Finding>();
  const find = (code: FaultCode, where: string, more = ''): null => {
    found.set(`${code} ${where}`, { code, where, message: faults[code] + more });
    return null;
  };
  const base = url.replace(/\/+$/, '');
  const query = new URLSearchParams({ account, action: 'number-purchase' });

  async function ask(path: string, init: RequestInit = {}, note = ''): Promise<Answer | null> {
    const where = `${init.method ?? 'GET'} ${path.split('?')[0]}${note}`;
    try {
      const response = await send(`${base}/${path}`, {
        ...init,
        headers: { Accept: 'application/json', ...headers, ...init.headers },
        redirect: 'manual',
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      const answer = { where, status: response.status, headers: response.headers, text, json: parse(text) };
      if (/persona_(sandbox|production)_\w|wbhsec_\w/.test(text)) find('secret_in_answer', where);
      if (/\n\s+at .+:\d+:\d+|\\n\s+at .+:\d+:\d+/.test(text)) find('stack_trace', where);
      return answer;
    } catch {
      return find('unreachable', where);
    }
  }

  function fit<T>(schema: z.ZodType<T>, { where, headers: sent, json }: Answer): T | null {
    if (json === undefined || !/json/.test(sent.get('Content-Type') ?? '')) return find('not_json', where);
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    return find(
      'does_not_fit',
      where,
      ` ${parsed.error.issues.map(({ path, message }) => `"${path.join('.') || 'the whole answer'}": ${message}`).join('; ')}.`,
    );
  }

  /** The code of a refusal; anything but a proper one is found. */
  function refusal(answer: Answer): string | null {
    const parsed = problemAnswer.safeParse(answer.json);
    const typed = answer.headers.get('Content-Type')?.includes('application/problem+json');
    if (!parsed.success || !typed) return find('not_a_problem', answer.where);
    return parsed.data.code;
  }

  const postJson = (body: unknown, more: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...more },
  });
  const ok = (answer: Answer | null): answer is Answer =>
    answer !== null && answer.status >= 200 && answer.status < 300;

  async function checkStatus(): Promise<StatusAnswer | null> {
    const answer = await ask(`status?${query}`, { headers: { Origin: 'https://elsewhere.example' } });
    if (!answer) return null;
    if (answer.status !== 200) return find('status_missing', answer.where, ` It answered ${answer.status}.`);
    const status = fit(statusAnswer, answer);
    if (!/no-store/.test(answer.headers.get('Cache-Control') ?? '')) find('cacheable', answer.where);
    if (/sessionToken|session-token|oneTimeLink/.test(answer.text)) find('token_in_status', answer.where);
    const allowed = answer.headers.get('Access-Control-Allow-Origin');
    if (allowed === 'https://elsewhere.example' && answer.headers.get('Access-Control-Allow-Credentials') === 'true')
      find('open_to_other_sites', answer.where);
    if (/text\/event-stream/.test(answer.headers.get('Link') ?? '')) await checkStream();
    if (status?.account && status.account !== account) find('other_account', answer.where);
    if (
      status?.verified &&
      status.status &&
      ['declined', 'failed', 'expired', 'needs_review', 'none', 'created', 'pending'].includes(status.status)
    )
      find('contradiction', answer.where);
    return status;
  }

  async function checkStream(): Promise<void> {
    const where = 'GET status as text/event-stream';
    const leaving = new AbortController();
    const late = setTimeout(() => leaving.abort(), 20_000);
    try {
      const response = await send(`${base}/status?${query}`, {
        headers: { ...headers, Accept: 'text/event-stream' },
        signal: leaving.signal,
      });
      const source = response.body?.getReader();
      let text = '';
      while (source && !/data:.*\n\n/.test(text)) {
        const { value, done } = await source.read();
        if (done) break;
        text += new TextDecoder().decode(value);
      }
      const data = /^data: ?(.*)\n/m.exec(text)?.[1];
      const served = response.status === 200 && response.headers.get('Content-Type')?.includes('text/event-stream');
      if (!served || !statusAnswer.safeParse(parse(data ?? '')).success) find('broken_stream', where);
    } catch {
      find('broken_stream', where);
    } finally {
      clearTimeout(late);
      leaving.abort();
    }
  }

  async function checkWhoMayAsk(): Promise<void> {
    const stranger = await ask(
      `status?account=${crypto.randomUUID()}&action=number-purchase`,
      {},
      ' of an unknown account',
    );
    if (ok(stranger) && (stranger.json as { verified?: unknown } | undefined)?.verified === true)
      find('verifies_anybody', stranger.where);
    const nobody = await ask('status', {}, ' without account');
    if (nobody && nobody.status !== 400) find('account_not_required', nobody.where, ` It answered ${nobody.status}.`);
    else if (nobody) refusal(nobody);
    if (Object.keys(headers).length === 0) return;
    const none = Object.fromEntries(Object.keys(headers).map((name) => [name, '']));
    const unsigned = await ask(`status?${query}`, { headers: none }, ' without signing in');
    if (ok(unsigned)) find('open_to_strangers', unsigned.where);
  }

  async function checkInquiry(status: StatusAnswer): Promise<void> {
    if (ok(await ask(`inquiry?${query}`))) find('inquiry_by_get', 'GET inquiry');
    const form = await ask(
      'inquiry',
      { method: 'POST', body: JSON.stringify({ account }), headers: { 'Content-Type': 'text/plain' } },
      ' as text/plain',
    );
    if (ok(form)) find('inquiry_by_form', form.where);
    if (status.verified || status.required === false) return;
    const first = await ask('inquiry', postJson({ account, action: 'number-purchase' }));
    if (!first) return;
    if (first.status === 409 && Decided.includes(refusal(first) ?? '')) return;
    if (first.status !== 200) return void find('inquiry_missing', first.where, ` It answered ${first.status}.`);
    const inquiry = fit(inquiryAnswer, first);
    const second = await ask('inquiry', postJson({ account, action: 'number-purchase' }));
    const again = ok(second) ? (second.json as { inquiryId?: unknown } | undefined)?.inquiryId : undefined;
    if (inquiry && again !== inquiry.inquiryId) find('second_inquiry', first.where);
  }

  async function checkWebhook(): Promise<void> {
    const tries = [
      ['believes_unsigned', '', {}],
      [
        'believes_forged',
        ' with a wrong signature',
        { 'Persona-Signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` },
      ],
    ] as const;
    for (const [code, note, more] of tries) {
      const answer = await ask(
        'webhook',
        { method: 'POST', body: Event, headers: { 'Content-Type': 'application/json', ...more } },
        note,
      );
      if (!answer) return;
      if (answer.status === 404 || answer.status === 405) return void find('webhook_missing', answer.where);
      if (ok(answer)) find(code, answer.where);
      if (answer.status >= 500) find('webhook_fails', answer.where);
    }
  }

  async function checkShop(status: StatusAnswer): Promise<void> {
    const numbers = await ask('numbers?countryCode=US');
    if (numbers && numbers.status !== 404) {
      if (ok(numbers)) fit(numbersAnswer, numbers);
      const bad = await ask('numbers', {}, ' without countryCode');
      if (bad && bad.status !== 400) find('bad_search_not_refused', bad.where);
    }
    const order = { account, numbers: [{ phoneNumber: Number, countryCode: 'US', numberType: 'local' }] };
    const keyless = await ask('purchases', postJson(order), ' without a key');
    if (!keyless || keyless.status === 404) return;
    if (keyless.status !== 400 && keyless.status !== 403)
      find('key_not_required', keyless.where, ` It answered ${keyless.status}.`);
    if (status.verified || status.required === false) return;
    const sale = await ask('purchases', postJson(order, { 'Idempotency-Key': crypto.randomUUID() }));
    if (sale && (sale.status !== 403 || refusal(sale) !== 'verification_required'))
      find('sells_unverified', sale.where, ` It answered ${sale.status}.`);
  }

  const status = await checkStatus();
  if (found.has('unreachable GET status')) return [...found.values()];
  await checkWhoMayAsk();
  await checkInquiry(status ?? { verified: false });
  await checkWebhook();
  await checkShop(status ?? { verified: false });
  return [...found.values()];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
