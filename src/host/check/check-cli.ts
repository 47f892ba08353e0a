import { writeFile } from 'node:fs/promises';
import { type CheckRequest, checkHelp, readWords } from './check-words.js';
import { examine } from './examine.js';
import { junitOf, lineOf, summaryOf } from './report.js';

/**
 * Runs `lc-identity-gate check`; gives the exit code: 0 nothing wrong, 1 something wrong, 2 a mistake of whoever runs
 * it.
 */
export async function runCheck(
  words: string[],
  say: (line: string) => void = console.log,
  fetch?: typeof globalThis.fetch,
): Promise<number> {
  let request: CheckRequest | undefined;
  try {
    request = readWords(words);
  } catch (error) {
    say(`${(error as Error).message}\nSee: lc-identity-gate check --help`);
    return 2;
  }
  if (!request) {
    say(checkHelp);
    return 0;
  }
  const { junit, ...options } = request;
  let group = '';
  const results = await examine({ ...options, fetch }, (result) => {
    if (result.group !== group) say(result.group);
    group = result.group;
    say(lineOf(result));
  });
  say(`\n${summaryOf(results, request.url)}`);
  if (junit) await writeFile(junit, junitOf(results));
  if (results.some(({ mistake }) => mistake)) return 2;
  return results.some(({ outcome }) => outcome === 'wrong') ? 1 : 0;
}
