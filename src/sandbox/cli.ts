import { help, readArguments } from './cli-options.js';
import { textOf } from './log-lines.js';
import type { Sandbox, SandboxOptions } from './sandbox-options.js';
import { startSandbox } from './start-sandbox.js';

const paint = process.stdout.isTTY === true && !process.env.NO_COLOR;

/** What somebody needs who has just started it. */
function greeting(
  { origin, lanOrigin, apiKey, webhookSecret, templateId, kycTemplateId }: Sandbox,
  { webhookUrl, dataDir, scenario }: SandboxOptions,
): string {
  const rows: [string, string][] = [
    ['Pages and API', origin],
    ['Try it', `${origin}/verify?inquiry-template-id=${templateId}`],
    ...(lanOrigin ? [['Links for phones', lanOrigin] as [string, string]] : []),
    ['Reviewer', `${origin}/dashboard`],
    ['SDK option host', origin.replace('http://', '')],
    ['API key', apiKey],
    ['Webhook secret', webhookSecret],
    ['Template, ID and selfie', templateId],
    ['Template, KYC + Mobile 2FA', kycTemplateId],
    ['Webhooks go to', webhookUrl ?? 'nobody (--webhook names an address)'],
    ['Data', dataDir ?? 'in memory (--data names a folder)'],
    ...(scenario ? [['Scenario', scenario] as [string, string]] : []),
  ];
  return `\n${rows.map(([name, value]) => `  ${name.padEnd(27)} ${value}`).join('\n')}\n`;
}

/** Runs `lc-identity-gate sandbox`, and answers any other command with a line that says which there are. */
export async function runSandbox(words: string[]): Promise<void> {
  const request = readArguments(words);
  if (request.kind === 'help') console.log(help);
  if (request.kind === 'mistake') {
    console.error(`${request.message}\nSee: lc-identity-gate --help`);
    process.exitCode = 2;
  }
  if (request.kind === 'start') {
    try {
      const sandbox = await startSandbox({ ...request.options, log: (line) => console.log(textOf(line, paint)) });
      console.log(greeting(sandbox, request.options));
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const plain: Record<string, string> = {
        EADDRINUSE: `Port ${request.options.port} is taken. Choose another one with --port.`,
        EADDRNOTAVAIL: `This computer does not have the address ${request.options.lan}. Leave it out to have it found.`,
      };
      console.error(plain[code ?? ''] ?? message);
      process.exitCode = 1;
    }
  }
}
