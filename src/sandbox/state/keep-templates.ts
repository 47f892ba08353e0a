import type { CompleteConfig } from '../records/template-config.js';
import type { Template, Templates } from '../records/templates.js';
import type { Theme, ThemeSet } from '../records/theme.js';
import type { Store } from './store.js';

/**
 * Takes the templates as they are wanted now into the state. Ids stay from start to start; a template that is no longer
 * named stays for the inquiries that were made from it.
 */
export function keepTemplates(store: Store, configs: Record<string, CompleteConfig>, now: number): void {
  const { state, ids } = store;
  const kept = Object.entries(configs).map(([name, { theme, ...config }]): [string, Template] => {
    const before = state.templates[name];
    const themeSetId = theme ? keepTheme(store, { before, name: config.name ?? name, theme }, now) : null;
    return [
      name,
      {
        ...config,
        id: config.id ?? before?.id ?? ids.id('itmpl'),
        versionId: before?.versionId ?? ids.id('itmplv'),
        createdAt: before?.createdAt ?? now,
        name: config.name ?? name,
        countries: config.countries ?? null,
        phoneCountries: config.phoneCountries ?? null,
        themeSetId,
      },
    ];
  });
  state.templates = { ...state.templates, ...Object.fromEntries(kept) } as Templates;
}

/** The theme set of a template: the one it had, or a new one. */
function keepTheme(
  { themeSets, ids }: Store,
  { before, name, theme }: { before: Template | undefined; name: string; theme: Theme },
  now: number,
): string {
  const earlier = themeSets.get(before?.themeSetId ?? '');
  const set: ThemeSet = {
    id: earlier?.id ?? ids.id('theset'),
    name,
    theme,
    createdAt: earlier?.createdAt ?? now,
    updatedAt: now,
    archivedAt: null,
  };
  themeSets.put(set.id, set);
  return set.id;
}
