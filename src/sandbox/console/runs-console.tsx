/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { Desks } from '../desks/desks.js';
import { RunPage, RunsPage } from './run-pages.js';

/** The pages of workflow runs. */
export function runsConsole({ store, runs }: Desks): Hono {
  const app = new Hono();
  app.get('/', (context) => context.html(<RunsPage runs={runs.all()} />));
  app.get('/:id', (context) => {
    const run = runs.get(context.req.param('id'));
    const { type, id } = run.creator;
    const event = type === 'event' ? store.events.get(id)?.name : undefined;
    return context.html(<RunPage run={run} startedBy={event ?? 'a call of the API'} />);
  });
  return app;
}
