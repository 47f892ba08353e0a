import type { CheckOptions } from './check-options.js';
import { NoAnswer } from './host-line.js';
import { isLocal } from './persona-line.js';
import type { Need, Rule } from './rule.js';
import { ruleGroups } from './rules.js';
import { Mistake, NotAsked } from './verdict.js';
import { Visit } from './visit.js';

/** What became of a rule. */
export interface Result {
  group: string;
  id: string;
  title: string;
  outcome: 'kept' | 'wrong' | 'odd' | 'not asked';
  /** What is wrong and what to do, or why it was not asked; empty when it is kept. */
  message: string;
  /** Seconds it took. */
  seconds: number;
  /** True when whoever checks has to set something right. */
  mistake: boolean;
}

/** After so many late answers the rest would take too long to ask. */
const lateAnswers = 3;

const missing: Record<Need, (options: CheckOptions) => string | undefined> = {
  header: ({ headers = {} }) => (Object.keys(headers).length > 0 ? undefined : 'no --header signs anybody in'),
  other: ({ other }) => (other ? undefined : 'needs --other-account, one of somebody else'),
  'other-header': ({ other }) => (other?.headers ? undefined : 'needs --other-header, which signs in the other owner'),
  secret: ({ webhookSecret }) => (webhookSecret ? undefined : 'needs --webhook-secret'),
  origin: ({ origin }) => (origin ? undefined : 'needs --origin, of a page that is elsewhere'),
  persona: ({ approve }) => (approve ? undefined : 'needs --approve'),
  local: ({ approve }) => (approve && isLocal(approve) ? undefined : 'needs a local Persona in PERSONA_API_URL'),
  buy: ({ buy }) => (buy ? undefined : 'needs --buy, which buys up to six numbers'),
  scenarios: ({ scenarios }) => (scenarios ? undefined : 'needs --scenarios with --account-prefix or --accounts'),
};

/** Asks a host rule by rule and tells what became of each as soon as it is known; never rejects. */
export async function examine(options: CheckOptions, tell: (result: Result) => void = () => {}): Promise<Result[]> {
  const visit = new Visit(options);
  const results: Result[] = [];
  let stopped = '';
  // A host may make its database at the first request: how long that one takes says nothing.
  await visit.host.wake();
  for (const { name, rules } of ruleGroups) {
    for (const rule of rules) {
      if (options.only && !options.only.includes(rule.id)) continue;
      const begun = performance.now();
      const reason = rule.overall ? '' : stopped || reasonNot(rule, options);
      const outcome = reason ? notAsked(reason) : await ask(rule, visit);
      const result = { group: name, id: rule.id, title: rule.title, ...outcome, seconds: 0 };
      result.seconds = (performance.now() - begun) / 1000;
      results.push(result);
      tell(result);
      stopped ||= whyStop(visit, result);
    }
  }
  return results;
}

const notAsked = (message: string, mistake = false) => ({ outcome: 'not asked' as const, message, mistake });

const reasonNot = (rule: Rule, options: CheckOptions): string =>
  rule.needs?.map((need) => missing[need](options)).find((reason) => reason !== undefined) ?? '';

async function ask(rule: Rule, visit: Visit): Promise<Pick<Result, 'outcome' | 'message' | 'mistake'>> {
  try {
    const verdict = await rule.run(visit);
    if (!verdict) return { outcome: 'kept', message: '', mistake: false };
    return { outcome: verdict.kind, message: verdict.message, mistake: false };
  } catch (error) {
    if (error instanceof NotAsked) return notAsked(error.message, error instanceof Mistake);
    if (error instanceof NoAnswer) return { outcome: 'wrong', message: error.message, mistake: false };
    return notAsked(`the check itself failed: ${(error as Error).message}`, true);
  }
}

/** Why nothing more is asked; empty while there is no reason. */
function whyStop(visit: Visit, { outcome }: Result): string {
  if (outcome === 'wrong' && visit.host.answers.length === 0) return 'there is no answer at all';
  const most = visit.options.slow ?? 5000;
  const late = visit.host.answers.filter(({ took }) => took > most);
  return late.length < lateAnswers ? '' : 'the answers take too long to ask more. --slow takes more seconds';
}
