/** @jsxImportSource hono/jsx */
import type { WorkflowRun } from '../records/workflow-run.js';
import { ConsolePage } from './console-page.js';
import { Badge, Empty, InquiryLink, Table, Time } from './page-parts.js';

/** All workflow runs. */
export const RunsPage = ({ runs }: { runs: WorkflowRun[] }) => (
  <ConsolePage title="Workflow runs" place="workflow-runs">
    <div class="card">
      <RunTable runs={runs} />
    </div>
  </ConsolePage>
);

const RunTable = ({ runs }: { runs: WorkflowRun[] }) => {
  if (!runs.length) return <Empty>No workflow has run yet.</Empty>;
  const columns = ['Workflow', 'Status', 'Inquiry', 'What it did', 'Begun'];
  const cells = runs.map((run) => [
    <a href={`/dashboard/workflow-runs/${run.id}`}>{run.name}</a>,
    <Badge word={run.status} />,
    run.inquiryId === null ? '–' : <InquiryLink id={run.inquiryId} />,
    run.error ?? (run.did.join(' ') || '–'),
    <Time at={run.createdAt} />,
  ]);
  return <Table columns={columns} rows={cells} />;
};

/** Runs as a list, where there is little room: each with what it has done. */
export const RunList = ({ runs }: { runs: WorkflowRun[] }) => {
  if (!runs.length) return <Empty>No workflow has run yet.</Empty>;
  return (
    <ul class="plain">
      {runs.map(({ id, name, status, createdAt, error, did }) => (
        <li>
          <a href={`/dashboard/workflow-runs/${id}`}>{name}</a> <Badge word={status} /> <Time at={createdAt} />
          <ul>
            {[...did, ...(error === null ? [] : [error])].map((what) => (
              <li>{what}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
};

/** One run: what started it, what it did, and why it could not go on. */
export const RunPage = ({ run, startedBy }: { run: WorkflowRun; startedBy: string }) => (
  <ConsolePage title={run.name} place="workflow-runs">
    {run.error !== null && <p class="notice bad">{run.error}</p>}
    <div class="card">
      <dl>
        <dt>Run</dt>
        <dd>{run.id}</dd>
        <dt>Workflow</dt>
        <dd>{run.workflowId}</dd>
        <dt>Status</dt>
        <dd>
          <Badge word={run.status} />
        </dd>
        <dt>Started by</dt>
        <dd>
          {startedBy}, <Time at={run.createdAt} />
        </dd>
        {run.inquiryId !== null && (
          <>
            <dt>Inquiry</dt>
            <dd>
              <InquiryLink id={run.inquiryId} />
            </dd>
          </>
        )}
        {run.completedAt !== null && (
          <>
            <dt>Completed</dt>
            <dd>
              <Time at={run.completedAt} />
            </dd>
          </>
        )}
      </dl>
    </div>
    <h2>What it did</h2>
    <div class="card">
      {run.did.length === 0 && <Empty>Nothing{run.status === 'in_progress' ? ' yet' : ''}.</Empty>}
      <ol>
        {run.did.map((what) => (
          <li>{what}</li>
        ))}
      </ol>
    </div>
  </ConsolePage>
);
