/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

/** The parts of the console that its bar leads to. */
export type Place = 'inquiries' | 'cases' | 'workflow-runs' | 'events' | 'carriers';

const places: Record<Place, string> = {
  inquiries: 'Inquiries',
  cases: 'Cases',
  'workflow-runs': 'Workflow runs',
  events: 'Events',
  carriers: 'Carriers',
};

/** A page of the console around its content; without a place nothing leads anywhere. */
export const ConsolePage = ({ title, place, children }: { title: string; place?: Place; children: Child }) => (
  <>
    {raw('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Persona stand-in`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/dashboard.css" />
      </head>
      <body>
        <header>
          <nav aria-label="Console">
            <strong>Persona stand-in</strong>
            {place && Object.entries(places).map(([path, name]) => <BarLink path={path} name={name} here={place} />)}
          </nav>
        </header>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  </>
);

const BarLink = ({ path, name, here }: { path: string; name: string; here: Place }) => (
  <a href={`/dashboard/${path}`} aria-current={path === here ? 'page' : undefined}>
    {name}
  </a>
);
