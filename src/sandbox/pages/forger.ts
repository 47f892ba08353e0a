import { Hono } from 'hono';

/** Where the forger lives: the same server under another name, so another origin in the same family. */
export const forgerOrigin = (origin: string): string => origin.replace('//localhost', '//sibling.localhost');

// Says what it is told to the page around the page around it, as any page on a sibling origin could.
const script = `
  const query = new URLSearchParams(location.search);
  parent.parent.postMessage(JSON.parse(query.get('message')), query.get('target'));
`;

/**
 * The page of the scenario "forged-message": it reports in the name of the inquiry page, from an origin that is not
 * its.
 */
export function forger(): Hono {
  const app = new Hono();
  const policy = "default-src 'none'; script-src 'self'";
  app.get(
    '/forger',
    () =>
      new Response('<!doctype html><title>Sibling</title><script src="/forger.js"></script>', {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
      }),
  );
  app.get('/forger.js', () => new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } }));
  return app;
}
