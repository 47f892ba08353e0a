import { inquiryAnswer } from '../contract.js';
import { isVerified, type Watched, watch } from './approval.js';
import { pause } from './check-options.js';
import { codeOf, isOk } from './host-line.js';
import type { Simulated } from './persona-line.js';
import type { Rule, RuleGroup } from './rule.js';
import { NotAsked, type Verdict, wrong } from './verdict.js';
import type { Visit } from './visit.js';

/** One scenario of the local Persona, and where the account is to stand in the end. */
interface Walk {
  /** As the local Persona knows it; empty when what happens is enough. */
  scenario: string;
  happens: Simulated[];
  /** Status words of the end; "approved" has to be verified, everything else must not be. */
  ends: string[];
  /** Milliseconds after the end in which late events come that must change nothing. */
  lateNews?: number;
  /** What opening the inquiry again has to be. */
  again?: 'refused' | 'session';
}

const seconds = 1000;

const walks: Record<string, Walk> = {
  approve: { scenario: 'approve', happens: ['start', 'complete'], ends: ['approved'], again: 'refused' },
  decline: { scenario: 'decline', happens: ['start', 'complete'], ends: ['declined'], again: 'refused' },
  review: { scenario: 'review', happens: ['start', 'complete'], ends: ['needs_review'], again: 'refused' },
  'review-then-approve': { scenario: 'review-then-approve:1', happens: ['start', 'complete'], ends: ['approved'] },
  fail: { scenario: '', happens: ['start', 'fail'], ends: ['failed'] },
  expired: {
    scenario: '',
    happens: ['start', 'expire'],
    ends: ['expired', 'pending', 'created', 'none'],
    again: 'session',
  },
  'webhook-late': { scenario: 'approve,webhook-late:1', happens: ['start', 'complete'], ends: ['approved'] },
  'webhook-twice': { scenario: 'approve,webhook-twice', happens: ['start', 'complete'], ends: ['approved'] },
  'webhook-never': { scenario: 'approve,webhook-never', happens: ['start', 'complete'], ends: ['approved'] },
  'webhook-reordered': {
    scenario: 'approve,webhook-reordered:1',
    happens: ['start', 'complete'],
    ends: ['approved'],
    lateNews: 1.5 * seconds,
  },
};

/** Scenarios that change what a person sees in a browser, and nothing that a host is told. */
const ofPages =
  'fail-as-complete, complete-unreported, never-ready, framing-refused, server-error, slow, session-lost, forged-message ' +
  'and camera-refused are of Persona’s pages, not of a host';

/** Takes a fresh account through a scenario. */
async function walk(visit: Visit, { scenario, happens, ends, lateNews, again }: Walk): Promise<Verdict | undefined> {
  const account = visit.options.scenarios?.() ?? '';
  if (!account) throw new NotAsked('--accounts has no account left for it');
  const note = ' of a fresh account';
  const opened = await visit.open({}, { note }, account);
  const inquiry = inquiryAnswer.safeParse(opened.json).data;
  if (!isOk(opened) || !inquiry)
    throw new NotAsked(`opening the inquiry of "${account}" was answered ${opened.status}`);
  const { persona } = visit;
  if (scenario) await persona.play(scenario, inquiry.inquiryId);
  await persona.simulate(inquiry.inquiryId, ...happens);
  const wanted = ends.includes('approved')
    ? isVerified
    : (said: { verified?: unknown; status?: unknown }) => isVerified(said) || ends.includes(String(said.status));
  const within = (visit.options.approve?.within ?? 30) * seconds;
  const watched = await watch(() => visit.status({ note }, account), wanted, within);
  const verdict = judge(watched, ends);
  if (verdict) return verdict;
  if (lateNews) await pause(lateNews);
  const verified = await visit.isVerified(account, { note });
  if (verified !== ends.includes('approved'))
    return wrong(
      verified
        ? `The inquiry is ${ends[0]}, and the status says "verified".`
        : 'The account was verified, and is not any more since older events came. Go by created-at.',
    );
  return again ? openedAgain(visit, account, again, ends) : undefined;
}

function judge({ seen, said, took, misfit }: Watched, ends: string[]): Verdict | undefined {
  if (misfit !== undefined) return wrong(misfit);
  if (seen) return undefined;
  return wrong(
    `The inquiry is ${ends[0]}, and the status still said "${said}" after ${Math.round(took / seconds)} s. Take the ` +
      'webhook, and ask Persona yourself when it is overdue.',
  );
}

async function openedAgain(visit: Visit, account: string, wanted: Walk['again'], ends: string[]) {
  const answer = await visit.open({}, { note: ' of a fresh account again' }, account);
  const { sessionToken } = inquiryAnswer.safeParse(answer.json).data ?? {};
  if (wanted === 'session') {
    return sessionToken
      ? undefined
      : wrong(
          `The inquiry is ${ends[0]}, and opening it again gives no session (${answer.status}). Ask Persona to resume.`,
        );
  }
  if (!isOk(answer) && codeOf(answer) !== undefined) return undefined;
  return wrong(
    `The inquiry is ${ends[0]}, and opening it again was answered ${answer.status}. Answer 409 with already_decided: ` +
      'another try would stand against what was decided.',
  );
}

/** All walks, begun together: most of their time is Persona's. */
const begun = (visit: Visit): Promise<Map<string, Promise<Verdict | undefined>>> =>
  visit.once('scenarios', async () => {
    const asked = Object.entries(walks).filter(([name]) => visit.options.only?.includes(`scenario-${name}`) ?? true);
    const all = new Map(asked.map(([name, steps]) => [name, walk(visit, steps)]));
    // Each is waited for by its own rule.
    await Promise.allSettled(all.values());
    return all;
  });

const ruleOf = (name: string): Rule => ({
  id: `scenario-${name}`,
  title: `Persona’s scenario “${name}” ends as it has to`,
  needs: ['persona', 'local', 'scenarios'],
  run: async (visit) => (await begun(visit)).get(name),
});

/** Every way an inquiry can end, each with an account of its own. */
export const scenarioRules: RuleGroup = {
  name: 'Scenarios of the local Persona',
  rules: [
    ...Object.keys(walks).map(ruleOf),
    {
      id: 'scenario-pages',
      title: 'The scenarios of Persona’s pages',
      needs: ['persona', 'local', 'scenarios'],
      run: () => Promise.reject(new NotAsked(ofPages)),
    },
  ],
};
