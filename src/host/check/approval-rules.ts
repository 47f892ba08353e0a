import { inquiryAnswer, statusAnswer } from '../contract.js';
import { approve, complete, isVerified, verified, watch } from './approval.js';
import { fits, read } from './fit-answer.js';
import { codeOf, isOk } from './host-line.js';
import type { RuleGroup } from './rule.js';
import { deliverSigned } from './signed-events.js';
import { NotAsked, wrong } from './verdict.js';
import type { Visit } from './visit.js';

const renewals = 3;
/** What Persona tells on the way to an approval; the last one may be of another reviewer's first opinion. */
const told = ['inquiry.created', 'inquiry.started', 'inquiry.completed', 'inquiry.marked-for-review'] as const;

/** What happens from the first session to the decision. */
export const approvalRules: RuleGroup = {
  name: 'Until the approval',
  rules: [
    {
      id: 'foreign-inquiry',
      title: 'An inquiry that somebody else made in the account’s name does not count',
      needs: ['persona', 'local'],
      run: foreignInquiry,
    },
    {
      id: 'session-token',
      title: 'An inquiry that was begun comes with a session',
      needs: ['persona'],
      run: async (visit) => {
        await visit.unverified();
        const { inquiryId } = await visit.inquiry();
        await visit.persona.begin(inquiryId);
        const answer = await visit.open({}, { note: ' that was begun' });
        const opened = read(inquiryAnswer, answer);
        if (opened.inquiryId !== inquiryId) throw new NotAsked('another inquiry was opened than before');
        if (opened.sessionToken) return undefined;
        return wrong(
          'There is no sessionToken, and without one nobody can go on. Ask Persona to resume an inquiry that is pending or ' +
            'expired, and give meta.session-token.',
        );
      },
    },
    {
      id: 'renewal-works',
      title: 'A page whose session has ended gets another one',
      needs: ['persona'],
      run: async (visit) => {
        await visit.unverified();
        const { inquiryId } = await visit.inquiry();
        await visit.persona.begin(inquiryId);
        const before = read(inquiryAnswer, await visit.open({}, { note: ' that was begun' })).sessionToken;
        await visit.persona.endSessions(inquiryId);
        const renewed = await visit.open({ renew: true }, { note: ' with "renew": true' });
        const { sessionToken, inquiryId: opened } = read(inquiryAnswer, renewed);
        if (opened !== inquiryId) throw new NotAsked('another inquiry was opened than before');
        if (sessionToken && sessionToken !== before) return undefined;
        return wrong(
          'It gets the one that Persona has refused, again and again. Ask Persona to resume when a request has ' +
            '"renew": true.',
        );
      },
    },
    {
      id: 'renewal-costs-one',
      title: 'A renewed session costs one session',
      needs: ['persona'],
      run: async (visit) => {
        await visit.unverified();
        const { inquiryId } = await visit.inquiry();
        await visit.persona.begin(inquiryId);
        const count = async () => (await visit.persona.sessions(inquiryId)).length;
        const before = await count();
        for (let done = 0; done < renewals; done += 1)
          await visit.open({ renew: true }, { note: ' with "renew": true' });
        const made = (await count()) - before;
        if (made <= renewals) return undefined;
        return wrong(
          `${renewals} renewals made ${made}. An inquiry has 25 of them, then it cannot be opened again: make one session ` +
            'for each renewal, and no link.',
        );
      },
    },
    {
      id: 'completed-is-not-approved',
      title: 'An inquiry that is completed and not approved does not verify',
      needs: ['persona'],
      run: async (visit) => {
        if (!(await complete(visit)).tooEarly) return undefined;
        return wrong(
          'The person was through, nobody had approved, and the status said "verified". Only approved verifies. Where ' +
            'that is your own rule (policy.verifies), a later decline comes too late.',
        );
      },
    },
    {
      id: 'status-fits-when-completed',
      title: 'The status fits the contract when the person is through',
      needs: ['persona'],
      run: async (visit) => {
        const { misfit } = (await complete(visit)).watched;
        return misfit === undefined ? undefined : wrong(misfit);
      },
    },
    {
      id: 'approval-fits',
      title: 'The status fits the contract when the account is approved',
      needs: ['persona'],
      run: async (visit) => {
        const { misfit } = (await approve(visit)).watched;
        if (misfit !== undefined) return wrong(misfit);
        await verified(visit);
        return fits(statusAnswer, await visit.status());
      },
    },
    {
      id: 'approval-learned',
      title: 'The host knows of the approval in time',
      needs: ['persona'],
      run: async (visit) => {
        const { watched } = await approve(visit);
        if (watched.misfit !== undefined) throw new NotAsked('the status does not fit the contract');
        if (watched.seen) return undefined;
        return wrong(
          `It still said "${watched.said}" after ${Math.round(watched.took / 1000)} s. Take the webhook, and ask Persona ` +
            'yourself when it is overdue.',
        );
      },
    },
    {
      id: 'approval-at-once',
      title: 'The status says what the webhook has taken',
      needs: ['persona', 'secret'],
      run: async (visit) => {
        const { watched, delivered } = await approve(visit);
        if (watched.misfit !== undefined) throw new NotAsked('the status does not fit the contract');
        if (delivered === undefined || delivered >= 300) throw new NotAsked(`the webhook answered ${delivered}`);
        if (watched.took <= 3 * visit.patience) return undefined;
        return wrong(
          `The webhook took the approval, and ${Math.round(watched.took / 1000)} s later the status still said ` +
            `"${watched.said}". A status that is remembered asks a verified person again: read it anew for each request.`,
        );
      },
    },
    {
      id: 'approval-own',
      title: 'The approval of one account verifies no other',
      needs: ['persona', 'other', 'other-header'],
      run: async (visit) => {
        await verified(visit);
        if (!(await visit.isVerified(visit.options.other?.account, { as: 'other' }))) return undefined;
        return wrong(
          'The other account is verified now, too. Keep each inquiry with the account that it was opened for. (Was the ' +
            'other account verified before? Take another.)',
        );
      },
    },
    {
      id: 'old-news',
      title: 'Older events that come after the approval change nothing, in whatever order',
      needs: ['persona', 'secret'],
      run: oldNews,
    },
    {
      id: 'decided-stays-decided',
      title: 'A verified account opens no further inquiry',
      needs: ['persona'],
      run: async (visit) => {
        await verified(visit);
        const answer = await visit.open({}, { note: ' of a verified account' });
        if (!isOk(answer)) {
          if (codeOf(answer) !== undefined && answer.status < 500) return undefined;
          return wrong(`It was answered ${answer.status} without a code. Answer 409 with already_decided.`);
        }
        return wrong(
          'It does, which costs money, and whose outcome would stand against the approval. Answer 409 with ' +
            'already_decided.',
        );
      },
    },
  ],
};

async function foreignInquiry(visit: Visit) {
  await visit.unverified();
  const { persona } = visit;
  await visit.inquiry();
  const { inquiryId } = read(inquiryAnswer, await visit.open({}, { note: ' before somebody else’s' }));
  const foreign = await persona.openAsPage(await persona.inquiry(inquiryId));
  // Persona takes none from browsers, which is the other way to be safe.
  if (!foreign) return undefined;
  await persona.begin(foreign);
  await persona.simulate(foreign, 'complete', 'approve');
  const { seen } = await watch(() => visit.status(), isVerified, 4 * visit.patience);
  if (seen) visit.spoiled = 'somebody else’s inquiry';
  // Verified or not, it has moved the account when its own inquiry is no longer opened.
  const { json } = seen ? { json: undefined } : await visit.open({}, { note: ' after somebody else’s' });
  if ((json as { inquiryId?: unknown } | undefined)?.inquiryId === inquiryId) return undefined;
  return wrong(
    'It does. Whoever opens your page can make one: let those inquiries count whose ids your server got when it created ' +
      'them, and turn on "Block client-side Inquiry creation" in the template’s security settings.',
  );
}

/** All orders of a few things. */
function orders<T>(things: readonly T[]): T[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((thing, index) => orders(things.toSpliced(index, 1)).map((rest) => [thing, ...rest]));
}

async function oldNews(visit: Visit) {
  await verified(visit);
  const { inquiryId } = await visit.inquiry();
  const { attributes } = await visit.persona.inquiry(inquiryId);
  const decided = Date.parse(attributes?.['decisioned-at'] ?? new Date().toISOString());
  const at = (name: string) => {
    const field = name === 'inquiry.created' ? 'created-at' : `${name.replace('inquiry.', '')}-at`;
    const known = attributes?.[field as 'created-at'];
    // What happened in the same moment says nothing about what is newer.
    return new Date(Math.min(Date.parse(known ?? '') || decided - 1000, decided - 1));
  };
  const tell = (name: string, when: Date) => {
    const news = { name, inquiryId, account: visit.account, at: when };
    return deliverSigned(visit.host, visit.secret, news, { note: ` of ${name}, late` });
  };
  const rounds = [...orders(told), ['inquiry.declined'], ['inquiry.failed'], ['inquiry.expired']];
  for (const names of rounds) {
    for (const name of names) await tell(name, at(name));
    if (await visit.isVerified()) continue;
    return wrong(
      `After ${names.join(', ')} of an earlier time the account is no longer verified. Events come late and in any order: ` +
        'go by created-at, and let nothing older replace what is newer.',
    );
  }
  return undefined;
}
