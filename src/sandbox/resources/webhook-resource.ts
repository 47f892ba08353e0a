/** What there is to say about where events go. */
export interface WebhookFacts {
  id: string;
  url: string | undefined;
  /** Names of the events that are sent. */
  wanted: string[];
  secret: string | undefined;
}

/** The webhook as Persona's REST API writes it. */
export function webhookResource({ id, url, wanted, secret }: WebhookFacts) {
  return {
    type: 'webhook',
    id,
    attributes: {
      url: url ?? null,
      status: url ? 'enabled' : 'disabled',
      'api-version': '2025-12-08',
      'api-key-inflection': 'kebab',
      'enabled-events': wanted,
      secret,
    },
  };
}
