/** The id of the one API key; the key itself is nowhere to be read. */
export const apiKeyId = 'api_sandbox';

/** The API key as Persona's REST API writes it; what it may do and how it writes cannot be changed here. */
export const apiKeyResource = {
  type: 'api-key',
  id: apiKeyId,
  attributes: {
    name: 'Stand-in',
    note: null,
    'api-version': '2025-12-08',
    'api-key-inflection': 'kebab',
    'api-attributes-blocklist': [],
    permissions: ['*'],
    'ip-address-allowlist': ['*'],
    'file-access-token-expires-in': 21_600,
    'last-used-at': null,
    'expires-at': null,
  },
};
