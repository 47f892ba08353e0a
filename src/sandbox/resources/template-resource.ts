import { fieldTypesWith } from '../records/fields.js';
import type { Template } from '../records/templates.js';

/** What the fields that a person's pictures fill point to. */
const targets: Record<string, string> = { government_id: 'document-government-id', selfie: 'selfie' };

/** A template as Persona's REST API writes it. */
export function templateResource({ id, versionId, name, fields }: Template) {
  return {
    type: 'inquiry-template',
    id,
    attributes: {
      name,
      status: 'active',
      'embedded-flow-domain-allowlist': [],
      'hosted-flow-subdomains': [],
      'hosted-flow-redirect-uri-schemes': ['http', 'https'],
      'field-schemas': Object.entries(fieldTypesWith(fields)).map(([key, type]) => {
        const target = targets[type];
        return { type: target ? 'relation-schema' : type, key, label: null, ...(target && { config: { target } }) };
      }),
    },
    relationships: { 'latest-published-version': { data: { type: 'inquiry-template-version', id: versionId } } },
  };
}

/** The one version a template has. */
export function templateVersionResource({ id, versionId, name, createdAt }: Template) {
  const at = new Date(createdAt).toISOString();
  return {
    type: 'inquiry-template-version',
    id: versionId,
    attributes: {
      'name-display': name,
      status: 'published',
      live: true,
      'enabled-locales': ['en-US', 'es-MX', 'fr'],
      'created-at': at,
      'updated-at': at,
      'published-at': at,
    },
    relationships: { 'inquiry-template': { data: { type: 'inquiry-template', id } } },
  };
}
