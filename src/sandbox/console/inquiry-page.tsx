/** @jsxImportSource hono/jsx */
import type { Account } from '../records/account.js';
import type { Inquiry, InquiryAction } from '../records/inquiry.js';
import type { ReviewCase } from '../records/review-case.js';
import type { WorkflowRun } from '../records/workflow-run.js';
import { ConsolePage } from './console-page.js';
import { type EventRow, EventTable } from './event-table.js';
import { ActionButton, Badge, Empty, Time } from './page-parts.js';
import { RunList } from './run-pages.js';
import { VerificationCard } from './verification-card.js';

interface InquiryPageProps {
  inquiry: Inquiry;
  /** What a reviewer can do with it; the first stands out. */
  actions: InquiryAction[];
  account: Account | undefined;
  /** The template's name. */
  template: string;
  events: EventRow[];
  cases: ReviewCase[];
  runs: WorkflowRun[];
  /** The link that was just made for its person. */
  link?: string;
}

const labels: Partial<Record<InquiryAction, string>> = {
  approve: 'Approve',
  decline: 'Decline',
  'mark-for-review': 'Mark for review',
};

/** One inquiry with everything known about it, and what a reviewer can do. */
export const InquiryPage = ({ inquiry, actions, account, template, events, cases, runs, link }: InquiryPageProps) => {
  const { id, verifications } = inquiry;
  const own = `/dashboard/inquiries/${id}`;
  return (
    <ConsolePage title={id} place="inquiries">
      {link && (
        <p class="notice" role="status">
          Send the person this link, it works once: <a href={link}>{link}</a>
        </p>
      )}
      {cases.map((one) => (
        <p class="notice">
          There is <a href={`/dashboard/cases/${one.id}`}>a case</a> about it: <Badge word={one.status} />
        </p>
      ))}
      <Facts inquiry={inquiry} account={account} template={template} />
      <div class="actions">
        {actions.map((action, place) => (
          <ActionButton action={`${own}/${action}`} label={labels[action] ?? action} primary={place === 0} />
        ))}
        <ActionButton action={`${own}/ask-again`} label="Ask again" />
      </div>
      <h2>Verifications</h2>
      {verifications.toReversed().map((verification) => (
        <VerificationCard verification={verification} />
      ))}
      {verifications.length === 0 && (
        <div class="card">
          <Empty>Nothing has been submitted yet.</Empty>
        </div>
      )}
      <h2>Workflow runs</h2>
      <div class="card">
        <RunList runs={runs} />
      </div>
      <h2>Events</h2>
      <div class="card">
        <EventTable rows={events} />
      </div>
    </ConsolePage>
  );
};

const Facts = ({ inquiry, account, template }: Pick<InquiryPageProps, 'inquiry' | 'account' | 'template'>) => {
  const filled = Object.entries(inquiry.fields).filter(([, { value }]) => value !== null);
  return (
    <div class="card">
      <dl>
        <dt>Status</dt>
        <dd>
          <Badge word={inquiry.status} />
        </dd>
        <dt>Reference id</dt>
        <dd>{inquiry.referenceId ?? '–'}</dd>
        <dt>Account</dt>
        <dd>{account?.id ?? '–'}</dd>
        <dt>Template</dt>
        <dd>{template}</dd>
        <dt>Made</dt>
        <dd>
          <Time at={inquiry.createdAt} />
        </dd>
        <dt>Tags</dt>
        <dd>{inquiry.tags.join(', ') || '–'}</dd>
        <dt>Reviewer comment</dt>
        <dd>{inquiry.reviewerComment ?? '–'}</dd>
        {filled.map(([name, { value }]) => (
          <>
            <dt>{name}</dt>
            <dd>{String(value)}</dd>
          </>
        ))}
      </dl>
    </div>
  );
};
