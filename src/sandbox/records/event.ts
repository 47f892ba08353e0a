/** Something that happened, as the host is told about it. */
export interface SandboxEvent {
  id: string;
  /** Such as `inquiry.completed`. */
  name: string;
  at: number;
  /** The id of what it happened to. */
  about: string;
  /** Where the exact text is kept that is sent and signed. */
  body: { at: number; length: number };
}

/** An event on its way to the host, and how its tries went. */
export interface Delivery {
  id: string;
  eventId: string;
  state: 'waiting' | 'delivered' | 'given-up';
  /** One entry a try: when, and the HTTP status of the answer; null when none came. */
  tries: { at: number; status: number | null }[];
}

/** The exact text that tells of an event about a record. */
export function eventBody(
  resource: { id: string },
  { id, name, at }: Pick<SandboxEvent, 'id' | 'name' | 'at'>,
): string {
  const attributes = {
    name,
    payload: { data: resource, included: [] },
    'created-at': new Date(at).toISOString(),
  };
  return JSON.stringify({ data: { type: 'event', id, attributes } });
}
