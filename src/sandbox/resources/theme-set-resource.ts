import type { ThemeSet } from '../records/theme.js';

/** A theme set as Persona's REST API writes it; `styles` is its theme in Persona's tree. */
export function themeSetResource({ id, name, createdAt, updatedAt, archivedAt }: ThemeSet, styles: object) {
  const time = (ms: number) => new Date(ms).toISOString();
  return {
    type: 'theme-set',
    id,
    attributes: {
      name,
      status: archivedAt === null ? 'active' : 'archived',
      styles,
      'created-at': time(createdAt),
      'updated-at': time(updatedAt),
      'archived-at': archivedAt === null ? null : time(archivedAt),
    },
  };
}
