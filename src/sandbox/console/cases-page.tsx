/** @jsxImportSource hono/jsx */
import type { ReviewCase } from '../records/review-case.js';
import { ConsolePage } from './console-page.js';
import { Badge, Empty, Table, Time } from './page-parts.js';

interface CasesPageProps {
  /** Newest first. */
  cases: ReviewCase[];
  /** The name of the case template. */
  name: string;
  /** The reference id of an inquiry. */
  referenceOf: (inquiryId: string) => string | null;
}

/** All cases: those that wait for a person, then those that do not. */
export const CasesPage = ({ cases, ...rest }: CasesPageProps) => {
  const [waiting, resolved] = [true, false].map((open) =>
    cases.filter(({ resolution }) => (resolution === null) === open),
  );
  return (
    <ConsolePage title="Cases" place="cases">
      <h2>Waiting for a person</h2>
      <CaseTable
        {...rest}
        cases={waiting ?? []}
        empty="Nothing waits for a review. A workflow or a reviewer opens a case."
      />
      <h2>Resolved</h2>
      <CaseTable {...rest} cases={resolved ?? []} empty="No case has been resolved yet." />
    </ConsolePage>
  );
};

const CaseTable = ({ cases, name, referenceOf, empty }: CasesPageProps & { empty: string }) => (
  <div class="card">
    {cases.length ? (
      <Table
        columns={['Case', 'Status', 'Why', 'Assigned to', 'Opened']}
        rows={cases.map((one) => [
          <a href={`/dashboard/cases/${one.id}`}>{labelOf(one, { name, referenceOf })}</a>,
          <Badge word={one.status} />,
          one.comments[0]?.message || '–',
          one.assignee?.email ?? '–',
          <Time at={one.createdAt} />,
        ])}
      />
    ) : (
      <Empty>{empty}</Empty>
    )}
  </div>
);

/** What tells one case from another: whom it is about. */
function labelOf({ id, objects }: ReviewCase, { name, referenceOf }: Omit<CasesPageProps, 'cases'>): string {
  const [inquiryId] = objects.inquiries;
  return (inquiryId === undefined ? undefined : (referenceOf(inquiryId) ?? inquiryId)) ?? `${name} ${id}`;
}
