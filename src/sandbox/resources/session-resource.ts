import type { Session } from '../records/session.js';

const unknown = [
  'ip-address',
  'user-agent',
  'os-name',
  'os-full-version',
  'device-type',
  'device-name',
  'browser-name',
  'browser-full-version',
  'mobile-sdk-name',
  'mobile-sdk-full-version',
  'is-proxy',
  'is-tor',
  'is-datacenter',
  'is-vpn',
  'threat-level',
  'country-code',
  'country-name',
  'region-code',
  'region-name',
  'latitude',
  'longitude',
  'gps-latitude',
  'gps-longitude',
  'gps-precision',
  'ip-connection-type',
  'ip-isp',
  'network-organization',
];

/**
 * A session as Persona's REST API writes it. What Persona learns of a device and its place is null: the stand-in does
 * not look.
 */
export function sessionResource(session: Session, now: number) {
  const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const ended = endOf(session, now);
  return {
    type: 'inquiry-session',
    id: session.id,
    attributes: {
      status: ended === null ? session.status : 'expired',
      'created-at': time(session.createdAt),
      'started-at': time(session.startedAt),
      'expired-at': time(ended),
      ...Object.fromEntries(unknown.map((name) => [name, null])),
      'device-handoff-method': session.handedOverBy ? 'qr' : null,
    },
    relationships: {
      inquiry: { data: { type: 'inquiry', id: session.inquiryId } },
      device: { data: null },
      network: { data: null },
    },
  };
}

/** When a session ended, by its time or before it; null while it lasts, as Persona says it. */
function endOf({ status, endedAt, expiresAt }: Session, now: number): number | null {
  if (status === 'expired') return endedAt ?? expiresAt;
  return expiresAt <= now ? expiresAt : null;
}
