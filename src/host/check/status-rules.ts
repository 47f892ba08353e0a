import { statusAnswer } from '../contract.js';
import { action } from './check-options.js';
import { fits } from './fit-answer.js';
import { isOk, parseJson } from './host-line.js';
import type { RuleGroup } from './rule.js';
import { NotAsked, odd, wrong } from './verdict.js';
import type { Visit } from './visit.js';

const elsewhere = 'https://elsewhere.example';
const undecided = ['declined', 'failed', 'expired', 'needs_review', 'none', 'created', 'pending'];
const longest = 20_000;

/** What a page asks first and most. */
export const statusRules: RuleGroup = {
  name: 'Status',
  rules: [
    {
      id: 'status-answers',
      title: 'GET status answers 200 to the signed-in owner of the account',
      run: async (visit) => {
        const { status } = await visit.first();
        if (status === 200) return undefined;
        return wrong(
          `It answered ${status}. Serve GET …/status?account=…&action=…, and give a --header that signs in somebody who ` +
            'may act for the account.',
        );
      },
    },
    {
      id: 'status-fits',
      title: 'The status fits the contract',
      run: async (visit) => fits(statusAnswer, await visit.first()),
    },
    {
      id: 'status-no-store',
      title: 'The status is kept by no cache',
      run: async (visit) => {
        const said = (await visit.first()).headers.get('cache-control') ?? '';
        if (/no-store/.test(said)) return undefined;
        return wrong(
          'A cache may keep the status, so a verified account may be asked again, or the other way round. ' +
            'Send Cache-Control: no-store.',
        );
      },
    },
    {
      id: 'status-account',
      title: 'The status is of the account that was asked for, or names none',
      run: async (visit) => {
        const { account } = ((await visit.first()).json ?? {}) as { account?: unknown };
        if (account === undefined || account === null || account === visit.account) return undefined;
        return wrong(`It is of "${String(account)}".`);
      },
    },
    {
      id: 'status-consistent',
      title: '“verified” agrees with the status',
      run: async (visit) => {
        const { verified, status } = ((await visit.first()).json ?? {}) as { verified?: unknown; status?: unknown };
        if (verified !== true || !undecided.includes(String(status))) return undefined;
        return wrong(`"verified" is true, and the status is "${status}". Set it only for an approved inquiry.`);
      },
    },
    {
      id: 'status-no-token',
      title: 'The status holds nothing that opens the inquiry',
      run: async (visit) => {
        if (!/session-?token|one-?time-?link/i.test((await visit.first()).text)) return undefined;
        return wrong('It holds a session token or a link. Only the inquiry endpoint gives those, to whoever opens it.');
      },
    },
    {
      id: 'status-needs-account',
      title: 'A status of no account is refused with 400',
      run: async (visit) => {
        const answer = await visit.host.ask('status', { note: ' without account' });
        if (answer.status === 400) return undefined;
        const said = `It answered ${answer.status}. Answer 400 with a problem.`;
        return answer.status > 400 && answer.status < 500
          ? odd(`${said} The elements never ask so.`)
          : wrong(`A request that names no account is answered for somebody. ${said}`);
      },
    },
    {
      id: 'status-unknown-account',
      title: 'An account that nobody has heard of is not verified',
      run: async (visit) => {
        const query = new URLSearchParams({ account: crypto.randomUUID(), action });
        const answer = await visit.host.ask(`status?${query}`, { note: ' of an unknown account' });
        if (((answer.json ?? {}) as { verified?: unknown }).verified === true)
          return wrong('An account that nobody has heard of is "verified". Anybody can pass.');
        if (!isOk(answer) || visit.options.other) return undefined;
        return odd(
          'This session is told the status of an account that nobody has heard of. May it act for every account? ' +
            'Answer 403, and see with --other-account.',
        );
      },
    },
    {
      id: 'status-other-sites',
      title: 'Pages of other sites cannot read the status with the user’s cookies',
      run: async (visit) => {
        const { headers } = await visit.first();
        const letsIn = headers.get('access-control-allow-origin') === elsewhere;
        if (!letsIn || headers.get('access-control-allow-credentials') !== 'true') return undefined;
        return wrong(
          'Pages of any site may read this with the user’s cookies. Send Access-Control-Allow-Origin only for your own.',
        );
      },
    },
    {
      id: 'status-stream',
      title: 'The stream that the Link header offers is there',
      run: async (visit) => {
        if (!/text\/event-stream/.test((await visit.first()).headers.get('link') ?? ''))
          throw new NotAsked('no Link header offers a stream, which no host has to have');
        if (await hasStream(visit)) return undefined;
        return wrong('It is not. Serve text/event-stream with status answers as data, or take the Link header away.');
      },
    },
  ],
};

async function hasStream(visit: Visit): Promise<boolean> {
  const leaving = new AbortController();
  const late = setTimeout(() => leaving.abort(), longest);
  try {
    const query = new URLSearchParams({ account: visit.account, action });
    const headers = { ...visit.host.headersOf('me'), accept: 'text/event-stream' };
    const response = await visit.host.send(`status?${query}`, { headers, signal: leaving.signal });
    const data = /^data: ?(.*)\n/m.exec(await firstEvent(response))?.[1];
    const isTyped = response.headers.get('content-type')?.includes('text/event-stream') ?? false;
    return response.status === 200 && isTyped && statusAnswer.safeParse(parseJson(data ?? '')).success;
  } catch {
    return false;
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
