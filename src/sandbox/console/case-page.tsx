/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Actor } from '../records/actor.js';
import type { CaseTemplate } from '../records/case-template.js';
import type { Inquiry } from '../records/inquiry.js';
import type { ReviewCase } from '../records/review-case.js';
import type { WorkflowRun } from '../records/workflow-run.js';
import { CaseForms } from './case-forms.js';
import { ConsolePage } from './console-page.js';
import type { EventRow } from './event-table.js';
import { Badge, Empty, InquiryLink, Time } from './page-parts.js';
import { failuresIn } from './reasons.js';
import { RunList } from './run-pages.js';
import { ChecksOf, PicturesOf } from './verification-card.js';

/** What somebody has just done on the page of a case. */
export interface CaseDone {
  /** The word for it: `status`, `assigned` or `comment`. */
  did?: string;
  /** The link that was just made for the person. */
  link?: string;
}

interface CasePageProps {
  one: ReviewCase;
  template: CaseTemplate;
  /** What it is about. */
  inquiries: Inquiry[];
  /** Of all of them. */
  runs: WorkflowRun[];
  /** Of the case and its inquiries, newest first. */
  events: EventRow[];
  /** The name of a run's workflow. */
  runName: (runId: string) => string | undefined;
  done: CaseDone;
}

const notices: Record<string, (one: ReviewCase) => string> = {
  status: ({ status }) => `The case is ${status} now.`,
  assigned: ({ assignee }) => `The case is assigned to ${assignee?.email}.`,
  comment: () => 'Your comment is kept.',
};

/** One case: why it is here, what the person has shown, what happened, and what a reviewer can do. */
export const CasePage = (props: CasePageProps) => {
  const { one, template, inquiries, runs, events, runName, done } = props;
  const who = inquiries.find(({ referenceId }) => referenceId !== null)?.referenceId;
  const notice = done.did !== undefined && Object.hasOwn(notices, done.did) && notices[done.did]?.(one);
  return (
    <ConsolePage title={who ? `${template.name}: ${who}` : template.name} place="cases">
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      {done.link && (
        <p class="notice" role="status">
          Send the person this link, it works once: <a href={done.link}>{done.link}</a>
        </p>
      )}
      <div class="case">
        <div class="case-look">
          <Facts {...props} />
          <Why one={one} inquiries={inquiries} />
          <h2 id="shown">What the person has shown</h2>
          {inquiries.map((inquiry) => (
            <Shown inquiry={inquiry} />
          ))}
        </div>
        <CaseForms one={one} template={template} inquiries={inquiries} />
        <div class="case-more">
          <h2>Comments</h2>
          <Comments one={one} runName={runName} />
          <h2>Checks</h2>
          <div class="card">
            {inquiries.every(({ verifications }) => verifications.length === 0) && (
              <Empty>Nothing has been checked.</Empty>
            )}
            {inquiries.flatMap(({ verifications }) =>
              verifications.toReversed().map((verification) => <ChecksOf verification={verification} />),
            )}
          </div>
          <h2>Workflow runs</h2>
          <div class="card">
            <RunList runs={runs} />
          </div>
          <h2>History</h2>
          <div class="card">
            <History events={events} />
          </div>
        </div>
      </div>
    </ConsolePage>
  );
};

const byWhom = ({ type, id }: Actor, runName: CasePageProps['runName']): Child =>
  type === 'workflow-run' ? <a href={`/dashboard/workflow-runs/${id}`}>{runName(id) ?? id}</a> : 'a reviewer';

const Facts = ({ one, inquiries, runName }: CasePageProps) => (
  <div class="card">
    <dl>
      <dt>Status</dt>
      <dd>
        <Badge word={one.status} />
      </dd>
      {inquiries.map(({ id, status }) => (
        <>
          <dt>Inquiry</dt>
          <dd>
            <InquiryLink id={id} /> <Badge word={status} />
          </dd>
        </>
      ))}
      <dt>Opened</dt>
      <dd>
        <Time at={one.createdAt} /> by {byWhom(one.creator, runName)}
      </dd>
      <dt>Assigned to</dt>
      <dd>{one.assignee?.email ?? 'nobody'}</dd>
      {one.slaExpiresAt !== null && (
        <>
          <dt>To be resolved by</dt>
          <dd>
            <Time at={one.slaExpiresAt} />
          </dd>
        </>
      )}
      <dt>Tags</dt>
      <dd>{one.tags.join(', ') || 'none'}</dd>
      {Object.entries(one.fields).map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{String(value)}</dd>
        </>
      ))}
      {one.attachments.map(({ filename, fileId }) => (
        <>
          <dt>File</dt>
          <dd>
            <a href={`/dashboard/files/${fileId}`}>{filename}</a>
          </dd>
        </>
      ))}
    </dl>
  </div>
);

const Why = ({ one, inquiries }: Pick<CasePageProps, 'one' | 'inquiries'>) => {
  const reasons = failuresIn(inquiries.flatMap(({ verifications }) => verifications));
  const [first] = one.comments;
  return (
    <>
      <h2>Why it is here</h2>
      <div class="card">
        <p>{first?.message || 'Nobody has said why.'}</p>
        {reasons.length > 0 && (
          <ul>
            {reasons.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
};

/** The last ID and the last selfie side by side, and earlier tries behind a line that opens them. */
const Shown = ({ inquiry }: { inquiry: Inquiry }) => {
  const withPictures = inquiry.verifications.filter(({ files }) => Object.keys(files).length > 0);
  const last = ['government-id', 'selfie'].flatMap((type) => withPictures.findLast((one) => one.type === type) ?? []);
  const earlier = withPictures.filter((one) => !last.includes(one));
  return (
    <div class="card">
      {last.length === 0 && <Empty>No pictures, in the inquiry {inquiry.id}.</Empty>}
      <div class="side-by-side">
        {last.map((verification) => (
          <PicturesOf verification={verification} />
        ))}
      </div>
      {earlier.length > 0 && (
        <details>
          <summary>{earlier.length === 1 ? 'One earlier try' : `${earlier.length} earlier tries`}</summary>
          {earlier.map((verification) => (
            <PicturesOf verification={verification} />
          ))}
        </details>
      )}
    </div>
  );
};

const Comments = ({ one, runName }: Pick<CasePageProps, 'one' | 'runName'>) => (
  <div class="card">
    {one.comments.length === 0 && <Empty>Nobody has written anything yet.</Empty>}
    <ol class="comments">
      {one.comments.map(({ message, at, commenter }) => (
        <li>
          <p class="quiet">
            <Time at={at} /> by {byWhom(commenter, runName)}
          </p>
          <p>{message || 'redacted'}</p>
        </li>
      ))}
    </ol>
  </div>
);

/** What happened to the case and its inquiries, newest first; how it was delivered is on the page of events. */
const History = ({ events }: Pick<CasePageProps, 'events'>) => (
  <ol class="plain">
    {events.map(({ event }) => (
      <li>
        <Time at={event.at} /> {event.name.replace('.', ' ').replaceAll('-', ' ')}
      </li>
    ))}
  </ol>
);
