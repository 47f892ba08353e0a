import { afterEach } from 'vitest';
import { createHost, type Host, type HostEvent, type HostOptions } from '../../src/host/index.js';
import { ShopCarrier } from './shop-carrier.js';
import { at, db, happen, onError, persona, world } from './stand-in-host.js';

const hosts: Host[] = [];

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

/** A whole host at the stand-in, with its carrier and all that it has told. */
export function makeShop(over: { [K in keyof HostOptions]?: HostOptions[K] | undefined } = {}) {
  const { apiKey, templateId, webhookSecret, origin, host: address } = persona;
  const carrier = (over.carrier as ShopCarrier | undefined) ?? new ShopCarrier();
  const told: HostEvent[] = [];
  const host = createHost({
    persona: { apiKey, templateId, webhookSecret, apiUrl: `${origin}/api/v1`, host: address },
    database: db,
    carrier,
    authorize: (request) => request.headers.get('cookie') === 'user=owner',
    onEvent: (event) => void told.push(event),
    onError,
    now: () => world.time,
    ...over,
  } as HostOptions);
  hosts.push(host);
  const ask = async (path: string, init?: RequestInit): Promise<{ status: unknown; [name: string]: unknown }> => {
    const response = await host.fetch(at(path, init));
    return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
  };
  const json = { 'content-type': 'application/json' };
  return {
    host,
    carrier,
    told,
    ask,
    /** Buys as the shop does. */
    buy: (numbers: readonly string[], key: string, more: object = {}) =>
      ask('purchases', {
        method: 'POST',
        headers: { ...json, 'idempotency-key': key },
        body: JSON.stringify({
          account: world.account,
          numbers: numbers.map((phoneNumber) => ({ phoneNumber, countryCode: 'US', numberType: 'local' })),
          ...more,
        }),
      }),
    orders: async () => (await ask(`orders?account=${world.account}`)).orders as Record<string, unknown>[],
    cancel: (id: unknown) =>
      ask(`orders/${id}/cancel`, { method: 'POST', headers: json, body: JSON.stringify({ account: world.account }) }),
    /** Verifies the account, as far as Persona knows. */
    async approve() {
      const { inquiryId } = await ask('inquiry', {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ account: world.account }),
      });
      await happen(String(inquiryId), 'start', 'complete', 'approve');
      world.time += 61_000;
      await ask(`status?account=${world.account}`);
      return String(inquiryId);
    },
    /** Does what is due some time later. */
    async later(ms = 61_000) {
      world.time += ms;
      await host.tick();
    },
  };
}

let line = 0;
/** A number of the carrier's that no other test has. */
export const aNumber = () => `+1415555${String(100 + (line++ % 100)).padStart(4, '0')}`;
