import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/**
 * What an open port answers with: an app, once its address is known; until then whoever calls is asked to come again.
 */
export class Door {
  #app: Hono | undefined;

  /** For the server that listens. */
  readonly listener: RequestListener = getRequestListener(
    (request, env) => this.#app?.fetch(request, env) ?? new Response(null, { status: 503 }),
  );

  /** From now on the app answers. */
  openTo(app: Hono): void {
    this.#app = app;
  }
}
