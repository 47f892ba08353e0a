import type { Webhook } from '../records/webhook.js';
import type { Resource } from './json-api.js';
import { written } from './written.js';

/** What an event is about, as it is kept: in the newest version, in kebab-case. */
export interface EventBody {
  data: { type: 'event'; id: string; attributes: EventAttributes };
}

interface EventAttributes {
  name: string;
  payload: { data: Resource; included: Resource[] };
  [more: string]: unknown;
}

/** An event as a webhook wants it written, with the records it carries along. */
export function bodyFor(webhook: Webhook, { data }: EventBody, carried: Resource[]): unknown {
  const { attributes } = data;
  const { version, inflection, blocklist, relationships } = webhook;
  const shown = (one: Resource): Resource => {
    const { relationships: links, ...rest } = one;
    return relationships.state === 'include_none' ? rest : { ...rest, ...(links && { relationships: links }) };
  };
  const payload = { data: shown(attributes.payload.data), included: carried.map(shown) };
  const whole = { data: { ...data, attributes: { ...attributes, payload: without(blocklist, payload) } } };
  return written(whole, { version, inflection });
}

/** Which relationships of an event's record are carried along: all, or those that are named. */
export function carriedBy({ included }: Webhook, { data }: EventBody): string[] {
  const { relationships = {} } = data.attributes.payload.data;
  if (included.state !== 'custom') return included.state === 'include_all' ? Object.keys(relationships) : [];
  const [type] = data.attributes.name.split('.');
  const named = included['event-types'].find((one) => one['event-type'] === type)?.relationships ?? [];
  return Object.keys(relationships).filter((name) => named.includes('*') || named.includes(name));
}

/**
 * Whether a payload contains all that a filter says, keys compared letter for letter
 * (https://docs.withpersona.com/webhook-event-filters): each entry of a list somewhere in the list, and of `$or` one.
 */
export function contains(payload: unknown, filter: unknown): boolean {
  if (Array.isArray(filter))
    return Array.isArray(payload) && filter.every((wanted) => payload.some((one) => contains(one, wanted)));
  if (typeof filter !== 'object' || filter === null) return payload === filter;
  return Object.entries(filter).every(([key, wanted]) => {
    if (key === '$or' && Array.isArray(wanted)) return wanted.some((one) => contains(payload, one));
    return (
      typeof payload === 'object' && payload !== null && contains((payload as Record<string, unknown>)[key], wanted)
    );
  });
}

/** A payload without the attributes that match (https://docs.withpersona.com/webhook-attribute-blocklists). */
function without<Payload>(blocklist: string[], payload: Payload): Payload {
  if (!blocklist.length) return payload;
  const patterns = blocklist.map((entry) => ({
    isPath: entry.startsWith('/'),
    matches: new RegExp(`^${entry.split('*').map(escaped).join('[^/]*')}$`),
  }));
  const isBlocked = (path: string[]) =>
    path.includes('attributes') &&
    patterns.some(({ isPath, matches }) => matches.test(isPath ? `/${path.join('/')}` : path.at(-1)!));
  const walk = (value: unknown, path: string[]): unknown => {
    if (Array.isArray(value)) return value.map((one, place) => walk(one, [...path, String(place)]));
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(([key]) => !isBlocked([...path, key]));
    return Object.fromEntries(kept.map(([key, item]) => [key, walk(item, [...path, key])]));
  };
  return walk(payload, []) as Payload;
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
