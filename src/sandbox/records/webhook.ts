import type { Inflection, Version } from './versions.js';

/** Which records an event carries along. */
export type IncludedAllowlist =
  | { state: 'include_all' | 'include_none' }
  | { state: 'custom'; 'event-types': { 'event-type': string; relationships: string[] }[] };

/** Where events are posted, and how they are written. */
export interface Webhook {
  id: string;
  status: 'enabled' | 'disabled' | 'archived';
  url: string | null;
  name: string | null;
  description: string | null;
  secret: string;
  /** The secret before the last rotation, and how long it still signs. */
  oldSecret: { secret: string; until: number } | null;
  version: Version;
  inflection: Inflection;
  /** Attributes that are left out, by name or as a path from the payload; `*` stands for anything. */
  blocklist: string[];
  /** How many seconds the addresses of pictures are open for whoever has them. */
  filesOpenFor: number;
  /** Names of the events that are sent; `*` stands for any ending. */
  events: string[];
  /** What a payload has to contain; null when every one is sent. */
  filter: object | null;
  included: IncludedAllowlist;
  relationships: { state: 'include_all' | 'include_none' };
  /** Headers of the host's own. */
  headers: Record<string, string>;
  createdAt: number;
}

/** What a host says about a webhook. */
export type WebhookDraft = Partial<Omit<Webhook, 'id' | 'status' | 'secret' | 'oldSecret' | 'createdAt'>>;

/** A new webhook, enabled or not, with Persona's defaults for what is not said. */
export function createWebhook(
  draft: WebhookDraft,
  given: Pick<Webhook, 'id' | 'status' | 'secret' | 'createdAt'>,
): Webhook {
  return {
    url: null,
    name: null,
    description: null,
    version: '2025-12-08',
    inflection: 'kebab',
    blocklist: [],
    filesOpenFor: 21_600,
    events: [],
    filter: null,
    included: { state: 'include_none' },
    relationships: { state: 'include_all' },
    headers: {},
    ...draft,
    ...given,
    oldSecret: null,
  };
}

/** Whether a webhook is sent the events of that name. */
export const wants = ({ events }: Webhook, name: string): boolean =>
  events.some((one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))));

/** The secrets that sign now: the current one, and while a rotation lasts the one before. */
export const secretsOf = ({ secret, oldSecret }: Webhook, now: number): string[] =>
  oldSecret && oldSecret.until > now ? [secret, oldSecret.secret] : [secret];
