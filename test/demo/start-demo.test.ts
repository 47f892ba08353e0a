import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { startDemo } from '../../demo/server/start-demo.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { hasPostgres, startPostgres } from '../host/postgres.js';
import { event, sign } from '../host/signed.js';
import { dir, options } from './demo-options.js';

describe('startDemo', () => {
  it('says in one sentence that a port is taken, and leaves nothing running', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const other = { ...options, dataDir: undefined };
    await expect(startDemo({ ...other, port })).rejects.toThrow(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 100} npm start`,
    );
    await expect(startDemo({ ...other, sandboxPort: port })).rejects.toThrow('SANDBOX_PORT=');
    await new Promise((resolve) => blocker.close(resolve));
  });

  it('says which build is missing', async () => {
    await expect(startDemo({ ...options, pageDirs: { ...options.pageDirs, page: dir } })).rejects.toThrow(
      'npx vite build --mode demo',
    );
  });

  it.runIf(hasPostgres)(
    'keeps everything on a Postgres server when given one, and says when there is none',
    async () => {
      const postgres = await startPostgres();
      const where = { ...options, dataDir: undefined, databaseUrl: postgres.url };
      const accounts = async () => {
        const demo = await startDemo(where);
        const { accounts: all } = await (await fetch(`${demo.url}/api/accounts`)).json();
        await demo.close();
        // Not how they stand: their events may come as late as in the second start.
        return (all as { id: string; kind: string }[]).map(({ id, kind }) => `${kind} ${id}`);
      };
      const first = await accounts();
      expect(first.length).toBeGreaterThan(3);
      expect(await accounts()).toEqual(first);
      await postgres.close();
      await expect(startDemo(where)).rejects.toThrow('The database in DATABASE_URL cannot be used');
    },
  );

  it('answers what is under way before it closes the database', async () => {
    const said = vi.spyOn(console, 'error');
    const demo = await startDemo({ ...options, dataDir: undefined });
    const { webhookSecret: secret, templateId: template } = demo.sandbox as Sandbox;
    const body = event({ name: 'inquiry.approved', at: new Date().toISOString(), template, account: null });
    const headers = {
      'content-type': 'application/json',
      'persona-signature': sign(body, { secret }),
      'content-length': body.length,
      expect: '100-continue',
    };
    const delivery = request(`${demo.url}/api/identity/webhook`, { method: 'POST', headers });
    const answered = once(delivery, 'response') as Promise<[IncomingMessage]>;
    await once(delivery, 'continue');
    const closed = demo.close();
    delivery.end(body);
    const [answer] = await answered;
    expect(answer.statusCode).toBe(200);
    await closed;
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });

  it('names the real Persona in the headers when it is given one, and has no reviewer then', async () => {
    const real = await startDemo({
      ...options,
      dataDir: undefined,
      persona: { apiKey: 'persona_sandbox_x', templateId: 'itmpl_x', webhookSecret: 'wbhsec_x' },
    });
    const response = await fetch(`${real.url}/api/accounts`);
    expect(response.headers.get('content-security-policy')).toContain('frame-src https://inquiry.withpersona.com;');
    expect(response.headers.get('permissions-policy')).toContain('camera=(self "https://inquiry.withpersona.com")');
    expect(await response.json()).toMatchObject({ rule: null, accounts: [{ kind: 'new' }, { kind: 'exempt' }] });
    await real.close();
  });
});
