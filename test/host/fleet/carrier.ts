import { createServer } from 'node:http';

// A carrier as a process of its own, over HTTP. It knows no idempotency: each POST is a sale. It can be asked what was
// sold, and it counts.
const sales = new Map<string, number>();

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://carrier.test');
  const key = searchParams.get('key') ?? '';
  const answer = (body: unknown) => {
    const text = JSON.stringify(body);
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) }).end(text);
  };
  if (request.method === 'POST') {
    sales.set(key, (sales.get(key) ?? 0) + 1);
    answer({ sale: `${key}#${sales.get(key)}` });
  } else if (pathname === '/owns') {
    answer({ sale: sales.has(key) ? `${key}#1` : null });
  } else {
    answer(Object.fromEntries(sales));
  }
});
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`${address.port}\n`);
});
