#!/usr/bin/env node
// Each command is loaded only when it is asked for: the others need nothing of the stand-in.
const words = process.argv.slice(2);
if (words[0] === 'check') {
  const { runCheck } = await import('./host/check/check-cli.js');
  process.exitCode = await runCheck(words.slice(1));
} else if (words[0] === 'init') {
  const { runInit } = await import('./init/init.js');
  process.exitCode = await runInit(words.slice(1));
} else {
  const { runSandbox } = await import('./sandbox/cli.js');
  await runSandbox(words);
}

export {};
