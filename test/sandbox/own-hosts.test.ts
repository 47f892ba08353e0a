import { describe, expect, it } from 'vitest';
import { ownHosts } from '../../src/sandbox/own-hosts.js';
import { askedAs } from '../helpers/asked-as.js';
import { running } from './running-sandbox.js';

describe('ownHosts', () => {
  const isOurs = ownHosts('http://localhost:4001', ['http://192.168.1.20:4001']);

  it.each(['localhost:4001', 'LocalHost:4001', '127.0.0.1:4001', '[::1]:4001', '192.168.1.20:4001'])(
    'knows %s',
    (host) => expect(isOurs(host)).toBe(true),
  );

  it.each([
    undefined,
    '',
    'localhost',
    'localhost:4000',
    'evil.example:4001',
    'localhost.evil.example:4001',
    'localhost:4001.evil.example',
    'evil.localhost:4001',
    '127.0.0.1.nip.example:4001',
    'localhost:4001, evil.example:4001',
  ])('refuses %s', (host) => expect(isOurs(host)).toBe(false));

  it('leaves out the port that browsers leave out', () => {
    expect(ownHosts('http://localhost:80')('localhost')).toBe(true);
  });
});

describe('a page whose name leads to this computer', () => {
  it.each(['/widget', '/verify', '/preload', '/app/index.html', '/forger', '/dashboard', '/dashboard.css', '/nothing'])(
    'gets nothing of %s',
    async (path) => {
      const { origin } = await running();
      const { status, headers } = await askedAs(`evil.example:${new URL(origin).port}`, origin + path);
      expect(status).toBe(421);
      expect(headers).not.toHaveProperty('set-cookie');
    },
  );

  it('makes no inquiry', async () => {
    const sandbox = await running();
    const { port } = new URL(sandbox.origin);
    const asked = { method: 'POST', body: JSON.stringify({ templateId: sandbox.templateId }) };
    expect((await askedAs(`evil.example:${port}`, `${sandbox.origin}/flow/open`, asked)).status).toBe(421);
    expect((await sandbox.rest('/inquiries')).body.data).toEqual([]);
    expect((await askedAs(`localhost:${port}`, `${sandbox.origin}/flow/open`, asked)).status).toBe(200);
  });

  it('does not get in the way of a program that knows the API key, by whatever name it comes', async () => {
    const sandbox = await running();
    const headers = { authorization: `Bearer ${sandbox.apiKey}` };
    for (const path of ['/api/v1/inquiries', '/sandbox']) {
      expect((await askedAs('host.docker.internal:4001', sandbox.origin + path, { headers })).status).toBe(200);
      expect((await askedAs('host.docker.internal:4001', sandbox.origin + path)).status).toBe(401);
    }
  });

  // Other systems have a single loopback address unless somebody adds one.
  it.runIf(process.platform === 'linux')('is not let in beside the phones either', async () => {
    const sandbox = await running({ lan: '127.0.0.2' });
    const { host } = new URL(sandbox.lanOrigin!);
    const asked = { method: 'POST', body: JSON.stringify({ templateId: sandbox.templateId }) };
    expect((await askedAs(host, `${sandbox.lanOrigin}/flow/open`, asked)).status).toBe(200);
    expect((await askedAs('evil.example', `${sandbox.lanOrigin}/flow/open`, asked)).status).toBe(421);
  });
});
