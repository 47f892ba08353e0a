import { action } from './check-options.js';
import { type Answer, type Asker, codeOf, isAbsent, isOk } from './host-line.js';
import type { Rule, RuleGroup } from './rule.js';
import { NotAsked, odd, wrong } from './verdict.js';
import { asOrdered, fictional, type Visit } from './visit.js';

type Ask = (visit: Visit, account: string, as: Asker, note: string) => Promise<Answer>;

/** Each endpoint that is about an account, asked as the elements ask it. */
const endpoints: Record<string, Ask> = {
  status: (visit, account, as, note) => visit.status({ as, note }, account),
  inquiry: (visit, account, as, note) => visit.open({}, { as, note }, account),
  purchases: (visit, account, as, note) =>
    visit.host.post(
      'purchases',
      { account, numbers: [asOrdered(fictional.us)] },
      { as, note, headers: { 'idempotency-key': crypto.randomUUID() } },
    ),
  orders: (visit, account, as, note) => visit.host.ask(`orders?${new URLSearchParams({ account })}`, { as, note }),
};

/** What is answered by somebody who has looked at the account, and not at who asks. */
const served = ['verification_required', 'already_decided', 'attempts_exhausted', 'not_required', 'number_unavailable'];

const signedOut = (endpoint: string, ask: Ask): Rule => ({
  id: `signed-out-${endpoint}`,
  title: `Nobody uses ${endpoint} without signing in`,
  needs: ['header'],
  run: async (visit) => {
    const answer = await ask(visit, visit.account, 'nobody', ' without signing in');
    const { status } = answer;
    const isServed = isOk(answer) || served.includes(codeOf(answer) ?? '');
    if (!isServed && (status === 401 || status === 403)) return undefined;
    if (isServed)
      return wrong(
        `It answered ${status}${codeOf(answer) ? ` ${codeOf(answer)}` : ''} to somebody who is not signed in. Check who asks before anything else.`,
      );
    if (status >= 300 && status < 400)
      return wrong(
        `It answered ${status}, which leads to a page. The element cannot sign anybody in and says that the ` +
          'verification cannot start, instead of "please sign in again": answer 401 to requests for JSON.',
      );
    if (endpoint !== 'status' && isAbsent(answer)) throw new NotAsked(`there is no ${endpoint} endpoint (${status})`);
    if (status >= 500) return wrong(`It answered ${status}. Answer 401.`);
    return odd(`It answered ${status} and not 401, so the element does not ask the person to sign in.`);
  },
});

const ofOthers = (endpoint: string, ask: Ask): Rule => ({
  id: `other-${endpoint}`,
  title: `Nobody uses ${endpoint} for somebody else’s account`,
  needs: ['other'],
  run: async (visit) => {
    const { other } = visit.options;
    if (!other) return undefined;
    const tries: [string, Asker][] = [[other.account, 'me']];
    if (other.headers) tries.push([visit.account, 'other']);
    for (const [account, as] of tries) {
      const answer = await ask(visit, account, as, ` for "${account}" by somebody else`);
      const isLetIn =
        isOk(answer) || codeOf(answer) === 'verification_required' || codeOf(answer) === 'already_decided';
      if (isLetIn)
        return wrong(
          `Signed in as another user one is answered ${answer.status} for "${account}". Compare the account of every ` +
            'request with those that the session may act for, and answer 403.',
        );
      if (endpoint === 'orders' && isAbsent(answer)) throw new NotAsked('there is no orders endpoint');
      if (answer.status >= 500) return wrong(`It answered ${answer.status} for "${account}". Answer 403.`);
    }
    return undefined;
  },
});

/** What somebody with bad intentions, or a forgotten session, would try. */
export const accessRules: RuleGroup = {
  name: 'Who may ask',
  rules: [
    ...Object.entries(endpoints).map(([endpoint, ask]) => signedOut(endpoint, ask)),
    ...Object.entries(endpoints).map(([endpoint, ask]) => ofOthers(endpoint, ask)),
    {
      id: 'other-stream',
      title: 'Nobody hears the stream of somebody else’s account',
      needs: ['other'],
      run: async (visit) => {
        const query = new URLSearchParams({ account: visit.options.other?.account ?? '', action });
        const headers = { ...visit.host.headersOf('me'), accept: 'text/event-stream' };
        const leaving = new AbortController();
        const answer = await visit.host.send(`status?${query}`, { headers, signal: leaving.signal });
        // A refusal is read to its end: servers take a line that is cut for an error.
        if (!answer.ok) return void (await answer.text());
        leaving.abort();
        return wrong(
          `It is opened, as ${answer.headers.get('content-type')}. Ask for the right to it as for the status.`,
        );
      },
    },
    {
      id: 'other-inquiry-own',
      title: 'Two accounts have two inquiries',
      needs: ['other', 'other-header'],
      run: async (visit) => {
        const mine = await visit.inquiry();
        const answer = await visit.open({}, { as: 'other', note: ' by the other owner' }, visit.options.other?.account);
        const { inquiryId } = (answer.json ?? {}) as { inquiryId?: unknown };
        if (inquiryId === undefined)
          throw new NotAsked(`the other account's inquiry was not opened (${answer.status})`);
        if (inquiryId !== mine.inquiryId) return undefined;
        return wrong(
          'Both are given the same one, so the approval of one person verifies the other. Look the inquiry up by its ' +
            'account.',
        );
      },
    },
  ],
};
