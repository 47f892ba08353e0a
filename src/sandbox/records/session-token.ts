import { sign, verify } from 'hono/jwt';
import type { Session } from './session.js';

/** The token a page needs to continue a pending inquiry: a JWT (HS256) of the form Persona uses. */
export function signSession(
  session: Session,
  { secret, issuer, tokenId }: { secret: string; issuer: string; tokenId: string },
): Promise<string> {
  const seconds = (ms: number) => Math.floor(ms / 1000);
  const claims = { sub: session.id, sid: session.id, aud: 'persona-verify', iss: issuer, jti: tokenId };
  return sign(
    { ...claims, iat: seconds(session.createdAt), nbf: seconds(session.createdAt), exp: seconds(session.expiresAt) },
    secret,
    'HS256',
  );
}

/**
 * The session id inside a token we signed, undefined for any other text. Expiry is for the caller to check, by its own
 * clock.
 */
export async function sessionIdOf(token: string, secret: string): Promise<string | undefined> {
  try {
    const { sid } = await verify(token, secret, {
      alg: 'HS256',
      aud: 'persona-verify',
      exp: false,
      nbf: false,
      iat: false,
    });
    return typeof sid === 'string' ? sid : undefined;
  } catch {
    return undefined;
  }
}
