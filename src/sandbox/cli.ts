import { readFileSync } from 'node:fs';
import { help, readArguments } from './cli-options.js';
import { textOf } from './log-lines.js';
import type { Sandbox, SandboxOptions } from './sandbox-options.js';
import { startSandbox } from './start-sandbox.js';

const paint = process.stdout.isTTY === true && !process.env.NO_COLOR;

/** What somebody needs who has just started it. */
function greeting(
  { origin, lanOrigin, apiKey, webhookSecret, templateIds, carriers }: Sandbox,
  { webhookUrl, dataDir, scenario, carrierScenario, blockClientSideInquiryCreation: block }: SandboxOptions,
): string {
  const open = templateIds[block === 'plain' ? 'kyc' : 'plain'];
  const others = Object.entries(templateIds).filter(([name]) => name !== 'plain' && name !== 'kyc');
  const rows: [name: string, value: string | false | null | undefined][] = [
    ['Pages and API', origin],
    ['Try it', block !== true && `${origin}/verify?inquiry-template-id=${open}`],
    ['Links for phones', lanOrigin],
    ['Reviewer', `${origin}/dashboard`],
    ['SDK option host', origin.replace('http://', '')],
    ['API key', apiKey],
    ['Webhook secret', webhookSecret],
    ['Template, ID and selfie', templateIds.plain],
    ['Template, KYC + Mobile 2FA', templateIds.kyc],
    ...others.map(([name, id]): [string, string] => [`Template, ${name}`, id]),
    ['Webhooks go to', webhookUrl ?? 'nobody (--webhook names an address)'],
    ['Data', dataDir ?? 'in memory (--data names a folder)'],
    ['Client-side creation', block && `blocked for ${block === true ? 'all templates' : `the template ${block}`}`],
    ['Scenario', scenario],
    ['Carriers (LC Phone, Twilio)', origin],
    ['LC Phone token', carriers.lcPhone.token],
    ['Twilio account', carriers.twilio.accountSid],
    ['Twilio auth token', carriers.twilio.authToken],
    ['Carriers play', carrierScenario],
  ];
  const known = rows.filter(([, value]) => value);
  return `\n${known.map(([name, value]) => `  ${name.padEnd(27)} ${value}`).join('\n')}\n`;
}

/** Runs `lc-identity-gate sandbox`, and answers any other command with a line that says which there are. */
export async function runSandbox(words: string[]): Promise<void> {
  const request = readArguments(words, process.env.NODE_ENV);
  if (request.kind === 'help') console.log(help);
  if (request.kind === 'mistake') fail(`${request.message}\nSee: lc-identity-gate --help`, 2);
  if (request.kind === 'start') await start(request.options, request.templatesFile);
}

async function start(asked: SandboxOptions, templatesFile?: string): Promise<void> {
  const options: SandboxOptions = { ...asked };
  try {
    if (templatesFile !== undefined) options.templates = readJson(templatesFile);
    const sandbox = await startSandbox({ ...options, log: (line) => console.log(textOf(line, paint)) });
    console.log(greeting(sandbox, options));
    const end = () => void sandbox.close().then(() => process.exit(0));
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  } catch (error) {
    fail(reasonOf(error as NodeJS.ErrnoException, options), 1);
  }
}

/** The JSON of a file; what is in it is looked at when the stand-in starts. Throws an Error that names the file. */
function readJson(path: string): SandboxOptions['templates'] {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`--templates cannot be read: ${path}: ${(error as Error).message}`);
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException, { port, lan }: SandboxOptions): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another one with --port.`;
  if (code === 'EADDRNOTAVAIL') return `This computer does not have the address ${lan}. Leave it out to have it found.`;
  return message;
}

function fail(message: string, exitCode: number): void {
  console.error(message);
  process.exitCode = exitCode;
}
