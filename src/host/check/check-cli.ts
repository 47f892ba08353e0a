import { parseArgs } from 'node:util';
import type { NewsOptions } from './at-persona.js';
import { checkHost } from './check.js';
import { checkForeign } from './check-foreign.js';
import { checkKeys } from './check-keys.js';
import { checkNews } from './check-news.js';
import { checkSessions } from './check-sessions.js';
import type { CheckOptions } from './inspection.js';

/** The text of `lc-identity-gate check --help`. */
export const checkHelp = `Usage: lc-identity-gate check <url> --account <id> [options]

Asks your own server what the elements would ask, and says what would break.

  <url>             what stands in the element's "api", such as https://your.site/api/identity
  --account <id>    an account that is not verified yet; its inquiry is opened
  --header <text>   signs in, such as "Cookie: session=…"; may be repeated
  --approve         then approves the inquiry at Persona, with the key of the
                    sandbox in PERSONA_API_KEY, and sees how soon the host knows;
                    PERSONA_API_URL names a local Persona, such as
                    http://localhost:4001/api/v1, where it also makes an inquiry
                    past the host and sees that the host does not believe it;
                    sees what a renewed session costs, and that a verified account
                    cannot use one key for two orders
  --within <n>      seconds in which it has to know (30)
  --help            this text
`;

/**
 * Runs `lc-identity-gate check`; gives the exit code: 0 nothing found, 1 something found, 2 a mistake in the words.
 */
export async function runCheck(
  words: string[],
  say: (line: string) => void = console.log,
  fetch?: typeof globalThis.fetch,
): Promise<number> {
  let request: CheckRequest | undefined;
  try {
    request = read(words);
  } catch (error) {
    say(`${(error as Error).message}\nSee: lc-identity-gate check --help`);
    return 2;
  }
  if (!request) {
    say(checkHelp);
    return 0;
  }
  const found = await checkHost({ ...request, fetch });
  let mistake = '';
  try {
    if (request.approve) {
      const options = { ...request, ...request.approve, fetch };
      const findings = [await checkForeign(options)];
      // What the account's own approval does cannot be told from the other's afterwards, and a host that has not
      // learned of the approval sells nothing.
      if (!findings[0]) findings.push(await checkSessions(options), await checkNews(options));
      if (!findings.at(-1)) findings.push(await checkKeys(options));
      found.push(...findings.filter((finding) => finding !== undefined));
    }
  } catch (error) {
    mistake = (error as Error).message;
  }
  for (const { where, message, code } of found) say(`✗ ${where}  (${code})\n  ${message}`);
  say(found.length === 0 ? `Nothing wrong found at ${request.url}.` : `${found.length} found.`);
  if (mistake) say(mistake);
  return mistake ? 2 : Math.min(1, found.length);
}

interface CheckRequest extends Omit<CheckOptions, 'fetch'> {
  approve?: Pick<NewsOptions, 'apiKey' | 'apiUrl' | 'within'>;
}

/** What the words ask for; undefined when it is help. */
function read(words: string[]): CheckRequest | undefined {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      account: { type: 'string' },
      header: { type: 'string', multiple: true, default: [] },
      approve: { type: 'boolean' },
      within: { type: 'string', default: '30' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return undefined;
  const [url = ''] = positionals;
  if (positionals.length !== 1 || !/^https?:/.test(URL.canParse(url) ? url : ''))
    throw new Error(`Give one whole address, such as https://your.site/api/identity, not "${positionals.join(' ')}".`);
  if (!values.account) throw new Error('Give an account with --account, one that is not verified yet.');
  const headers = values.header.map((text): [string, string] => {
    const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(text) ?? [];
    if (!name || !value) throw new Error('--header takes a name, a colon and a value, such as "Cookie: session=…".');
    return [name.toLowerCase(), value];
  });
  return {
    url,
    account: values.account,
    headers: Object.fromEntries(headers),
    approve: values.approve ? approval(Number(values.within)) : undefined,
  };
}

function approval(within: number): CheckRequest['approve'] {
  const { PERSONA_API_KEY: apiKey = '', PERSONA_API_URL: apiUrl } = process.env;
  // A decision in production is about a person.
  if (!apiKey.startsWith('persona_sandbox_'))
    throw new Error('--approve needs a key of Persona’s sandbox in PERSONA_API_KEY.');
  if (!(within > 0)) throw new Error('--within takes a number of seconds.');
  return { apiKey, apiUrl, within };
}
