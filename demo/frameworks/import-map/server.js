import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join, normalize } from 'node:path';

const { PORT = '4173', HOST = '127.0.0.1' } = process.env;
const api = process.env.API ?? 'http://localhost:4000';

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
  answer.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(answer);
}).listen(Number(PORT), HOST, () => console.log(`http://${HOST}:${PORT}`));
