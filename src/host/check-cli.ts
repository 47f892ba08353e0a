import { parseArgs } from 'node:util';
import { checkHost } from './check.js';

/** The text of `lc-identity-gate check --help`. */
export const checkHelp = `Usage: lc-identity-gate check <url> --account <id> [options]

Asks your own server what the elements would ask, and says what would break.

  <url>             what stands in the element's "api", such as https://your.site/api/identity
  --account <id>    an account that is not verified yet; its inquiry is opened
  --header <text>   signs in, such as "Cookie: session=…"; may be repeated
  --help            this text
`;

/** Runs `lc-identity-gate check`; gives the exit code: 0 nothing found, 1 something found, 2 a mistake in the words. */
export async function runCheck(words: string[], say: (line: string) => void = console.log, fetch?: typeof globalThis.fetch): Promise<number> {
  let request;
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
  for (const { where, message, code } of found) say(`✗ ${where}  (${code})\n  ${message}`);
  say(found.length === 0 ? `Nothing wrong found at ${request.url}.` : `${found.length} found.`);
  return found.length === 0 ? 0 : 1;
}

function read(words: string[]): { url: string; account: string; headers: Record<string, string> } | null {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { account: { type: 'string' }, header: { type: 'string', multiple: true, default: [] }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return null;
  const [url = ''] = positionals;
  if (positionals.length !== 1 || !/^https?:/.test(URL.canParse(url) ? url : '')) throw new Error(`Give one whole address, such as https://your.site/api/identity, not "${positionals.join(' ')}".`);
  if (!values.account) throw new Error('Give an account with --account, one that is not verified yet.');
  const headers = values.header.map((text): [string, string] => {
    const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(text) ?? [];
    if (!name || !value) throw new Error('--header takes a name, a colon and a value, such as "Cookie: session=…".');
    return [name, value];
  });
  return { url, account: values.account, headers: Object.fromEntries(headers) };
}
