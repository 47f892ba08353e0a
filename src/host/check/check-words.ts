import { parseArgs } from 'node:util';
import type { Approval, CheckOptions } from './check-options.js';
import { isLocal } from './persona-line.js';
import { ruleGroups } from './rules.js';

/** The text of `lc-identity-gate check --help`. */
export const checkHelp = `Usage: lc-identity-gate check <url> --account <id> [options]

Asks your own server what the elements would ask, and somebody with bad intentions,
rule by rule: ✓ kept, ✗ wrong, ! odd (the elements live with it), – not asked, and why.

  <url>                   what stands in the element's "api", such as https://your.site/api/identity
  --account <id>          an account that is not verified yet; its inquiry is opened
  --header <text>         signs in, such as "Cookie: session=…"; may be repeated
  --other-account <id>    an account of somebody else, for which these headers may not act
  --other-header <text>   signs in the owner of the other account; may be repeated
  --webhook-secret <text> sends events signed as Persona signs them
  --origin <origin>       a page elsewhere that may call this server, such as https://shop.example
  --approve               approves the account's inquiry at Persona, with the key of the sandbox in
                          PERSONA_API_KEY; PERSONA_API_URL names a local Persona, such as
                          http://localhost:4001/api/v1, where more can be asked
  --within <n>            seconds in which the server has to know (30)
  --buy                   after --approve: buys up to six numbers that the search shows
  --scenarios             with a local Persona: takes fresh accounts through its scenarios
  --account-prefix <text> how the ids of these fresh accounts begin
  --accounts <a,b,…>      or these accounts, one for each scenario
  --slow <n>              seconds in which every answer has to come (5)
  --only <id,…>           these rules alone
  --junit <file>          writes the results as JUnit does
  --help                  this text

The exit code is 0 when nothing is wrong, 1 when something is, 2 for a mistake in these words.
`;

/** What the words ask for. */
export interface CheckRequest extends Omit<CheckOptions, 'fetch'> {
  /** Where JUnit's file goes. */
  junit?: string | undefined;
}

const flags = { type: 'boolean' } as const;
const text = { type: 'string' } as const;
const list = { type: 'string', multiple: true, default: [] as string[] } as const;

/** Reads the words; undefined when they ask for help, an Error that says what is wrong with them. */
export function readWords(words: string[]): CheckRequest | undefined {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      account: text,
      header: list,
      'other-account': text,
      'other-header': list,
      'webhook-secret': text,
      origin: text,
      approve: flags,
      within: { ...text, default: '30' },
      buy: flags,
      scenarios: flags,
      'account-prefix': text,
      accounts: text,
      slow: { ...text, default: '5' },
      only: text,
      junit: text,
      help: { ...flags, short: 'h' },
    },
  });
  if (values.help) return undefined;
  const [url = ''] = positionals;
  if (positionals.length !== 1 || !/^https?:/.test(URL.canParse(url) ? url : ''))
    throw new Error(`Give one whole address, such as https://your.site/api/identity, not "${positionals.join(' ')}".`);
  if (!values.account) throw new Error('Give an account with --account, one that is not verified yet.');
  if (values['other-header'].length > 0 && !values['other-account'])
    throw new Error('--other-header signs in for --other-account: give both.');
  if (values.buy && !values.approve) throw new Error('--buy needs --approve: only a verified account buys.');
  const approve = values.approve ? approval(secondsOf('within', values.within)) : undefined;
  return {
    url,
    account: values.account,
    headers: headersOf('header', values.header),
    other: values['other-account'] ? otherOf(values['other-account'], values['other-header']) : undefined,
    webhookSecret: values['webhook-secret'],
    origin: values.origin === undefined ? undefined : originOf(values.origin),
    approve,
    buy: values.buy,
    scenarios: values.scenarios ? freshAccounts(approve, values) : undefined,
    slow: secondsOf('slow', values.slow) * 1000,
    only: values.only === undefined ? undefined : rulesOf(values.only),
    junit: values.junit,
  };
}

function headersOf(option: string, lines: string[]): Record<string, string> {
  const headers = lines.map((line): [string, string] => {
    const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(line) ?? [];
    if (!name || !value) throw new Error(`--${option} takes a name, a colon and a value, such as "Cookie: session=…".`);
    return [name.toLowerCase(), value];
  });
  return Object.fromEntries(headers);
}

const otherOf = (account: string, lines: string[]) => ({
  account,
  headers: lines.length > 0 ? headersOf('other-header', lines) : undefined,
});

function originOf(given: string): string {
  if (URL.canParse(given) && new URL(given).origin === given) return given;
  throw new Error(`--origin takes a scheme and a host, such as https://shop.example, not "${given}".`);
}

function secondsOf(option: string, given: string): number {
  const seconds = Number(given);
  if (seconds > 0) return seconds;
  throw new Error(`--${option} takes a number of seconds.`);
}

function rulesOf(given: string): string[] {
  const known = ruleGroups.flatMap(({ rules }) => rules.map(({ id }) => id));
  const ids = given.split(',').map((id) => id.trim());
  const strange = ids.find((id) => !known.includes(id));
  if (strange === undefined) return ids;
  throw new Error(`There is no rule "${strange}". There are: ${known.join(', ')}.`);
}

function approval(within: number): Approval {
  const { PERSONA_API_KEY: apiKey = '', PERSONA_API_URL: apiUrl } = process.env;
  // A decision in production is about a person, and a sale costs money.
  if (!apiKey.startsWith('persona_sandbox_'))
    throw new Error('--approve needs a key of Persona’s sandbox in PERSONA_API_KEY.');
  return { apiKey, apiUrl, within };
}

/** Gives another account each time. */
function freshAccounts(
  approve: Approval | undefined,
  { accounts, 'account-prefix': prefix }: { accounts?: string; 'account-prefix'?: string },
): () => string {
  if (!approve || !isLocal(approve))
    throw new Error('--scenarios needs --approve with a local Persona in PERSONA_API_URL.');
  if (!accounts && !prefix)
    throw new Error('--scenarios needs --account-prefix or --accounts, of accounts that --header may act for.');
  const left = accounts?.split(',') ?? [];
  return () => (prefix ? `${prefix}${crypto.randomUUID()}` : (left.shift() ?? ''));
}
