import { pause } from './check-options.js';
import { type Answer, isAbsent, isOk } from './host-line.js';
import type { RuleGroup } from './rule.js';
import { deliver, deliverSigned, eventBody, forgedSet, type News } from './signed-events.js';
import { NotAsked, type Verdict, wrong } from './verdict.js';
import type { Visit } from './visit.js';

const noWebhook = 'there is no webhook';
const hourMs = 60 * 60_000;

/** An approval of the account's own inquiry, or of one that nobody has made when there is none. */
async function approval(visit: Visit): Promise<News> {
  const { inquiryId } = await visit.inquiry().catch(() => ({ inquiryId: '' }));
  return {
    name: 'inquiry.approved',
    inquiryId: inquiryId || `inq_${crypto.randomUUID().slice(0, 8)}`,
    account: visit.account,
    templateId: visit.options.approve && inquiryId ? await templateOf(visit, inquiryId) : undefined,
    at: new Date(),
  };
}

/** The template by which a host may know its own inquiries. */
const templateOf = (visit: Visit, inquiryId: string) =>
  visit.once('template', async () => {
    const { relationships } = await visit.persona.inquiry(inquiryId);
    return relationships?.['inquiry-template']?.data?.id;
  });

async function refuses(visit: Visit, signature: string | undefined, note: string): Promise<Verdict | undefined> {
  const answer = await deliver(visit.host, eventBody(await approval(visit)), signature, note);
  if (isAbsent(answer)) throw new NotAsked(noWebhook);
  if (!isOk(answer)) return undefined;
  if (await visit.isVerified()) visit.spoiled = answer.where;
  return wrong(
    `It was answered ${answer.status}. Whoever can send that approves whom they like: compare the HMAC of the raw body ` +
      'with Persona-Signature, and answer 401.',
  );
}

/** What Persona tells the host, and what others pretend to. */
export const webhookRules: RuleGroup = {
  name: 'Webhook',
  rules: [
    {
      id: 'webhook-there',
      title: 'There is a webhook',
      run: async (visit) => {
        const answer = await deliver(visit.host, '{}', undefined, ' of nothing');
        if (!isAbsent(answer)) return undefined;
        return wrong(`It answered ${answer.status}. Decisions made later would be learned late or never.`);
      },
    },
    {
      id: 'webhook-unsigned',
      title: 'An event without a signature is refused',
      run: (visit) => refuses(visit, undefined, ' without a signature'),
    },
    {
      id: 'webhook-forged',
      title: 'An event with a wrong signature is refused',
      run: (visit) => refuses(visit, forgedSet(), ' with a wrong signature'),
    },
    {
      id: 'webhook-sound',
      title: 'What is no event does not break the webhook',
      run: async (visit) => {
        const tries: [body: string, signature: string | undefined][] = [
          ['', forgedSet()],
          ['no JSON', forgedSet()],
          [eventBody(await approval(visit)), 't=now,v1=zz'],
          ['[]', 'x'.repeat(2000)],
          ['null', undefined],
        ];
        for (const [body, signature] of tries) {
          const { status, where } = await deliver(visit.host, body, signature, ' of nonsense');
          if (status >= 500) return wrong(`${where} was answered ${status}. Answer 401 to what is not Persona’s.`);
        }
        return undefined;
      },
    },
  ],
};

const wait = (visit: Visit) => pause(visit.patience);

/** Whether the account has become verified by what was just delivered, which must not verify. */
async function believed(visit: Visit, { where }: Answer): Promise<boolean> {
  await wait(visit);
  if (!(await visit.isVerified())) return false;
  visit.spoiled = where;
  return true;
}

/** Correctly signed events, before anything is decided. */
export const signedEventRules: RuleGroup = {
  name: 'Signed events',
  rules: [
    {
      id: 'webhook-takes-signed',
      title: 'A correctly signed event is taken',
      needs: ['secret'],
      run: async (visit) => {
        const news = { ...(await approval(visit)), name: 'inquiry.created' };
        const { status } = await deliverSigned(visit.host, visit.secret, news);
        if (status >= 200 && status < 300) return undefined;
        if (status === 404) throw new NotAsked(noWebhook);
        return wrong(
          `It was answered ${status}, so Persona tells in vain and sends it again for two days. Is --webhook-secret the ` +
            'host’s? Else something stands before the webhook: a CSRF check, a session, or a body parser.',
        );
      },
    },
    {
      id: 'webhook-rotation',
      title: 'While a secret is rotated one of two signatures is enough',
      needs: ['secret'],
      run: async (visit) => {
        const news = { ...(await approval(visit)), name: 'inquiry.created' };
        for (const sets of [{ before: forgedSet() }, { behind: forgedSet() }]) {
          const signing = { ...sets, note: ' with the signatures of two secrets' };
          const { status } = await deliverSigned(visit.host, visit.secret, news, signing);
          if (status === 404) throw new NotAsked(noWebhook);
          if (status < 200 || status >= 300)
            return wrong(
              `It was answered ${status}. Persona-Signature has two sets then, separated by a space; take the event when ` +
                'either fits.',
            );
        }
        return undefined;
      },
    },
    {
      id: 'webhook-unknown-event',
      title: 'A signed event that means nothing here is taken and forgotten',
      needs: ['secret'],
      run: async (visit) => {
        for (const name of ['inquiry.transitioned', 'inquiry-session.started', 'something.new']) {
          const { status } = await deliverSigned(visit.host, visit.secret, { ...(await approval(visit)), name });
          if (status === 404) throw new NotAsked(noWebhook);
          if (status >= 300) return wrong(`${name} was answered ${status}, so Persona sends it again for two days.`);
        }
        return undefined;
      },
    },
    {
      id: 'webhook-own-inquiries',
      title: 'An approval of an inquiry that this host did not open verifies nobody',
      needs: ['secret'],
      run: async (visit) => {
        await visit.unverified();
        const news = { ...(await approval(visit)), inquiryId: `inq_${crypto.randomUUID().replaceAll('-', '')}` };
        const answer = await deliverSigned(visit.host, visit.secret, news, { note: ' of a foreign inquiry' });
        if (!(await believed(visit, answer))) return undefined;
        return wrong(
          'It does. Whoever opens your page can make an inquiry in any account’s name: let those count whose ids your ' +
            'server got when it created them.',
        );
      },
    },
    {
      id: 'webhook-replay',
      title: 'An event whose signature is an hour old is not believed as it stands',
      needs: ['secret'],
      run: async (visit) => {
        await visit.unverified();
        await visit.inquiry();
        const signedAt = new Date(Date.now() - hourMs);
        const answer = await deliverSigned(visit.host, visit.secret, await approval(visit), {
          signedAt,
          note: ' signed an hour ago',
        });
        if (!(await believed(visit, answer))) return undefined;
        return wrong(
          'It is. Whoever has seen one event can send it again for ever: past five minutes ask Persona for the inquiry, ' +
            'or answer 401.',
        );
      },
    },
  ],
};
