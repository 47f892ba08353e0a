import { isAbsent, type Question } from './host-line.js';
import type { RuleGroup } from './rule.js';
import { NotAsked, wrong } from './verdict.js';
import type { Visit } from './visit.js';

/** What pages tell their servers when the vendor's frame has said that it is done, as hosts are found to have it. */
const words = [
  ...['complete', 'completed', 'verified', 'verify', 'verification', 'approve', 'approved', 'finish', 'finished'],
  ...['done', 'success', 'callback', 'result', 'results', 'confirm', 'event', 'events', 'update', 'sync', 'refresh'],
];

type Try = [path: string, question: Question];

function tries({ account }: Visit, inquiryId: string): Try[] {
  const says = { verified: true, status: 'approved', result: 'approved', completed: true };
  const json = { account, inquiryId, ...says };
  const claims = new URLSearchParams({ account, 'inquiry-id': inquiryId, 'reference-id': account, inquiryId });
  for (const status of ['completed', 'approved']) claims.append('status', status);
  claims.append('verified', 'true');
  const posts = [
    ...words,
    ...words.slice(0, 4).flatMap((word) => [`inquiry/${word}`, `inquiry/${inquiryId}/${word}`, `status/${word}`]),
    // Beside the address of the API, too.
    ...words.slice(0, 4).flatMap((word) => [`../${word}`, `../../${word}`]),
    ...['accounts', 'account'].map((list) => `${list}/${encodeURIComponent(account)}/verified`),
  ];
  return [
    ...posts.map((path): Try => [path, { method: 'POST', json }]),
    ...['complete', 'verified', 'approve'].map((path): Try => [path, { method: 'POST', json: { account } }]),
    ...['complete', 'callback', 'verified', 'return', 'redirect'].map((path): Try => [`${path}?${claims}`, {}]),
    ...(['POST', 'PUT', 'PATCH'] as const).map((method): Try => ['status', { method, json }]),
    ['inquiry', { method: 'POST', json }],
    ['inquiry', { method: 'PATCH', json }],
    [`status?${claims}`, {}],
  ];
}

/** The server alone says "verified". */
export const pageWordRules: RuleGroup = {
  name: 'The page’s word',
  rules: [
    {
      id: 'page-word',
      title: 'Nothing that a page can send verifies its account',
      run: async (visit) => {
        await visit.unverified();
        const { inquiryId } = await visit.inquiry();
        for (const [path, question] of tries(visit, inquiryId)) {
          const answer = await visit.host.ask(path, { ...question, note: ' with the page’s claims' });
          if (isAbsent(answer) || !(await visit.isVerified())) continue;
          visit.spoiled = `${answer.where}`;
          return wrong(
            `After ${answer.where} the account is verified. Whoever has the page can send that: take the outcome from ` +
              'Persona’s webhook or API alone.',
          );
        }
        if (await visit.isVerified()) throw new NotAsked('the account is verified meanwhile');
        return undefined;
      },
    },
  ],
};
