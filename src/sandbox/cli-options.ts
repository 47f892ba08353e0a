import { isIPv4 } from 'node:net';
import { parseArgs } from 'node:util';
import { carrierScenarios } from './records/carrier-scenarios.js';
import { scenarios } from './records/scenarios.js';
import type { ClientSideBlock } from './records/templates.js';
import type { SandboxOptions } from './sandbox-options.js';

/** What `lc-identity-gate sandbox` was asked to do. */
export type CliRequest =
  | { kind: 'start'; options: SandboxOptions; templatesFile?: string }
  | { kind: 'help' }
  | { kind: 'mistake'; message: string };

const row = (name: string, number: number | undefined, does: string) =>
  `  ${(number === undefined ? name : `${name}:${number}`).padEnd(22)} ${does}`;
const scenarioRows = Object.entries(scenarios).map(([name, { does, seconds, times }]) =>
  row(name, seconds ?? times, does),
);
const carrierRows = Object.entries(carrierScenarios).map(([name, { does, number }]) => row(name, number, does));

/** The text of `--help`. */
export const help = `Usage: lc-identity-gate sandbox [options]
       lc-identity-gate check <url> --account <id> [options]   (see: lc-identity-gate check --help)
       lc-identity-gate init [folder]                          (see: lc-identity-gate init --help)

Starts a local Persona: the inquiry pages, the REST API and webhooks. Beside it the local carriers:
the LC Phone API and Twilio's numbers, fictional ones.

  --port <n>          port on this computer (4001)
  --lan[=<address>]   phones of the same network may open links; the address is found by itself
  --webhook <url>     where events are posted; none are sent without it
  --events <names>    which events, separated by commas (inquiry.*)
  --data <folder>     keep everything there; without it, it is gone at the end
  --key <text>        key of the REST API (a new one)
  --secret <text>     key that signs webhooks (a new one)
  --template <id>     id of the template with ID and selfie (a new one)
  --kyc <id>          id of the template "KYC + Mobile 2FA" (a new one)
  --templates <file>  JSON with templates by name: "plain" and "kyc" change the two there are,
                      any other name is one more
  --block-client-side[=<name>]
                      "Block client-side Inquiry creation" for all templates or for one, such
                      as "kyc": pages open only inquiries that were made by the API
  --scenario <names>  what goes otherwise, such as "decline" or "slow:5"
  --seed <text>       the same ids and keys in every run
  --delay <seconds>   from completed to decided (3)
  --rate-limit <n>    requests a minute that the REST API takes (3000, ten times Persona's 300)
  --origin <url>      a site that may frame the pages; may be repeated (every site on this computer)
  --lc-token <text>   token of the local LC Phone API (a new one)
  --twilio-sid <AC…>  account of the local Twilio (a new one)
  --twilio-token <text>
                      its key (a new one)
  --carrier-scenario <names>
                      what the carriers do otherwise, such as "taken" or "slow:5,5xx*2"
  --allow-production  start although NODE_ENV is "production"
  --help              this text

Scenarios:
${scenarioRows.join('\n')}

Scenarios of the carriers; with a star, for so many times:
${carrierRows.join('\n')}
`;

const options = {
  port: { type: 'string' },
  lan: { type: 'string' },
  webhook: { type: 'string' },
  events: { type: 'string' },
  data: { type: 'string' },
  key: { type: 'string' },
  secret: { type: 'string' },
  template: { type: 'string' },
  kyc: { type: 'string' },
  templates: { type: 'string' },
  'block-client-side': { type: 'string' },
  scenario: { type: 'string' },
  seed: { type: 'string' },
  delay: { type: 'string' },
  'rate-limit': { type: 'string' },
  origin: { type: 'string', multiple: true },
  'lc-token': { type: 'string' },
  'twilio-sid': { type: 'string' },
  'twilio-token': { type: 'string' },
  'carrier-scenario': { type: 'string' },
  'allow-production': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The values of the options as they were typed. */
type Typed = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Options whose value may be left out, which is the empty text. */
const mayBeBare = ['--lan', '--block-client-side'];

/** Reads the words after the program's name, for a process whose `NODE_ENV` is that. */
export function readArguments(words: string[], nodeEnv?: string): CliRequest {
  try {
    const args = words.map((word) => (mayBeBare.includes(word) ? `${word}=` : word));
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help || !words.length) return { kind: 'help' };
    const command = positionals.join(' ');
    const message =
      command === 'sandbox'
        ? (mistakeIn(values) ?? misplacedIn(nodeEnv, values))
        : `There is no command "${command}". Those there are: sandbox, check and init.`;
    return message
      ? { kind: 'mistake', message }
      : { kind: 'start', options: optionsFrom(values), templatesFile: values.templates };
  } catch (error) {
    return { kind: 'mistake', message: (error as Error).message };
  }
}

/** What cannot be meant, in one sentence; undefined when everything can. */
function mistakeIn({
  port,
  lan,
  delay,
  'rate-limit': rateLimit,
  webhook,
  templates,
  'block-client-side': block,
  'twilio-sid': sid,
}: Typed): string | undefined {
  if (port !== undefined && !isPort(Number(port))) return `--port must be a number from 0 to 65535, not "${port}".`;
  if (lan && (!isIPv4(lan) || lan.startsWith('127.')))
    return (
      `--lan must be this computer's address in its network, such as --lan=192.168.1.20, not "${lan}". ` +
      'Leave it out to have it found.'
    );
  if (delay !== undefined && !(Number(delay) >= 0)) return `--delay must be a number of seconds, not "${delay}".`;
  if (rateLimit !== undefined && !(Number.isInteger(Number(rateLimit)) && Number(rateLimit) > 0))
    return `--rate-limit must be a number of requests, not "${rateLimit}".`;
  if (webhook !== undefined && !isWebAddress(webhook))
    return `--webhook must be a whole address such as http://localhost:3000/webhooks, not "${webhook}".`;
  if (block && !templates && block !== 'plain' && block !== 'kyc')
    return `--block-client-side is for all templates, or =plain or =kyc for one, not "${block}".`;
  if (sid !== undefined && !/^AC[0-9a-f]{32}$/i.test(sid))
    return `--twilio-sid must be AC and 32 hexadecimal digits, not "${sid}".`;
  return undefined;
}

/** Why it does not start where real people are verified; undefined elsewhere, and when that is meant. */
function misplacedIn(nodeEnv: string | undefined, { 'allow-production': isMeant }: Typed): string | undefined {
  if (nodeEnv !== 'production' || isMeant) return undefined;
  return (
    'NODE_ENV is "production", and the stand-in verifies nobody: it takes any picture for an ID. ' +
    'Start it with --allow-production if you mean it.'
  );
}

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= 65_535;

const isWebAddress = (text: string): boolean => /^https?:/.test(text) && URL.canParse(text);

function optionsFrom(values: Typed): SandboxOptions {
  return {
    port: values.port === undefined ? 4001 : Number(values.port),
    lan: values.lan === undefined ? false : values.lan || true,
    decisionDelay: values.delay === undefined ? undefined : Number(values.delay) * 1000,
    rateLimit: values['rate-limit'] === undefined ? undefined : Number(values['rate-limit']),
    webhookUrl: values.webhook,
    webhookEvents: values.events?.split(','),
    dataDir: values.data,
    apiKey: values.key,
    webhookSecret: values.secret,
    templateId: values.template,
    kycTemplateId: values.kyc,
    blockClientSideInquiryCreation: blockFrom(values['block-client-side']),
    scenario: values.scenario,
    seed: values.seed,
    allowedOrigins: values.origin,
    lcToken: values['lc-token'],
    twilioAccountSid: values['twilio-sid'],
    twilioAuthToken: values['twilio-token'],
    carrierScenario: values['carrier-scenario'],
  };
}

// Without a value all templates are meant.
const blockFrom = (typed: string | undefined): ClientSideBlock | undefined => (typed === '' ? true : typed);
