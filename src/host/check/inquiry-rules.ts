import { inquiryAnswer, statusAnswer } from '../contract.js';
import { lookAgainMs, pause } from './check-options.js';
import { fits, read } from './fit-answer.js';
import { codeOf, isOk } from './host-line.js';
import type { RuleGroup } from './rule.js';
import { NotAsked, odd, wrong } from './verdict.js';
import { pagesAtOnce, type Visit } from './visit.js';

const decided = ['already_decided', 'attempts_exhausted', 'not_required'];
/** What a host may answer to pages that come at the same time as another. */
const busy = [409, 423, 425, 429, 503];

/** What opens Persona. */
export const inquiryRules: RuleGroup = {
  name: 'Inquiry',
  rules: [
    {
      id: 'inquiry-opens',
      title: 'POST inquiry opens the account’s inquiry',
      run: async (visit) => {
        const { answers } = await visit.opening();
        if (answers.some(isOk)) return undefined;
        const [first] = answers;
        if (first?.status === 409 && decided.includes(codeOf(first) ?? ''))
          throw new NotAsked(`the account has nothing to start (${codeOf(first)}). Take a fresh one`);
        return wrong(`It answered ${first?.status}, neither 200 nor 409 with ${decided.join(', ')}.`);
      },
    },
    {
      id: 'inquiry-fits',
      title: 'What opens it fits the contract',
      run: async (visit) => {
        const opened = (await visit.opening()).answers.find(isOk);
        if (opened) return fits(inquiryAnswer, opened);
        throw new NotAsked('the host opened no inquiry');
      },
    },
    {
      id: 'inquiry-once-at-once',
      title: `${pagesAtOnce} pages that open it at once get one inquiry`,
      run: async (visit) => {
        const { answers } = await visit.opening();
        const strange = answers.find((answer) => !isOk(answer) && !busy.includes(answer.status));
        if (strange && answers.some(isOk)) return wrong(`One of them was answered ${strange.status}.`);
        const ids = new Set(
          answers.filter(isOk).map(({ json }) => (json as { inquiryId?: unknown } | null)?.inquiryId),
        );
        if (ids.size <= 1) return undefined;
        return wrong(
          `They got ${ids.size}. Each costs money, and an approval of one leaves the others open. Keep a row for each ` +
            'account, and let the database say who creates.',
        );
      },
    },
    {
      id: 'inquiry-same-again',
      title: 'Opened again it is the same inquiry',
      run: async (visit) => {
        const { inquiryId } = await visit.inquiry();
        const { json, status } = await visit.open({}, { note: ' again' });
        if ((json as { inquiryId?: unknown } | undefined)?.inquiryId === inquiryId) return undefined;
        return wrong(
          `Asked twice, it gave another one (${status}). Each costs money, and an approval of one leaves the other open. ` +
            'Give the account’s one inquiry again.',
        );
      },
    },
    {
      id: 'inquiry-link-unasked',
      title: 'A one-time link is made for those who ask for it only',
      run: async (visit) => {
        if (!(await visit.inquiry()).oneTimeLink) return undefined;
        return wrong(
          'A link is given to whoever opens the inquiry. Persona counts each as a session, and an inquiry has 25: ' +
            'make one for a request with "link": true only.',
        );
      },
    },
    {
      id: 'inquiry-link',
      title: '“Continue on your phone” gets a link',
      needs: ['persona'],
      run: async (visit) => {
        await visit.inquiry();
        const answer = await visit.open({ link: true }, { note: ' with "link": true' });
        if (read(inquiryAnswer, answer).oneTimeLink) return undefined;
        return odd('There is none, so nobody can go on on a phone. Everything else works.');
      },
    },
    {
      id: 'status-knows-inquiry',
      title: 'The status knows at once what the inquiry endpoint has done',
      run: knowsAtOnce,
    },
    {
      id: 'status-fits-when-opened',
      title: 'The status fits the contract with an inquiry in it',
      run: async (visit) => {
        await visit.inquiry();
        return fits(statusAnswer, await visit.status());
      },
    },
    {
      id: 'inquiry-by-get',
      title: 'A GET opens nothing',
      run: async (visit) => {
        const query = new URLSearchParams({ account: visit.account });
        if (!isOk(await visit.host.ask(`inquiry?${query}`))) return undefined;
        return wrong('It does. Browsers and mail scanners follow links by themselves; answer 405.');
      },
    },
    {
      id: 'inquiry-by-form',
      title: 'A form on another site opens nothing',
      run: async (visit) => {
        const answer = await visit.host.ask('inquiry', {
          method: 'POST',
          body: JSON.stringify({ account: visit.account }),
          headers: { 'content-type': 'text/plain' },
          note: ' as text/plain',
        });
        if (!isOk(answer)) return undefined;
        return wrong(
          'A form on another site can open an inquiry in the user’s name. Take application/json only, and answer 415.',
        );
      },
    },
    {
      id: 'inquiry-reference',
      title: 'The inquiry names the account at Persona',
      needs: ['persona'],
      run: async (visit) => {
        const { inquiryId } = await visit.inquiry();
        const reference = (await visit.persona.inquiry(inquiryId)).attributes?.['reference-id'];
        if (reference === visit.account) return undefined;
        return odd(
          `Its reference id is "${reference}". That is right only where somebody else's verification counts for this ` +
            'account, such as its agency’s; else one person’s approval is another’s.',
        );
      },
    },
  ],
};

/** A status that is remembered for a while still says what was so before. */
async function knowsAtOnce(visit: Visit) {
  const { before } = await visit.opening();
  const { inquiryId } = await visit.inquiry();
  const known = read(statusAnswer, before);
  if (known.inquiryId || (known.status && known.status !== 'none'))
    throw new NotAsked('the account had an inquiry before. Take a fresh one');
  const until = Date.now() + 3 * visit.patience;
  for (;;) {
    const now = await visit.reading();
    if (now.inquiryId === inquiryId || (now.status ?? 'none') !== 'none') return undefined;
    if (Date.now() > until) break;
    await pause(lookAgainMs);
  }
  if (known.status === undefined || known.status === null)
    throw new NotAsked('the status has neither "status" nor "inquiryId", which no host has to have');
  return wrong(
    'An inquiry was opened, and the status still says "none". A status that is remembered for a while makes an ' +
      'approved account wait, or asks it again: read it anew for each request.',
  );
}
