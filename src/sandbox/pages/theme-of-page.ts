import type { Inquiry } from '../records/inquiry.js';
import { templateOf } from '../records/templates.js';
import type { Theme } from '../records/theme.js';
import type { Store } from '../state/store.js';

/** How an inquiry's pages look: by its own theme set, or its template's; as they come when that is put away. */
export function themeFor({ state, themeSets }: Store, inquiry: Inquiry): Theme {
  const id = inquiry.themeSetId ?? templateOf(state.templates, inquiry.templateId).themeSetId;
  const set = id ? themeSets.get(id) : undefined;
  return set && set.archivedAt === null ? set.theme : {};
}

/** Where the logos of all themes are, for the pages' policy. */
export function logoOrigins({ themeSets }: Store): string[] {
  const addresses = themeSets.all().flatMap(({ theme }) => theme.logo ?? []);
  return [
    ...new Set(addresses.filter((address) => /^https?:/.test(address)).map((address) => new URL(address).origin)),
  ];
}
