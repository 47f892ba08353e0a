import type { FlowHint } from '../core/gate/ports.js';

/** What a message must match to be believed at all. Even then it is a hint to ask the host's server. */
export interface Expected {
  source: MessageEventSource | null;
  origin: string;
  containerId: string;
  /** Unknown until the first message when the inquiry is made from a template. */
  inquiryId: string | undefined;
}

/** A message of Persona's page that passed every check. */
export interface PersonaMessage {
  name: string;
  inquiryId: string | undefined;
  metadata: Record<string, unknown>;
  error: { status: number; code: string } | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The message, if it comes from our frame, at Persona's exact origin, for our container and our inquiry, in a known
 * shape. The SDK's own listener compares two DNS labels and no window, so it is not used.
 */
export function readMessage(
  event: Pick<MessageEvent, 'source' | 'origin' | 'data'>,
  expected: Expected,
): PersonaMessage | undefined {
  if (!event.source || event.source !== expected.source || event.origin !== expected.origin) return undefined;
  const { data } = event;
  if (!isRecord(data) || data.containerId !== expected.containerId || typeof data.name !== 'string') return undefined;
  const metadata = data.metadata ?? {};
  if (!isRecord(metadata)) return undefined;
  const inquiryId = metadata.inquiryId;
  if (inquiryId !== undefined && typeof inquiryId !== 'string') return undefined;
  if (expected.inquiryId && inquiryId && inquiryId !== expected.inquiryId) return undefined;
  const error = data.error;
  return {
    name: data.name,
    inquiryId,
    metadata,
    error: isRecord(error) ? { status: Number(error.status), code: String(error.code) } : undefined,
  };
}

/** What the message means for the gate; most mean nothing. */
export function hintOf({ name, metadata, error }: PersonaMessage): FlowHint | undefined {
  switch (name) {
    case 'ready':
      return { type: 'stepped', step: 'ready' };
    case 'document-camera-select':
    case 'document-camera-capture':
    case 'document-upload':
      return { type: 'stepped', step: 'id' };
    case 'selfie-camera-select':
    case 'selfie-camera-capture':
    case 'selfie-record-upload':
      return { type: 'stepped', step: 'selfie' };
    case 'page-change':
    case 'verification-change':
      return hintOfPage(metadata);
    case 'load-camera-failed':
      return { type: 'camera-failed' };
    case 'camera-permissions-check-result':
      return metadata.hasCameraPermission === false ? { type: 'camera-failed' } : undefined;
    // `complete` also comes for inquiries that failed.
    case 'complete':
    case 'fail':
      return { type: 'done' };
    case 'error':
      return errorHint(error?.code);
    default:
      return undefined;
  }
}

/** A black camera is reported as an error too, but the flow goes on. */
function errorHint(code: string | undefined): FlowHint {
  if (code === 'camera_error') return { type: 'camera-failed' };
  return { type: 'stopped', code: code === 'unauthenticated' ? 'session_lost' : 'vendor_error' };
}

/** Persona's types and its documentation disagree on the fields of a page change, so all of them are looked at. */
function hintOfPage(metadata: Record<string, unknown>): FlowHint | undefined {
  const page = ['name', 'path', 'pathname']
    .map((key) => metadata[key])
    .filter((value) => typeof value === 'string')
    .join(' ');
  if (/phone/i.test(page)) return { type: 'stepped', step: 'phone' };
  if (/selfie/i.test(page)) return { type: 'stepped', step: 'selfie' };
  return /government[-_ ]?id|document/i.test(page) ? { type: 'stepped', step: 'id' } : undefined;
}
