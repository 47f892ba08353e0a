import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInquiry } from '../../src/adapters/dialog/inquiry-endpoint.js';
import { isPersonaHost } from '../../src/core/gate/dialog/persona-host.js';

const subject = { account: 'loc_1', action: 'number-purchase' } as const;

/** The inquiry that a page gets whose host's server answers so. */
const answered = (body: object, personaHost: string | null = null) =>
  createInquiry(
    async () => Response.json({ inquiryId: 'inq_1', ...body }),
    subject,
    { inquiryUrl: 'https://shop.example/inquiry', template: null, environment: null, personaHost },
    { renew: false, link: false },
  );

const said = vi.spyOn(console, 'error');
beforeEach(() => void said.mockImplementation(() => {}));
afterEach(() => void said.mockReset());

describe('Persona’s pages', () => {
  it.each([
    'inquiry.withpersona.com',
    'withpersona.com',
    'inquiry.eu.withpersona.com',
    'INQUIRY.withpersona.com',
    'localhost',
    'localhost:4001',
  ])('are framed from %s', (host) => {
    expect(isPersonaHost(host, null)).toBe(true);
  });

  it.each([
    'evil.com#',
    'evil.com#.withpersona.com',
    'inquiry.withpersona.com@localhost:4322',
    'localhost@evil.com',
    'localhost:4322/..',
    '//localhost:4322',
    'localhost:4321?x=',
    'localhost:4321\\evil.com',
    'https://inquiry.withpersona.com',
    'withpersona.com.evil.com',
    'evilwithpersona.com',
    'localhost.evil.com',
    'inquiry.withpersona.com:99999999',
    'inquiry.withpersona.com ',
    ' localhost',
    'localhost\n',
    '',
  ])('are not framed from "%s"', (host) => {
    expect(isPersonaHost(host, null)).toBe(false);
    expect(isPersonaHost(`${host}/`, `${host}/`)).toBe(false);
  });

  it('are framed from another host only when the page itself names it', async () => {
    expect(isPersonaHost('verify.shop.example', 'verify.shop.example')).toBe(true);
    await expect(answered({ personaHost: 'verify.shop.example' })).rejects.toMatchObject({ code: 'not_configured' });
    expect(await answered({ personaHost: 'verify.shop.example' }, 'verify.shop.example')).toMatchObject({
      personaHost: 'verify.shop.example',
    });
  });

  it('get no session of an inquiry when the server names a stranger’s host', async () => {
    const stolen = answered({ sessionToken: 'secret', personaHost: 'localhost:1@evil.example' });
    await expect(stolen).rejects.toThrow(/names "localhost:1@evil.example" as Persona's host/);
  });
});

describe('a link for another device', () => {
  const plain = 'https://withpersona.com/verify?code=1';

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,hello',
    'http://user:password@evil.test/',
    'https://withpersona.com@evil.test/',
    'not a link',
    '//evil.test',
  ])('is not shown when it is "%s"', async (oneTimeLink) => {
    expect(await answered({ oneTimeLink })).toMatchObject({ oneTimeLink: undefined });
    expect(await answered({ oneTimeLink: plain })).toMatchObject({ oneTimeLink: plain });
  });
});
