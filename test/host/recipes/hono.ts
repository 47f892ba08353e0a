import { Hono } from 'hono';
import type { Host } from '../../../src/host/index.js';

export function mount(host: Host): Hono {
  const app = new Hono();
  app.all('/api/identity/*', (context) => host.fetch(context.req.raw));
  return app;
}
