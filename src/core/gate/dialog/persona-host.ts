/** Name and port of a host, and nothing around them: no scheme, user, path, query or fragment. */
const hostName = /^[a-z\d-]+(\.[a-z\d-]+)*(:\d{1,5})?$/i;

/** Persona's own hosts, and the ones on the developer's computer. */
const known = /(^|\.)withpersona\.com$|^localhost(:\d+)?$/i;

/**
 * Whether Persona's pages may be framed from this host, which comes from the host's server: Persona's own, `localhost`,
 * or the one that the page has named itself.
 */
export const isPersonaHost = (host: string, own: string | null): boolean =>
  hostName.test(host) && (known.test(host) || host === own);
