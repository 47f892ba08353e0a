/** How many signature sets are looked at. Persona sends two while a secret is being rotated. */
const mostSets = 4;

const bytes = (text: string) => new TextEncoder().encode(text);

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/**
 * Checks Persona's `Persona-Signature` header: one or, while a secret is being rotated, several sets
 * `t=<unix s>,v1=<hex>` separated by spaces, each an HMAC-SHA256 of `<t>.<raw body>`. Returns the time of the set that
 * matches, or undefined; only the first four are looked at, so that a stranger cannot make us reckon for long. Source:
 * docs.withpersona.com/webhooks-best-practices.
 */
export async function signedAt(header: string | null, rawBody: Uint8Array, secret: string): Promise<Date | undefined> {
  const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  for (const set of (header ?? '').split(' ', mostSets)) {
    const [, seconds, signature] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/i.exec(set) ?? [];
    if (!signature) continue;
    const time = bytes(`${seconds}.`);
    const signed = new Uint8Array(time.length + rawBody.length);
    signed.set(time);
    signed.set(rawBody, time.length);
    // `verify` compares in constant time.
    if (await crypto.subtle.verify('HMAC', key, fromHex(signature), signed)) return new Date(Number(seconds) * 1000);
  }
  return undefined;
}
