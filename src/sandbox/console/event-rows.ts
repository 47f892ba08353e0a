import type { Store } from '../state/store.js';
import type { EventRow } from './event-table.js';

/** The most events that a page shows. */
const most = 200;

/** The latest events, of all or about one record, each with its deliveries. */
export function eventRows({ events, deliveries }: Store, about?: string): EventRow[] {
  const newestFirst = about === undefined ? events.newestFirst() : events.by('about', about).reverse();
  return newestFirst.slice(0, most).map((event) => ({ event, deliveries: deliveries.by('event', event.id) }));
}
