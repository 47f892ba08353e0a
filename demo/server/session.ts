import type { Context } from 'hono';
import { setSignedCookie } from 'hono/cookie';
import { parseSigned } from 'hono/utils/cookie';

const cookieName = 'harbor_session';

/**
 * Signing in, as far as the demo needs it: opening the page gives the browser a signed cookie with the accounts it may
 * act for. The server believes nothing else, whatever account a request names.
 */
export class Sessions {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** Lets this browser act for these accounts from now on. */
  async grant(context: Context, accounts: string[]): Promise<void> {
    await setSignedCookie(context, cookieName, accounts.join(' '), this.#secret, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: 400 * 24 * 3600,
    });
  }

  /** Whether the browser that sent the request may act for the account. */
  async allows(request: Request, account: string): Promise<boolean> {
    const cookies = await parseSigned(request.headers.get('cookie') ?? '', this.#secret, cookieName);
    const accounts = cookies[cookieName];
    return typeof accounts === 'string' && accounts.split(' ').includes(account);
  }
}
