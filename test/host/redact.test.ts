import { describe, expect, it } from 'vitest';
import { PersonaError, sqlStore } from '../../src/host/index.js';
import { db, happen, makeHost, opened, persona, post, status, world } from './stand-in-host.js';

const store = sqlStore(db);
const redactedAt = async (inquiryId: string) => {
  const response = await fetch(`${persona.origin}/api/v1/inquiries/${inquiryId}`, {
    headers: { authorization: `Bearer ${persona.apiKey}` },
  });
  return ((await response.json()) as { data: { attributes: Record<string, unknown> } }).data.attributes['redacted-at'];
};

describe('redact', () => {
  it('deletes the person at Persona and what opens the inquiry, and keeps that the account is verified', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start', 'complete', 'approve');
    expect(await redactedAt(inquiryId)).toBeNull();
    await makeHost().redact(world.account);
    expect(await redactedAt(inquiryId)).toEqual(expect.any(String));
    expect(await store.ticket(world.account)).toBeNull();
    world.time += 60_000;
    expect(await status()).toMatchObject({ verified: true, inquiryId });
  });

  it('does each inquiry once, however often it is called', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start', 'fail');
    await makeHost().redact(world.account);
    world.calls = [];
    await makeHost().redact(world.account);
    expect(world.calls.filter((call) => call.startsWith('DELETE'))).toEqual([]);
    expect((await store.trail(world.account)).filter(({ event }) => event === 'inquiry.redacted')).toMatchObject([
      { actor: 'operator', inquiryId },
    ]);
  });

  it('says so when Persona did not do it, and can be called again', async () => {
    const { inquiryId } = await opened();
    world.answer = async (go) => (world.calls.at(-1)?.startsWith('DELETE') ? Response.json({}, { status: 500 }) : go());
    await expect(makeHost().redact(world.account)).rejects.toBeInstanceOf(PersonaError);
    world.answer = (go) => go();
    await makeHost().redact(world.account);
    expect(await redactedAt(inquiryId)).toEqual(expect.any(String));
  });
});

describe('the audit trail', () => {
  it('tells who did what, without a word of the person', async () => {
    const host = makeHost();
    await host.requireVerified(world.account, 'number-purchase');
    const { inquiryId } = await opened(host);
    await host.inquiry(post({ account: world.account }));
    await happen(inquiryId, 'start', 'complete', 'approve');
    world.time += 60_000;
    await host.requireVerified(world.account, 'number-purchase');
    expect((await store.trail(world.account)).map(({ actor, event, source }) => `${actor} ${event} ${source}`)).toEqual(
      [
        'user action.refused number-purchase',
        'host inquiry.created null',
        'user inquiry.opened number-purchase',
        'user inquiry.opened null',
        'host inquiry.approved null',
      ],
    );
  });
});
