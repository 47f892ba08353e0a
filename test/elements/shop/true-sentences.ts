import { labels } from '../../../src/locales/en.js';

/** Who buys what, at which host. */
export interface World {
  who:
    | 'verified'
    | 'exempt'
    | 'unregulated'
    | 'unverified'
    | 'begun'
    | 'failed'
    | 'paused'
    | 'checked'
    | 'reviewed'
    | 'declined';
  pool: boolean;
  /** The host buys what waits for an approval. */
  finishes: boolean;
  isBought: boolean;
}

/** When a sentence is true for the buyer who reads it. */
type Truth = (world: World) => boolean;

const never: Truth = () => false;
const always: Truth = () => true;
const isFor =
  (...those: World['who'][]): Truth =>
  ({ who }) =>
    those.includes(who);
const free = isFor('verified', 'exempt', 'unregulated');
const toDo = isFor('unverified', 'begun', 'failed');
const handedIn = isFor('checked', 'reviewed');
const both =
  (one: Truth, other: Truth): Truth =>
  (world) =>
    one(world) && other(world);
const finishes: Truth = (world) => world.finishes;
const sells: Truth = (world) => !world.finishes;
const bought: Truth = (world) => world.isBought;
const pool: Truth = (world) => world.pool;
const single: Truth = (world) => !world.pool;

/** Names of things and of what a button does: they say nothing of the buyer. */
const names = `missing heading country digits hints. suggestions. find filters. capabilities. choose chooseNumber more tryAgain
  review.title review.buy review.back pool.add pool.addNumber pool.added pool.addedNumber pool.remove pool.undo
  pool.review pool.clear pool.name pool.buy pool.replace parked.cancel waiting.check asking.yes asking.no asking.check
  asking.later purchased.another`;

/** What the search says of the numbers it has found; its own tests know whether it is so. */
const ofTheSearch = 'searching found. atLeast. foundAt none. closeness. distance abroad. notFound. moreFailed';

/**
 * When each sentence of the shop is true, by its path in the labels. One that ends with a dot stands for all below it.
 * Worlds in which something has gone wrong, or is not known, are not walked here: what is said in them is never true.
 */
const truths: Record<string, Truth> = {
  ...Object.fromEntries(`${names} ${ofTheSearch}`.split(/\s+/).map((path) => [path, always])),
  perMonth: always,
  setup: never,
  addressNeeded: never,
  documentsNeeded: never,
  'review.text': never,
  'review.price': (world) => world.who !== 'declined',
  'review.setup': never,
  'review.noPrice': never,
  'review.others': never,
  'identity.unknown': never,
  'identity.asked': isFor('unverified'),
  'identity.begun': isFor('begun'),
  'identity.failed': isFor('failed'),
  'identity.paused': isFor('paused'),
  'identity.checked': isFor('checked'),
  'identity.reviewed': isFor('reviewed'),
  'identity.declined': isFor('declined'),
  'identity.next': toDo,
  'identity.stay': both(toDo, sells),
  'identity.finish': both(toDo, finishes),
  'identity.soon': both(handedIn, sells),
  'identity.kept': both(handedIn, finishes),
  'requirements.': never,
  'pool.removed.': never,
  'pool.chosen.': pool,
  'pool.named': pool,
  'pool.purchased.': both(pool, bought),
  'pool.partly': never,
  'pool.missing.': never,
  'gating.': (world) => !free(world),
  'parked.title': both(isFor('reviewed'), sells),
  'parked.text': both(handedIn, sells),
  'waiting.title': (world) => !free(world) && world.who !== 'declined',
  'waiting.text': both(handedIn, finishes),
  'waiting.until': both((world) => !free(world) && world.who !== 'declined', finishes),
  'waiting.approved': never,
  'waiting.unfinished': both(toDo, finishes),
  'waiting.stuck': never,
  'asking.title': never,
  'asking.text': never,
  'asking.sent.': never,
  'purchasing.title': free,
  'purchasing.text': free,
  'purchasing.slow': never,
  'unconfirmed.': never,
  'purchased.title': both(single, bought),
  'purchased.text': never,
  'ready.ready': both(isFor('unregulated'), bought),
  'ready.calls': both(isFor('verified', 'exempt'), bought),
  'ready.brand': both(isFor('verified', 'exempt'), bought),
  'ready.tollFree': never,
  'status.purchased': bought,
  'status.failed': never,
  'failed.other.title': isFor('declined'),
  'failed.other.text': never,
  'failed.payment_required.': never,
  'failed.plan_limit.': never,
  'failed.address_required.': never,
  'failed.bundle_required.': never,
  'failed.rate_limited.': never,
  'failed.verification_required.': never,
  'failed.unauthorized.': never,
  'notice.': never,
  // The gate's own words, for what is asked and what is done of it.
  'gate.intro.needs.phone': isFor('unverified', 'failed'),
  'gate.intro.needs.id': isFor('unverified', 'failed'),
  'gate.intro.needs.camera': toDo,
  'gate.intro.needs.time': isFor('unverified', 'failed'),
  'gate.intro.begin': toDo,
  'gate.done.phone': isFor('begun'),
  'gate.done.id': isFor('begun'),
};

function textsOf(tree: object, path = ''): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : textsOf(value as object, `${path}${key}.`),
  );
}

/** The entry for a path: its own, or that of the nearest group. */
function entryFor(path: string): string | undefined {
  if (path in truths) return path;
  const parts = path.split('.');
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const group = `${parts.slice(0, length).join('.')}.`;
    if (group in truths) return group;
  }
  return undefined;
}

const gate = textsOf({ gate: labels.gate }).filter(([path]) => path in truths);
const all = [...textsOf(labels.purchase), ...gate];

/** Sentences that nobody has said of when they are true, and entries for sentences that there are not. */
export const unclassified = (): string[] => {
  const used = new Set(all.map(([path]) => entryFor(path)));
  return [
    ...all.flatMap(([path]) => (entryFor(path) ? [] : [path])),
    ...Object.keys(truths).filter((entry) => !used.has(entry)),
  ];
};

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patterns = all
  .filter(([, text]) => text)
  .map(([path, text]) => ({
    path,
    source: text
      .split(/\{\w+\}/)
      .map(literal)
      .join('.+?'),
  }))
  .sort((one, other) => other.source.length - one.source.length);

/** The sentences that a text is made of, by their paths; undefined when there is more in it. `data` is no sentence. */
function parsed(text: string, data: readonly string[]): string[] | undefined {
  if (text === '' || data.includes(text)) return [];
  const whole = patterns.find(({ source }) => new RegExp(`^${source}$`).test(text));
  if (whole) return [whole.path];
  for (const { path, source } of patterns) {
    const [first] = new RegExp(`^${source} `).exec(text) ?? [];
    const rest = first && parsed(text.slice(first.length), data);
    if (rest) return [path, ...rest];
  }
  return undefined;
}

/**
 * What is written in a shadow root to be seen, each text in one piece also where a number in it is kept on one line.
 */
function written(root: ParentNode): string[] {
  const texts = new Map<Element, string>();
  const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement?.closest(':not(bdi)');
    if (!owner || owner.closest('form, style, [hidden], .heard') || getComputedStyle(owner).visibility === 'hidden')
      continue;
    texts.set(owner, (texts.get(owner) ?? '') + node.nodeValue);
  }
  return [...texts.values()].map((text) => text.replace(/\s+/g, ' ').trim());
}

/** What is on screen that is not true in that world, or that nobody can tell of. */
export function falseOn(root: ParentNode, world: World, data: readonly string[]): string[] {
  return written(root).flatMap((text) => {
    const paths = parsed(text, data);
    if (!paths || /\{\w+\}/.test(text)) return [`nobody knows: ${text}`];
    return paths.filter((path) => !truths[entryFor(path)!]!(world)).map((path) => `${path}: ${text}`);
  });
}
