import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { expect, it, onTestFinished } from 'vitest';
import { runCheck } from '../../src/host/check/check-cli.js';
import { createHost, type Host, lcPhoneCarrier } from '../../src/host/index.js';
import { startSandbox } from '../../src/sandbox/index.js';
import { freshDatabase } from '../helpers/blank-database.js';
import { freePort } from '../helpers/free-port.js';
import { withCors } from './recipes/cors.js';

it('finds nothing wrong at a host of ours that buys at the local carriers', { timeout: 120_000 }, async () => {
  const pages = mkdtempSync(join(tmpdir(), 'pages-'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/api/identity`;
  const persona = await startSandbox({
    appDir: pages,
    webhookUrl: `${url}/webhook`,
    webhookRetryScale: 0.001,
    decisionDelay: 300,
  });
  const database = await freshDatabase();
  const { apiKey, templateId, webhookSecret, origin, host: address, carriers } = persona;
  const host: Host = createHost({
    persona: { apiKey, templateId, webhookSecret, apiUrl: `${origin}/api/v1`, host: address },
    database,
    carrier: lcPhoneCarrier({ ...carriers.lcPhone, location: (account) => account ?? 'nobody' }),
    authorize: (request, account) =>
      request.headers.get('cookie') === (account.startsWith('other_') ? 'session=2' : 'session=1'),
  });
  const answer = withCors((request) => host.fetch(request), ['https://shop.example']);
  const server = createServer(getRequestListener(answer));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await host.close();
    await persona.close();
    await database.close();
    rmSync(pages, { recursive: true });
  });

  const said: string[] = [];
  process.env.PERSONA_API_KEY = apiKey;
  process.env.PERSONA_API_URL = `${origin}/api/v1`;
  onTestFinished(() => {
    delete process.env.PERSONA_API_KEY;
    delete process.env.PERSONA_API_URL;
  });
  const words = [
    ...[url, '--account', 'loc_7', '--header', 'Cookie: session=1'],
    ...['--other-account', 'other_8', '--other-header', 'Cookie: session=2', '--origin', 'https://shop.example'],
    // On a busy machine everything takes longer.
    ...['--slow', '20', '--within', '60'],
    ...['--webhook-secret', webhookSecret, '--approve', '--buy', '--scenarios', '--account-prefix', 'loc_new_'],
  ];
  const code = await runCheck(words, (line) => said.push(line));
  const remarks = said.filter((line) => /^ *[✗!–]/.test(line));
  // What concerns Persona's own pages is no host's.
  expect(remarks.filter((line) => !line.includes('Persona’s pages'))).toEqual([]);
  expect(said.at(-1)).toMatch(/^\nNothing wrong found/);
  expect(code).toBe(0);
});
