import type { Template } from '../records/templates.js';

/** A template as Persona's REST API writes it. */
export function templateResource({ id, versionId, name }: Template) {
  return {
    type: 'inquiry-template',
    id,
    attributes: { name, status: 'active' },
    relationships: { 'latest-published-version': { data: { type: 'inquiry-template-version', id: versionId } } },
  };
}

/** The one version a template has. */
export function templateVersionResource({ id, versionId, name }: Template) {
  return {
    type: 'inquiry-template-version',
    id: versionId,
    attributes: { 'name-display': name, status: 'published', live: true, 'enabled-locales': ['en-US', 'es-MX', 'fr'] },
    relationships: { 'inquiry-template': { data: { type: 'inquiry-template', id } } },
  };
}
