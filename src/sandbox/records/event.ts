/** Something that happened, as the host is told about it. */
export interface SandboxEvent {
  id: string;
  /** Such as `inquiry.completed`. */
  name: string;
  at: number;
  /** The id of what it happened to. */
  about: string;
  /** Where what it says is kept, in the newest version and in kebab-case; each webhook has it written as it wants. */
  body: { at: number; length: number };
}

/** An event on its way to the host, and how its tries went. */
export interface Delivery {
  id: string;
  eventId: string;
  /** Where it goes. */
  webhookId: string;
  state: 'waiting' | 'delivered' | 'given-up';
  /** One entry a try: when, and the HTTP status of the answer; null when none came. */
  tries: { at: number; status: number | null }[];
}

/** What an event about a record says, and what only this event says of it. */
export function eventBody(
  resource: { id: string },
  { id, name, at, context }: Pick<SandboxEvent, 'id' | 'name' | 'at'> & { context?: object },
): string {
  const attributes = {
    name,
    payload: { data: resource, included: [] },
    ...(context && { context }),
    'created-at': new Date(at).toISOString(),
  };
  return JSON.stringify({ data: { type: 'event', id, attributes } });
}
