import { playedFailures } from '../../src/sandbox/records/played-failures.js';
import { scenarios } from '../../src/sandbox/records/scenarios.js';

/** Where the pictures of the table are kept, from the repository's root. */
export const scenarioPictures = 'docs/pictures/scenarios';

/** The check that a scenario of the phone ends in when nothing else is tried. */
const phoneChecks: Record<string, string> = {
  'phone-wrong-code': 'with the last try `phone_number_confirmation_code_comparison`: `too_many_retries`',
  'phone-code-expired': 'with the last try `phone_number_timeout_detection`: `confirmation_timeout`',
  'phone-no-text': 'none, a call comes',
  'phone-no-more-codes': 'none, the last code is good until it expires',
};

/** The scenarios of a try, by step; each has a picture. */
export const stepScenarios = Object.keys(scenarios).filter((name) => scenarios[name]!.times !== undefined);

const endOf = (name: string): string => {
  const failure = playedFailures[name];
  if (!failure) return phoneChecks[name] ?? '';
  return `\`${failure.check}\`: \`${failure.reason}\``;
};

/** The table of `docs/sandbox.md`. */
export function scenarioTable(): string {
  const rows = stepScenarios.map((name) => {
    const file = `${scenarioPictures.replace('docs/', '')}/${name}.webp`;
    const picture = `<img src="${file}" width="180" alt="The screen after ${name}" />`;
    return `| \`${name}\` | ${scenarios[name]!.does} | ${endOf(name)} | ${picture} |`;
  });
  return ['| Scenario | What happens | Check and reason | The person sees |', '|---|---|---|---|', ...rows].join('\n');
}

const [begins, ends] = ['<!-- scenarios of the steps -->', '<!-- end of the scenarios -->'];

/** A text with the table between its two marks. */
export function withScenarioTable(text: string): string {
  const [before, rest] = text.split(begins);
  const after = rest?.split(ends)[1];
  if (after === undefined) throw new Error(`The text has no place for the table between ${begins} and ${ends}.`);
  return `${before}${begins}\n${scenarioTable()}\n${ends}${after}`;
}
