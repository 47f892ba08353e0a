import { action } from './check-options.js';
import type { RuleGroup } from './rule.js';
import { forgedSet } from './signed-events.js';
import { NotAsked, wrong } from './verdict.js';
import type { Visit } from './visit.js';

/** Far more bytes than any request of the contract or event of Persona has. */
const farTooMany = 5 * 1024 * 1024;
/** As many as a host may well read before it refuses. */
const readable = 700 * 1024;
/** Far more than Persona sends. */
const sets = 100;
/** As many as a host may well reckon: Persona sends two while a secret is being rotated. */
const fewSets = 4;
/** Far more pages than a user has open. */
const streams = 80;
const longest = 20_000;

/** Whether a stranger, or one user, can keep the host busy or use it up. */
export const limitRules: RuleGroup = {
  name: 'Limits',
  rules: [
    {
      id: 'limit-size',
      title: 'A body of 5 MB is refused',
      run: async (visit) => {
        const body = JSON.stringify({ account: visit.account, filler: 'x'.repeat(farTooMany) });
        const signed: Record<string, string> = { 'persona-signature': forgedSet() };
        for (const [path, headers] of [
          ['inquiry', {}],
          ['webhook', signed],
        ] as const) {
          const status = await post(visit, path, body, headers);
          if (status === undefined || [404, 405, 413].includes(status)) continue;
          return wrong(
            `POST ${path} of 5 MB was answered ${status}. Strangers can fill the memory with such: count while you read, ` +
              'and answer 413.',
          );
        }
        return undefined;
      },
    },
    {
      id: 'limit-signatures',
      title: `${sets} signatures of one event are not all reckoned`,
      run: async (visit) => {
        const body = JSON.stringify({ filler: 'x'.repeat(readable) });
        const took = async (count: number) => {
          const begun = performance.now();
          const signature = Array.from({ length: count }, forgedSet).join(' ');
          const status = await post(visit, 'webhook', body, { 'persona-signature': signature });
          return status === 401 ? performance.now() - begun : undefined;
        };
        // It shows in the time, which other work only makes longer: the shortest of several counts. Such work may begin
        // after the first answers and make all others longer: what is so comes out every time.
        for (let time = 0; time < 3; time += 1) {
          let [fewest, most] = [Infinity, Infinity];
          for (let round = 0; round < 5; round += 1) {
            const [few, many] = [await took(fewSets), await took(sets)];
            // Refused for another reason, such as its length: nothing was reckoned.
            if (!few || !many) return undefined;
            [fewest, most] = [Math.min(fewest, few), Math.min(most, many)];
          }
          if (most < 3 * fewest + 30) return undefined;
        }
        return wrong(
          'Every one is reckoned over the whole body, which keeps the server busy. Persona sends two at most: look at the ' +
            'first four of Persona-Signature.',
        );
      },
    },
    {
      id: 'limit-streams',
      title: `One user cannot open ${streams} streams`,
      run: async (visit) => {
        if (!/text\/event-stream/.test((await visit.first()).headers.get('link') ?? ''))
          throw new NotAsked('no Link header offers a stream');
        const leaving = new AbortController();
        const late = setTimeout(() => leaving.abort(), longest);
        const query = new URLSearchParams({ account: visit.account, action });
        const headers = { ...visit.host.headersOf('me'), accept: 'text/event-stream' };
        const opening = Array.from({ length: streams }, () =>
          visit.host.send(`status?${query}`, { headers, signal: leaving.signal }),
        );
        const opened = await Promise.allSettled(opening);
        clearTimeout(late);
        leaving.abort();
        const isStream = ({ ok, headers: said }: Response) =>
          ok && said.get('content-type')?.includes('text/event-stream');
        if (!opened.every((each) => each.status === 'fulfilled' && isStream(each.value))) return undefined;
        return wrong('They may, until there are none left for others. Answer 503 to more than a few pages need.');
      },
    },
  ],
};

/** The answer's status; undefined when the line was cut, which is a refusal too. */
async function post(
  { host }: Visit,
  path: string,
  body: string,
  more: Record<string, string>,
): Promise<number | undefined> {
  const headers = { ...host.headersOf('me'), 'content-type': 'application/json', ...more };
  const init = { method: 'POST', body, headers, signal: AbortSignal.timeout(longest) };
  const answer = await host.send(path, init).catch(() => undefined);
  await answer?.body?.cancel().catch(() => {});
  return answer?.status;
}
