#!/usr/bin/env node
// Each command is loaded only when it is asked for: the check needs nothing of the stand-in.
const [command, ...words] = process.argv.slice(2);
if (command === 'check') {
  const { runCheck } = await import('./host/check-cli.js');
  process.exitCode = await runCheck(words);
} else {
  await import('./sandbox/cli.js');
}

export {};
