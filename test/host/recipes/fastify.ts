import { getRequestListener } from '@hono/node-server';
import fastify, { type FastifyInstance } from 'fastify';
import type { Host } from '../../../src/host/index.js';

export function mount(host: Host): FastifyInstance {
  const app = fastify();
  const listener = getRequestListener((request) => host.fetch(request));
  void app.register(async (scope) => {
    // Fastify leaves the body alone here: the webhook's signature is of the bytes as they came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/api/identity/*', async (request, reply) => {
      reply.hijack();
      await listener(request.raw, reply.raw);
    });
  });
  return app;
}
