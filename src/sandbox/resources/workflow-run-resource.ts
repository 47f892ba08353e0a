import type { Workflow } from '../records/workflow.js';
import type { WorkflowRun } from '../records/workflow-run.js';
import type { Resource } from './json-api.js';

/** The id of a workflow's one version. */
export const versionIdOf = (workflowId: string): string => workflowId.replace(/^wfl_/, 'wfv_');

/** A run of a workflow as Persona's webhooks write it. What it did is in the console only, as there. */
export function toldRun({ id, status, creator, workflowId, createdAt, completedAt }: WorkflowRun) {
  return {
    type: 'workflow-run',
    id,
    attributes: {
      status,
      'created-at': new Date(createdAt).toISOString(),
      'completed-at': completedAt === null ? null : new Date(completedAt).toISOString(),
    },
    relationships: {
      creator: { data: creator },
      workflow: { data: { type: 'workflow', id: workflowId } },
      'workflow-version': { data: { type: 'workflow-version', id: versionIdOf(workflowId) } },
    },
  } satisfies Resource;
}

/** A run of a workflow as Persona's REST API writes it. */
export function workflowRunResource(run: WorkflowRun) {
  const { createdAt, completedAt } = run;
  const seconds = completedAt === null ? null : (completedAt - createdAt) / 1000;
  return { ...toldRun(run), meta: { 'processing-time-seconds': seconds } };
}

/** When the workflows of a stand-in were written: before everything. */
const made = new Date(Date.UTC(2026, 0, 1)).toISOString();

/** A workflow as Persona's REST API writes it. */
export function workflowResource({ id, name }: Workflow): Resource {
  return {
    type: 'workflow',
    id,
    attributes: { status: 'running', name, 'created-at': made },
    relationships: {
      'latest-published-version': { data: { type: 'workflow-version', id: versionIdOf(id) } },
      'active-deployment': { data: null },
    },
  };
}

/** The one version that a workflow has. */
export function workflowVersionResource({ id, name, trigger }: Workflow): Resource {
  return {
    type: 'workflow-version',
    id: versionIdOf(id),
    attributes: {
      'workflow-name': name,
      description: null,
      status: 'published',
      'trigger-type': trigger === 'api' ? 'trigger-api' : 'trigger-event',
      live: true,
      'rollout-label': null,
      'rollout-percentage': null,
      'last-updater': null,
      inputs: trigger === 'api' ? [{ name: 'inquiry-id', type: 'string', required: false }] : [],
      outputs: [],
      'created-at': made,
      'updated-at': made,
      'published-at': made,
    },
    relationships: { workflow: { data: { type: 'workflow', id } } },
  };
}
