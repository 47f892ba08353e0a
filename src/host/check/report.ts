import type { Result } from './examine.js';

const marks: Record<Result['outcome'], string> = { kept: '✓', wrong: '✗', odd: '!', 'not asked': '–' };

/** The line of a rule, with what is wrong below it. */
export function lineOf({ outcome, title, id, message }: Result): string {
  const line = `  ${marks[outcome]} ${title}`;
  if (outcome === 'kept') return line;
  return outcome === 'not asked' ? `${line}: ${message}` : `${line}  (${id})\n      ${message}`;
}

const count = (results: readonly Result[], outcome: Result['outcome']) =>
  results.filter((result) => result.outcome === outcome).length;

/** What it comes to, in a line. */
export function summaryOf(results: readonly Result[], url: string): string {
  const wrong = count(results, 'wrong');
  const others = [
    `${count(results, 'kept')} kept`,
    count(results, 'odd') > 0 && `${count(results, 'odd')} odd`,
    `${count(results, 'not asked')} not asked`,
  ].filter(Boolean);
  const found = wrong === 0 ? 'Nothing wrong found' : `${wrong} wrong`;
  return `${found} at ${url}: ${others.join(', ')}, of ${results.length} rules.`;
}

const escaped = (text: string) =>
  text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const insides: Record<Result['outcome'], (message: string) => string> = {
  kept: () => '',
  odd: (message) => `<system-out>${message}</system-out>`,
  wrong: (message) => `<failure message="${message}"/>`,
  'not asked': (message) => `<skipped message="${message}"/>`,
};

/** The results as JUnit writes them, for the pages of a CI server. */
export function junitOf(results: readonly Result[]): string {
  const cases = results.map(({ group, id, title, outcome, message, seconds }) => {
    const name = escaped(`${title} (${id})`);
    const inside = insides[outcome](escaped(message));
    return `    <testcase classname="${escaped(group)}" name="${name}" time="${seconds.toFixed(3)}">${inside}</testcase>`;
  });
  const counts =
    `tests="${results.length}" failures="${count(results, 'wrong')}" ` + `skipped="${count(results, 'not asked')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="lc-identity-gate check" ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
