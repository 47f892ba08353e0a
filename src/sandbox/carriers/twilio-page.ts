import type { Context } from 'hono';

const [usual, largest] = [50, 1000];

/** What a list is made of. */
export interface PageSource<Item> {
  /** The list's name in the answer. */
  name: string;
  items: Iterable<Item>;
  /** What names an item, by which the next page is found again. */
  keyOf: (item: Item) => string;
  /** Whether an item is shown; others only keep their place, so that a page goes on after one that has gone. */
  isShown?: (item: Item) => boolean;
  recordOf: (item: Item) => object;
}

/** A page of a list as Twilio writes it, with the addresses of its neighbours. */
export function twilioPage<Item>(
  context: Context,
  { name, items, keyOf, isShown = () => true, recordOf }: PageSource<Item>,
): Response {
  const { pathname, searchParams } = new URL(context.req.url);
  const size = Math.min(largest, Math.max(1, Number(searchParams.get('PageSize')) || usual));
  const page = Math.max(0, Math.trunc(Number(searchParams.get('Page')) || 0));
  const after = searchParams.get('PageToken')?.slice(2) || undefined;
  const shown: Item[] = [];
  let isBehind = after === undefined;
  let toSkip = after === undefined ? page * size : 0;
  for (const item of items) {
    if (isBehind && isShown(item)) {
      if (toSkip > 0) toSkip -= 1;
      else shown.push(item);
    }
    if (keyOf(item) === after) isBehind = true;
    if (shown.length > size) break;
  }
  const uriOf = (at: number, token?: string) => {
    const query = new URLSearchParams(searchParams);
    query.set('PageSize', String(size));
    query.set('Page', String(at));
    query.delete('PageToken');
    if (token) query.set('PageToken', `PA${token}`);
    return `${pathname}?${query}`;
  };
  const listed = shown.slice(0, size);
  const last = listed.at(-1);
  const more = shown.length > size && last !== undefined;
  return Response.json({
    [name]: listed.map(recordOf),
    start: page * size,
    end: page * size + Math.max(0, listed.length - 1),
    page,
    page_size: size,
    first_page_uri: uriOf(0),
    previous_page_uri: page > 0 ? uriOf(page - 1) : null,
    next_page_uri: more ? uriOf(page + 1, keyOf(last)) : null,
    uri: pathname + new URL(context.req.url).search,
  });
}
