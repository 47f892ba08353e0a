import { Hono } from 'hono';
import type { IdentityHost } from '../../../src/host/index.js';

export function mount(identity: IdentityHost): Hono {
  const app = new Hono();
  app.all('/api/identity/*', (context) => identity.fetch(context.req.raw));
  return app;
}
