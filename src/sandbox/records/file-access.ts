import { createHmac, timingSafeEqual } from 'node:crypto';

/** What opens one picture without a key until that moment, as the `access_token` of its address. */
export function accessTokenFor(fileId: string, until: number, secret: string): string {
  const seconds = Math.floor(until / 1000);
  return `${seconds}.${createHmac('sha256', secret).update(`${fileId}\n${seconds}`).digest('base64url')}`;
}

/** Whether a token opens that picture now. */
export function opensFile(token: string | undefined, fileId: string, secret: string, now: number): boolean {
  const seconds = Number(token?.split('.')[0]);
  if (!token || !(seconds * 1000 > now)) return false;
  const [given, right] = [Buffer.from(token), Buffer.from(accessTokenFor(fileId, seconds * 1000, secret))];
  return given.length === right.length && timingSafeEqual(given, right);
}
