import { inquiryAnswer, type StatusAnswer, statusAnswer } from '../contract.js';
import { numbersAnswer } from '../shop-contract.js';
import { checkLimits } from './check-limits.js';
import { type Answer, type CheckOptions, type Finding, Inspection, parseJson } from './inspection.js';

const decided = ['already_decided', 'attempts_exhausted', 'not_required'];
const undecided = ['declined', 'failed', 'expired', 'needs_review', 'none', 'created', 'pending'];
const elsewhere = 'https://elsewhere.example';
/** Set aside for fiction, so no host can sell it. */
const phoneNumber = '+12125550100';
const event = JSON.stringify({
  data: {
    type: 'event',
    id: 'evt_check',
    attributes: { name: 'inquiry.approved', 'created-at': '2026-01-01T00:00:00.000Z', payload: {} },
  },
});

/**
 * Walks a host's endpoints as the elements, and as somebody with bad intentions, would. Empty when all is well; never
 * rejects.
 */
export async function checkHost(options: CheckOptions): Promise<Finding[]> {
  const inspection = new Inspection(options);
  const status = await checkStatus(inspection);
  if (!inspection.found.has('unreachable GET status')) {
    await checkWhoMayAsk(inspection);
    await checkInquiry(inspection, status ?? { verified: false });
    await checkWebhook(inspection);
    await checkShop(inspection, status ?? { verified: false });
    await checkLimits(inspection);
  }
  return [...inspection.found.values()];
}

const ok = (answer: Answer | undefined): answer is Answer =>
  answer !== undefined && answer.status >= 200 && answer.status < 300;

const postJson = (body: unknown, more: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...more },
});

/** Whether the account can go on without an inquiry. */
const passes = ({ verified, required }: StatusAnswer) => verified || required === false;

async function checkStatus(inspection: Inspection): Promise<StatusAnswer | undefined> {
  const answer = await inspection.ask(`status?${inspection.query}`, { headers: { origin: elsewhere } });
  if (!answer) return undefined;
  const { where, headers, text } = answer;
  if (answer.status !== 200) {
    inspection.find('status_missing', where, ` It answered ${answer.status}.`);
    return undefined;
  }
  const status = inspection.fit(statusAnswer, answer);
  if (!/no-store/.test(headers.get('cache-control') ?? '')) inspection.find('cacheable', where);
  if (/sessionToken|session-token|oneTimeLink/.test(text)) inspection.find('token_in_status', where);
  const letsIn = headers.get('access-control-allow-origin') === elsewhere;
  if (letsIn && headers.get('access-control-allow-credentials') === 'true') {
    inspection.find('open_to_other_sites', where);
  }
  if (/text\/event-stream/.test(headers.get('link') ?? '')) await checkStream(inspection);
  if (status?.account && status.account !== inspection.account) inspection.find('other_account', where);
  if (status?.verified && undecided.includes(status.status ?? '')) inspection.find('contradiction', where);
  return status;
}

async function checkStream(inspection: Inspection): Promise<void> {
  const where = 'GET status as text/event-stream';
  const leaving = new AbortController();
  const late = setTimeout(() => leaving.abort(), 20_000);
  try {
    const response = await inspection.send(`status?${inspection.query}`, {
      headers: { ...inspection.headers, accept: 'text/event-stream' },
      signal: leaving.signal,
    });
    const data = /^data: ?(.*)\n/m.exec(await firstEvent(response))?.[1];
    const typed = response.headers.get('content-type')?.includes('text/event-stream');
    const told = statusAnswer.safeParse(parseJson(data ?? '')).success;
    if (response.status !== 200 || !typed || !told) inspection.find('broken_stream', where);
  } catch {
    inspection.find('broken_stream', where);
  } finally {
    clearTimeout(late);
    leaving.abort();
  }
}

/** What a stream says until its first event is complete, or it ends. */
async function firstEvent({ body }: Response): Promise<string> {
  const source = body?.getReader();
  let text = '';
  while (source && !/data:.*\n\n/.test(text)) {
    const { value, done } = await source.read();
    if (done) break;
    text += new TextDecoder().decode(value);
  }
  return text;
}

async function checkWhoMayAsk(inspection: Inspection): Promise<void> {
  const unknown = new URLSearchParams({ account: crypto.randomUUID(), action: 'number-purchase' });
  const stranger = await inspection.ask(`status?${unknown}`, {}, ' of an unknown account');
  if (ok(stranger) && (stranger.json as { verified?: unknown } | undefined)?.verified === true) {
    inspection.find('verifies_anybody', stranger.where);
  }
  const nobody = await inspection.ask('status', {}, ' without account');
  if (nobody && nobody.status !== 400) {
    inspection.find('account_not_required', nobody.where, ` It answered ${nobody.status}.`);
  } else if (nobody) {
    inspection.refusal(nobody);
  }
  const names = Object.keys(inspection.headers);
  if (names.length === 0) return;
  const none = Object.fromEntries(names.map((name) => [name, '']));
  const unsigned = await inspection.ask(`status?${inspection.query}`, { headers: none }, ' without signing in');
  if (ok(unsigned)) inspection.find('open_to_strangers', unsigned.where);
}

async function checkInquiry(inspection: Inspection, status: StatusAnswer): Promise<void> {
  const { account, query } = inspection;
  if (ok(await inspection.ask(`inquiry?${query}`))) inspection.find('inquiry_by_get', 'GET inquiry');
  const text: RequestInit = {
    method: 'POST',
    body: JSON.stringify({ account }),
    headers: { 'content-type': 'text/plain' },
  };
  const form = await inspection.ask('inquiry', text, ' as text/plain');
  if (ok(form)) inspection.find('inquiry_by_form', form.where);
  if (passes(status)) return;

  const open = () => inspection.ask('inquiry', postJson({ account, action: 'number-purchase' }));
  const first = await open();
  if (!first) return;
  if (first.status === 409 && decided.includes(inspection.refusal(first) ?? '')) return;
  if (first.status !== 200) {
    inspection.find('inquiry_missing', first.where, ` It answered ${first.status}.`);
    return;
  }
  const inquiry = inspection.fit(inquiryAnswer, first);
  if (inquiry?.oneTimeLink) inspection.find('link_unasked', first.where);
  const second = await open();
  const again = ok(second) ? (second.json as { inquiryId?: unknown } | undefined)?.inquiryId : undefined;
  if (inquiry && again !== inquiry.inquiryId) inspection.find('second_inquiry', first.where);
}

async function checkWebhook(inspection: Inspection): Promise<void> {
  const forged = `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`;
  const tries = [
    { believes: 'believes_unsigned', note: '', signature: {} },
    {
      believes: 'believes_forged',
      note: ' with a wrong signature',
      signature: { 'persona-signature': forged },
    },
  ] as const;
  for (const { believes, note, signature } of tries) {
    const headers = { 'content-type': 'application/json', ...signature };
    const answer = await inspection.ask('webhook', { method: 'POST', body: event, headers }, note);
    if (!answer) return;
    const { status, where } = answer;
    if (status === 404 || status === 405) {
      inspection.find('webhook_missing', where);
      return;
    }
    if (ok(answer)) inspection.find(believes, where);
    if (status >= 500) inspection.find('webhook_fails', where);
  }
}

async function checkShop(inspection: Inspection, status: StatusAnswer): Promise<void> {
  const numbers = await inspection.ask('numbers?countryCode=US');
  if (numbers && numbers.status !== 404) {
    if (ok(numbers)) inspection.fit(numbersAnswer, numbers);
    const bad = await inspection.ask('numbers', {}, ' without countryCode');
    if (bad && bad.status !== 400) inspection.find('bad_search_not_refused', bad.where);
  }

  const order = { account: inspection.account, numbers: [{ phoneNumber, countryCode: 'US', numberType: 'local' }] };
  const keyless = await inspection.ask('purchases', postJson(order), ' without a key');
  if (!keyless || keyless.status === 404) return;
  if (keyless.status !== 400 && keyless.status !== 403) {
    inspection.find('key_not_required', keyless.where, ` It answered ${keyless.status}.`);
  }
  if (passes(status)) return;
  const sale = await inspection.ask('purchases', postJson(order, { 'idempotency-key': crypto.randomUUID() }));
  if (!sale) return;
  const refused = sale.status === 403 && inspection.refusal(sale) === 'verification_required';
  if (!refused) inspection.find('sells_unverified', sale.where, ` It answered ${sale.status}.`);
}
