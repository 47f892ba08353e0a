import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join, normalize } from 'node:path';

const { PORT = '4173', HOST = '127.0.0.1', PERSONA_HOST = 'inquiry.withpersona.com' } = process.env;
const api = process.env.API ?? 'http://localhost:4000';
const persona = `${PERSONA_HOST.startsWith('localhost') ? 'http' : 'https'}://${PERSONA_HOST}`;

/** The headers that the package's README proposes. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    `frame-src ${persona}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; ` +
    "require-trusted-types-for 'script'; trusted-types lit-html",
  'permissions-policy': `camera=(self "${persona}"), microphone=(self "${persona}"), geolocation=()`,
};

/** @type {Record<string, string>} */
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

createServer((asked, answer) => {
  const { pathname } = new URL(asked.url ?? '/', api);
  if (pathname.startsWith('/api/')) {
    // The host of the demo answers only to its own name.
    const options = { method: asked.method, headers: { ...asked.headers, host: new URL(api).host } };
    const forwarded = request(new URL(asked.url ?? '/', api), options, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers);
      told.pipe(answer);
    });
    forwarded.on('error', () => answer.writeHead(502).end());
    asked.pipe(forwarded);
    return;
  }
  const file = join('dist', normalize(pathname === '/' ? '/index.html' : pathname));
  if (!existsSync(file) || !statSync(file).isFile()) return answer.writeHead(404).end();
  answer.writeHead(200, { ...headers, 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(answer);
}).listen(Number(PORT), HOST, () => console.log(`http://${HOST}:${PORT}`));
