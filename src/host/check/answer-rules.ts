import { problemAnswer } from '../contract.js';
import { type Answer, isOk } from './host-line.js';
import type { RuleGroup } from './rule.js';
import { NotAsked, odd, type Verdict, wrong } from './verdict.js';
import type { Visit } from './visit.js';

const read = ['status', 'inquiry', 'numbers', 'places', 'purchases', 'orders'];
/** Refusals that the elements tell apart by their code. */
const coded = [400, 402, 403, 409, 422];

/** Names each kind of request once. */
const listed = (answers: readonly Answer[]) => [...new Set(answers.map(({ where }) => where))].slice(0, 5).join(', ');

const typeOf = ({ headers }: Answer) => headers.get('content-type') ?? '';

function over(visit: Visit, isWrong: (answer: Answer) => boolean, say: (where: string, all: Answer[]) => Verdict) {
  if (visit.host.answers.length === 0) throw new NotAsked('nothing was answered');
  const found = visit.host.answers.filter(isWrong);
  return Promise.resolve(found.length === 0 ? undefined : say(listed(found), found));
}

/** What is so of every answer, whatever was asked. */
export const answerRules: RuleGroup = {
  name: 'All answers',
  rules: [
    {
      id: 'answers-typed',
      title: 'JSON is sent as JSON',
      overall: true,
      run: (visit) =>
        over(
          visit,
          (answer) => read.includes(answer.endpoint) && isOk(answer) && isJson(answer) && !/json/.test(typeOf(answer)),
          (where, [first]) =>
            wrong(
              `${where}: the content type is "${first ? typeOf(first) : ''}". The elements read it all the same (this is ` +
                'stricter than they are); proxies, generated clients and nosniff do not. Send application/json.',
            ),
        ),
    },
    {
      id: 'answers-problems',
      title: 'A refusal is a problem with a code (RFC 9457)',
      overall: true,
      run: (visit) =>
        over(visit, isBadProblem, (where, all) => {
          const said = `${where}: send application/problem+json with a code, such as {"code": "invalid_request"}.`;
          if (all.some(({ json }) => !problemAnswer.safeParse(json).success))
            return wrong(`${said} Without it the element cannot tell what is wrong.`);
          return all.every((answer) => /json/.test(typeOf(answer)))
            ? odd(`${said} The code is there and the elements read it; the type is another.`)
            : wrong(`${said} The elements read it all the same (this is stricter than they are); others do not.`);
        }),
    },
    {
      id: 'answers-in-time',
      title: 'Every answer comes in time',
      overall: true,
      run: (visit) => {
        const most = visit.options.slow ?? 5000;
        return over(
          visit,
          ({ took }) => took > most,
          (where, all) => {
            const slowest = Math.max(...all.map(({ took }) => took));
            return wrong(
              `${where}: up to ${(slowest / 1000).toFixed(1)} s, more than ${most / 1000} s. Every step of the dialog waits ` +
                'for one of these, and Persona gives up on a webhook after 5 s.',
            );
          },
        );
      },
    },
    {
      id: 'answers-no-secrets',
      title: 'No answer holds a key of yours',
      overall: true,
      run: (visit) =>
        over(
          visit,
          ({ text }) => /persona_(sandbox|production)_\w|wbhsec_\w/.test(text),
          (where) => wrong(`${where}: whoever opens the page can read it. Replace the key today.`),
        ),
    },
    {
      id: 'answers-no-insides',
      title: 'No answer shows the inside of the program',
      overall: true,
      run: (visit) =>
        over(
          visit,
          ({ text }) => /\n\s+at .+:\d+:\d+|\\n\s+at .+:\d+:\d+|Traceback \(most recent call last\)/.test(text),
          (where) => wrong(`${where}: a stack trace. Answer with a problem, and keep the rest for your log.`),
        ),
    },
  ],
};

const isJson = ({ json }: Answer) => typeof json === 'object' && json !== null;

function isBadProblem(answer: Answer): boolean {
  // The numbers may be passed on from a carrier whose refusals are another's.
  if (!['status', 'inquiry', 'purchases', 'orders'].includes(answer.endpoint)) return false;
  if (!coded.includes(answer.status) || answer.where.startsWith('OPTIONS')) return false;
  const isProblem = problemAnswer.safeParse(answer.json).success;
  // The elements go by the HTTP status here.
  if (answer.as !== 'me' && answer.status === 403 && !isProblem) return false;
  return !isProblem || !/problem\+json/.test(typeOf(answer));
}
