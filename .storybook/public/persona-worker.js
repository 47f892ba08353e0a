// Answers the frames below `persona/` in the name of the page that has begun them: there the stand-in runs. It keeps
// nothing itself, because browsers end a worker that has been idle for half a minute.

const patience = 20_000;
const idIn = (url) => /\/persona\/([^/]+)\//.exec(new URL(url).pathname)?.[1];

addEventListener('install', () => skipWaiting());

addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin === location.origin) event.respondWith(answer(event));
});

async function answer({ request, clientId }) {
  // What a page of the stand-in asks for names no story; the page itself does.
  const asking = await clients.get(clientId);
  const id = idIn(request.url) ?? (asking && idIn(asking.url));
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const wanted = {
    id,
    url: request.url,
    method: request.method,
    headers: [...request.headers],
    body: /^(GET|HEAD)$/.test(request.method) ? undefined : await request.arrayBuffer(),
  };
  const answers = pages.map((page) => {
    const { port1, port2 } = new MessageChannel();
    const answered = new Promise((resolve) => port1.addEventListener('message', ({ data }) => resolve(data)));
    port1.start();
    page.postMessage({ persona: wanted }, [port2]);
    return answered;
  });
  const late = new Promise((resolve) => setTimeout(resolve, patience, undefined));
  const given = await Promise.race([...answers, late]);
  return given
    ? new Response(given.body, given)
    : new Response('The story that has begun this is closed.', { status: 503 });
}
