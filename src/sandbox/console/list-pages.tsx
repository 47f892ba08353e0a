/** @jsxImportSource hono/jsx */
import type { Inquiry } from '../records/inquiry.js';
import { ConsolePage } from './console-page.js';
import { type EventRow, EventTable } from './event-table.js';
import { Badge, Empty, InquiryLink, Table, Time } from './page-parts.js';

interface InquiriesPageProps {
  inquiries: Inquiry[];
  templateName: (templateId: string) => string;
}

/** All inquiries. */
export const InquiriesPage = ({ inquiries, templateName }: InquiriesPageProps) => (
  <ConsolePage title="Inquiries" place="inquiries">
    <div class="card">
      {inquiries.length ? (
        <Table
          columns={['Inquiry', 'Status', 'Reference id', 'Template', 'Made']}
          rows={inquiries.map((inquiry) => [
            <InquiryLink id={inquiry.id} />,
            <Badge word={inquiry.status} />,
            inquiry.referenceId ?? '–',
            templateName(inquiry.templateId),
            <Time at={inquiry.createdAt} />,
          ])}
        />
      ) : (
        <Empty>There is none yet. It appears here as soon as a site or a test makes one.</Empty>
      )}
    </div>
  </ConsolePage>
);

/** All events. */
export const EventsPage = ({ rows }: { rows: EventRow[] }) => (
  <ConsolePage title="Events" place="events">
    <div class="card">
      <EventTable rows={rows} />
    </div>
  </ConsolePage>
);
