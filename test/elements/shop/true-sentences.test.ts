import { afterEach, describe, expect, it, vi } from 'vitest';
import { reaches } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';
import { number, shopFixture } from './shop-fixture.js';
import { falseOn, unclassified, type World } from './true-sentences.js';

afterEach(() => localStorage.clear());

const steps = { steps: ['phone', 'id', 'selfie'] };
const soon = new Date(Date.now() + 3_600_000).toISOString();
const finishBy = new Date(Date.now() + 86_400_000).toISOString();

const statuses: Record<World['who'], object> = {
  verified: { verified: true, status: 'approved' },
  exempt: { verified: false, required: false },
  unregulated: { verified: false, ...steps },
  unverified: { verified: false, ...steps },
  begun: { verified: false, status: 'pending', ...steps, step: 'selfie' },
  failed: { verified: false, status: 'failed', attemptsLeft: 2, ...steps },
  paused: { verified: false, status: 'failed', attemptsLeft: 1, retryAt: soon },
  checked: { verified: false, status: 'completed' },
  reviewed: { verified: false, status: 'needs_review' },
  declined: { verified: false, status: 'declined' },
};
const free: World['who'][] = ['verified', 'exempt', 'unregulated'];

/** Two numbers that can be bought, with what is written of them that is no sentence. */
function offersOf(who: World['who']) {
  const offers =
    who === 'unregulated'
      ? ['020 7946 0101', '020 7946 0102'].map((friendlyName) =>
          number('', {
            phoneNumber: `+44${friendlyName.slice(1).replaceAll(' ', '')}`,
            friendlyName,
            isoCountry: 'GB',
          }),
        )
      : [number('4155550101'), number('4155550102')];
  return {
    offers,
    data: [...offers.map(({ friendlyName }) => friendlyName!), 'San Francisco, CA', 'Can be used for:'],
  };
}

function hostOf({ who, finishes }: World): TestHost {
  const host = new TestHost();
  const { offers } = offersOf(who);
  host.answers.status = statuses[who];
  host.answers.orders = { orders: [], ...(finishes && { finish: 86_400 }) };
  host.answers.purchases = ({ body }: { body: { numbers: { phoneNumber: string }[] } }) =>
    free.includes(who)
      ? { numbers: body.numbers.map(({ phoneNumber }) => ({ phoneNumber, status: 'purchased' })) }
      : Response.json({ code: 'verification_required', order: { id: 'ord_1', finishBy } }, { status: 403 });
  // Its own numbers are the fixture's.
  host.answers.numbers = () => ({ numbers: offers });
  return host;
}

const worlds = Object.keys(statuses).flatMap((who) =>
  [false, true].flatMap((pool) =>
    [false, true].map((finishes): World => ({ who: who as World['who'], pool, finishes, isBought: false })),
  ),
);
const called = ({ who, pool, finishes }: World) =>
  `${who}, ${pool ? 'a pool' : 'one number'}, ${finishes ? 'the host finishes' : 'the host only sells'}`;

describe('every sentence of the shop', () => {
  it('is known to be true of somebody, or of whom', () => {
    expect(unclassified()).toEqual([]);
  });

  it.each(worlds.map((world) => [called(world), world] as const))('is true for %s', async (_, world) => {
    const { who, pool, finishes } = world;
    const isFree = free.includes(who);
    const { offers, data } = offersOf(who);
    const host = hostOf(world);
    const fixture = await shopFixture(host, {
      mode: pool ? 'pool' : 'single',
      country: who === 'unregulated' ? 'GB' : 'US',
    });
    const { root, shop, gate, press, reads } = fixture;
    const isTrue = async (isBought = false) => {
      await shop.updateComplete;
      expect(falseOn(root, { ...world, isBought }, data)).toEqual([]);
    };
    await vi.waitFor(() => expect(['verified', 'exempt', 'required']).toContain(gate.status));
    await press(/^Find numbers/);
    if (pool) for (const { friendlyName } of offers) await press(`Add ${friendlyName}`.replace(/[()]/g, '\\$&'));
    else await press(/^Choose/);
    await isTrue();
    if (pool) await press(/^Review order/);
    await reads('Review your order');
    await vi.waitFor(() => expect(root.textContent).toContain(isFree || !finishes ? 'Review' : tellsOf(who)));
    await isTrue();
    if (who === 'declined') return;
    await press(/^Buy/);
    if (isFree) {
      await reads(pool ? /numbers are yours/ : /is yours/);
      await isTrue(true);
      return;
    }
    await vi.waitFor(() => expect(shop.status).toBe('gating'));
    await isTrue();
    await vi.waitFor(() => expect(['prompting', 'confirming', 'review', 'retryable']).toContain(gate.status));
    if (finishes && (who === 'checked' || who === 'reviewed'))
      await vi.waitFor(() => expect(host.count('purchases')).toBe(1));
    gate.close();
    await vi.waitFor(() => expect(gate.status).toBe('required'));
    const isHeld = who === 'checked' || who === 'reviewed';
    await vi.waitFor(() => expect(root.textContent).toContain(isHeld ? 'Cancel order' : 'Review your order'));
    await isTrue();
  });

  const waiting = worlds.filter(({ who, finishes }) => finishes && who !== 'unregulated' && !free.includes(who));
  it.each(waiting.map((world) => [called(world), world] as const))(
    'of an order that another device has left is true for %s',
    async (_, world) => {
      const { offers, data } = offersOf(world.who);
      const host = hostOf(world);
      const numbers = offers.slice(0, world.pool ? 2 : 1).map((offer) => ({ ...offer, countryCode: 'US' }));
      const order = { id: 'ord_2', status: 'waiting', numbers, finishBy, ...(world.pool && { pool: { name: 'P' } }) };
      host.answers.orders = { orders: [order], finish: 86_400 };
      const { root, shop, gate } = await shopFixture(host);
      await reaches(gate, 'required');
      await vi.waitFor(() => expect(shop.status).toBe('waiting'));
      await shop.updateComplete;
      // A phone number as it is dialled, where nobody has told how it is written.
      expect(falseOn(root, world, [...data, ...offers.map(({ phoneNumber }) => phoneNumber)])).toEqual([]);
    },
  );
});

/** A word by which one knows that the host's list of orders has come: what it does with an order is said then. */
const tellsOf = (who: World['who']) => (who === 'paused' || who === 'declined' ? 'could' : 'close this page');
