import { secretsOf, type Webhook } from '../records/webhook.js';

/** A webhook as Persona's REST API lists it, without what signs. */
export function webhookResource(webhook: Webhook) {
  return {
    type: 'webhook',
    id: webhook.id,
    attributes: {
      status: webhook.status,
      url: webhook.url ?? '',
      name: webhook.name,
      description: webhook.description,
      'api-version': webhook.version,
      'api-key-inflection': webhook.inflection,
      'api-attributes-blocklist': webhook.blocklist,
      'file-access-token-expires-in': webhook.filesOpenFor,
      'enabled-events': webhook.events,
      'payload-filter': webhook.filter,
      'included-allowlist': webhook.included,
      'relationship-allowlist': webhook.relationships,
      'created-at': new Date(webhook.createdAt).toISOString(),
    },
  };
}

/** The same with the secrets that sign now. */
export function webhookWithSecret(webhook: Webhook, now: number) {
  const { attributes, ...rest } = webhookResource(webhook);
  const secrets = secretsOf(webhook, now).map((value, place) => ({
    value,
    'expires-at': place === 0 ? null : new Date(webhook.oldSecret!.until).toISOString(),
  }));
  return { ...rest, attributes: { ...attributes, secret: webhook.secret, secrets } };
}
