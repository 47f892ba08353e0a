/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import type { CarrierDesks } from '../carriers/carrier-desks.js';
import type { CarrierTarget } from '../carriers/carrier-scenario-desk.js';
import { ScenarioError } from '../records/scenarios.js';
import { CarriersPage } from './carriers-page.js';

/** The most sales and requests that the page shows. */
const most = 100;

/** The page of the local carriers, and its forms. */
export function carriersConsole({ sales, scenarios, calls }: CarrierDesks): Hono {
  const app = new Hono();

  const show = (context: Context, mistake?: string) =>
    context.html(
      <CarriersPage
        sales={sales.all().slice(-most).reverse()}
        requests={calls.requests().slice(-most).reverse()}
        chosen={scenarios.chosen()}
        mistake={mistake}
      />,
      mistake ? 400 : 200,
    );
  app.get('/', (context) => show(context));

  app.post('/scenario', async (context) => {
    const form = await context.req.parseBody();
    const textOf = (name: string) => String(form[name] ?? '').trim();
    try {
      // A form without a name ends what is played for its target.
      scenarios.choose(
        textOf('name') && textOf('name') + joined(':', textOf('number')) + joined('*', textOf('times')),
        form.target === undefined ? targetOf(textOf('for')) : targetOf(textOf('target').replace(/^for /, '')),
      );
    } catch (error) {
      if (error instanceof ScenarioError) return show(context, error.message);
      throw error;
    }
    return context.redirect('/dashboard/carriers');
  });
  return app;
}

const joined = (mark: string, text: string): string => text && mark + text;

function targetOf(text: string): CarrierTarget {
  if (!text) return {};
  return /^\+\d+$/.test(text) ? { phoneNumber: text } : { account: text };
}
