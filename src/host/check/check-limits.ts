import type { Answer, Inspection } from './inspection.js';

/** Far more bytes than any request of the contract or event of Persona has. */
const farTooMany = 5 * 1024 * 1024;
/** As many as a host may well read before it refuses. */
const readable = 700 * 1024;
/** Persona sends two while a secret is being rotated. */
const sets = 100;
/** Far more pages than a user has open. */
const streams = 80;

const forged = () => `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`;

/** Whether a stranger, or one user, can keep the host busy or use it up. */
export async function checkLimits(inspection: Inspection): Promise<void> {
  await checkSizes(inspection);
  await checkSignatureSets(inspection);
  await checkStreams(inspection);
}

async function checkSizes(inspection: Inspection): Promise<void> {
  const filler = 'x'.repeat(farTooMany);
  for (const [path, headers] of [
    ['inquiry', {}],
    ['webhook', { 'persona-signature': forged() }],
  ] as const) {
    const answer = await post(inspection, path, JSON.stringify({ account: inspection.account, filler }), headers);
    if (!answer || [404, 405, 413].includes(answer.status)) continue;
    inspection.find('reads_any_size', `POST ${path} of 5 MB`, ` It answered ${answer.status}.`);
  }
}

/** Each set is reckoned over the whole body; that shows in the time, which also has other reasons. So it is asked often. */
async function checkSignatureSets(inspection: Inspection): Promise<void> {
  const body = JSON.stringify({ filler: 'x'.repeat(readable) });
  const took = async (count: number) => {
    const begun = performance.now();
    const signature = Array.from({ length: count }, forged).join(' ');
    const answer = await post(inspection, 'webhook', body, { 'persona-signature': signature });
    return answer?.status === 401 ? performance.now() - begun : undefined;
  };
  for (let round = 0; round < 5; round += 1) {
    const [one, many] = [await took(1), await took(sets)];
    // Refused for another reason, such as its length: nothing was reckoned.
    if (!one || !many || many < 3 * one + 30) return;
  }
  inspection.find('reckons_any_set', `POST webhook with ${sets} signatures`);
}

async function checkStreams(inspection: Inspection): Promise<void> {
  const leaving = new AbortController();
  const late = setTimeout(() => leaving.abort(), 20_000);
  const headers = { ...inspection.headers, accept: 'text/event-stream' };
  const opening = Array.from({ length: streams }, () =>
    inspection.send(`status?${inspection.query}`, { headers, signal: leaving.signal }),
  );
  const opened = await Promise.allSettled(opening);
  clearTimeout(late);
  leaving.abort();
  const isStream = ({ headers: said }: Response) => said.get('content-type')?.includes('text/event-stream');
  if (opened.every((each) => each.status === 'fulfilled' && each.value.ok && isStream(each.value))) {
    inspection.find('streams_without_end', `GET status as text/event-stream, ${streams} times`);
  }
}

/** The answer's status; undefined when the line was cut, which is a refusal too. */
function post(
  { headers, send }: Inspection,
  path: string,
  body: string,
  more: Record<string, string>,
): Promise<Pick<Answer, 'status'> | undefined> {
  const init = { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json', ...more } };
  return send(path, { ...init, signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
}
