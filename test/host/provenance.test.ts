import { describe, expect, it } from 'vitest';
import { AdoptionError, type Held, LeaseLostError, sqlStore } from '../../src/host/index.js';
import { event, sign } from './signed.js';
import { atPersona, db, happen, makeHost, onError, open, opened, persona, status, world } from './stand-in-host.js';

const store = sqlStore(db);

/** An inquiry that is not made by the host; gives its id. */
async function elsewhere(referenceId = world.account): Promise<string> {
  const response = await fetch(`${persona.origin}/api/v1/inquiries`, {
    method: 'POST',
    headers: { authorization: `Bearer ${persona.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      data: { attributes: { 'inquiry-template-id': persona.templateId, 'reference-id': referenceId } },
    }),
  });
  return ((await response.json()) as { data: { id: string } }).data.id;
}

/** Persona's own event about an inquiry, as it comes to the webhook. */
function told(inquiryId: string, name: string): Request {
  const body = event({
    name,
    at: new Date(world.time).toISOString(),
    inquiryId,
    account: world.account,
    template: persona.templateId,
  });
  return new Request('http://host.test/webhook', {
    method: 'POST',
    body,
    headers: { 'persona-signature': sign(body, { at: world.time, secret: persona.webhookSecret }) },
  });
}

describe('an inquiry of our own', () => {
  it('is known for ours by an event that is faster than the answer to our request', async () => {
    // The answer is held back until the event has come as far as it can: to its turn, or to a wrong conclusion.
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let turns = 0;
    const host = makeHost({
      store: {
        ...store,
        exclusive: (account, work) => {
          turns += 1;
          if (turns === 2) arrived();
          return store.exclusive(account, work);
        },
        noteForeign: (...news) => store.noteForeign(...news).finally(arrived),
      },
    });
    let early: Promise<Response> | undefined;
    world.answer = async (go) => {
      const response = await go();
      if (world.calls.at(-1) !== 'POST') return response;
      world.answer = (next) => next();
      const { data } = (await response.clone().json()) as { data: { id: string } };
      early = host.webhook(told(data.id, 'inquiry.created'));
      await arrival;
      return response;
    };
    const { inquiryId } = await opened(host);
    expect((await early)?.status).toBe(200);
    expect(onError).not.toHaveBeenCalled();
    expect(await store.inquiries(world.account)).toMatchObject([{ inquiryId, own: true }]);
  });

  it('is not made by a process that was overtaken before it asked Persona', async () => {
    const overtaken: Held = {
      signal: AbortSignal.abort(),
      stillMine: () => Promise.reject(new LeaseLostError()),
    };
    const host = makeHost({ store: { ...store, exclusive: (_account, work) => work(overtaken) } });
    expect((await open(host)).status).toBe(503);
    expect(await atPersona()).toEqual([]);
    expect(world.calls).not.toContain('POST');
    // The key stays for whoever has the turn, who may be using it.
    expect(await store.creating(world.account)).toBe(true);
  });

  it('is known for ours by an event although the answer was lost, and while a stranger makes one', async () => {
    const host = makeHost();
    world.answer = async (go) => {
      const response = await go();
      if (world.calls.at(-1) === 'POST') throw new TypeError('fetch failed');
      return response;
    };
    await opened(host);
    world.answer = (go) => go();
    onError.mockClear();
    const [own] = (await atPersona()) as [string];
    const foreign = await elsewhere();
    expect((await host.webhook(told(foreign, 'inquiry.approved'))).status).toBe(200);
    expect((await host.webhook(told(own, 'inquiry.started'))).status).toBe(200);
    expect(await store.inquiries(world.account)).toMatchObject([{ inquiryId: own, status: 'pending' }]);
    expect(onError.mock.calls).toMatchObject([[{ name: 'ForeignInquiryError', inquiryId: foreign }]]);
    expect(await atPersona()).toHaveLength(2);
  });
});

describe('an inquiry that somebody else made', () => {
  it('is told once, without the account, however often its events come and Persona is asked', async () => {
    const host = makeHost();
    const foreign = await elsewhere();
    for (const name of ['created', 'started', 'approved', 'approved']) {
      expect((await host.webhook(told(foreign, `inquiry.${name}`))).status).toBe(200);
    }
    world.time += 3_600_000;
    await status(host);
    expect(onError).toHaveBeenCalledOnce();
    const [error] = onError.mock.calls[0] as [Error];
    expect(error.message).toContain(foreign);
    expect(JSON.stringify(error) + error.message).not.toContain(world.account);
    expect(await store.trail(world.account)).toMatchObject([{ event: 'inquiry.foreign', actor: 'persona' }]);
  });

  it('is redacted with the rest when the person wants their data deleted', async () => {
    const { inquiryId } = await opened();
    const foreign = await elsewhere();
    await makeHost().redact(world.account);
    const lines = (await store.trail(world.account)).filter(({ event: name }) => name === 'inquiry.redacted');
    expect(lines.map((line) => line.inquiryId).toSorted()).toEqual([inquiryId, foreign].toSorted());
  });
});

describe('adopt', () => {
  it('takes over an inquiry from before the host was there, as often as it is called', async () => {
    const before = await elsewhere();
    await happen(before, 'start', 'complete', 'approve');
    const host = makeHost();
    expect((await host.requireVerified(world.account))?.status).toBe(403);
    await host.adopt(world.account, before);
    await host.adopt(world.account, before);
    expect(await host.requireVerified(world.account)).toBeNull();
    const lines = (await store.trail(world.account)).filter(({ actor }) => actor === 'operator');
    expect(lines).toMatchObject([{ event: 'inquiry.adopted', inquiryId: before }]);
  });

  it('takes what has become of it since it was noted as somebody else’s', async () => {
    const before = await elsewhere();
    const host = makeHost();
    await host.webhook(told(before, 'inquiry.created'));
    await happen(before, 'start', 'complete', 'approve');
    await host.adopt(world.account, before);
    expect(await status(host)).toMatchObject({ verified: true, inquiryId: before });
  });

  it('refuses what is not there, is of another account or of another template, and says which', async () => {
    const cases: [string, AdoptionError['code']][] = [
      ['inq_nobody', 'not_found'],
      [await elsewhere('somebody else'), 'other_account'],
    ];
    for (const [inquiryId, code] of cases) {
      const refused = makeHost().adopt(world.account, inquiryId);
      await expect(refused).rejects.toBeInstanceOf(AdoptionError);
      await expect(refused).rejects.toMatchObject({ code, message: expect.stringContaining(inquiryId) });
    }
    const other = makeHost({ persona: { ...persona, templateId: 'itmpl_other', apiUrl: `${persona.origin}/api/v1` } });
    await expect(other.adopt(world.account, await elsewhere())).rejects.toMatchObject({ code: 'other_template' });
    expect(await store.trail(world.account)).toEqual([]);
  });
});
