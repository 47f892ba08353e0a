import { getRequestListener } from '@hono/node-server';
import express, { type Express } from 'express';
import type { Host } from '../../../src/host/index.js';

export function mount(host: Host): Express {
  const app = express();
  // Before express.json(): the webhook's signature is of the bytes as they came.
  app.all(
    '/api/identity/*path',
    getRequestListener((request) => host.fetch(request)),
  );
  app.use(express.json());
  return app;
}
