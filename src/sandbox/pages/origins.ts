/** Whether pages of an origin may frame the inquiry and be returned to. */
export type OriginRule = (origin: string) => boolean;

const local = /^https?:\/\/(localhost|[a-z0-9-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** The rule for a list of exact origins; without a list any page served from this computer may. */
export function originRule(allowed?: string[]): OriginRule {
  return (origin) => (allowed ? allowed.includes(origin) : local.test(origin));
}

/** The origin of an http(s) address, or undefined for anything else. */
export function originOf(address: string | null | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}
