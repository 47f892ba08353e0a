/** @jsxImportSource hono/jsx */
import type { Delivery, SandboxEvent } from '../records/event.js';
import { ActionButton, Badge, Empty, Table, Time } from './page-parts.js';

/** An event and how it was delivered. */
export interface EventRow {
  event: SandboxEvent;
  deliveries: Delivery[];
}

/** Events, and for each the way to send it again. */
export const EventTable = ({ rows }: { rows: EventRow[] }) => {
  if (!rows.length) return <Empty>Nothing has happened yet.</Empty>;
  const cells = rows.map(({ event, deliveries }) => [
    event.name,
    <Time at={event.at} />,
    deliveries.length ? deliveries.map((delivery) => <Tries of={delivery} />) : 'not sent',
    <ActionButton action={`/dashboard/events/${event.id}/resend`} label="Send again" />,
  ]);
  return <Table columns={['Event', 'When', 'Delivery and answers', 'Repeat']} rows={cells} />;
};

const Tries = ({ of: { state, tries } }: { of: Delivery }) => (
  <div>
    <Badge word={state} /> {tries.map(({ status }) => status ?? 'no answer').join(', ')}
  </div>
);
