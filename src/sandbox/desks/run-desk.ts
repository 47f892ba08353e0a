import { type Inquiry, NotFoundError } from '../records/inquiry.js';
import { workflowNamesOf } from '../records/templates.js';
import type { Workflow } from '../records/workflow.js';
import type { WorkflowRun } from '../records/workflow-run.js';
import { toldRun } from '../resources/workflow-run-resource.js';
import type { Agenda } from '../state/agenda.js';
import type { DeskParts } from './desk-parts.js';
import type { ScenarioDesk } from './scenario-desk.js';
import type { Webhooks } from './webhooks.js';

/** What happens by itself, and how many milliseconds after the event that asks for it. */
export interface WorkflowRules {
  workflows: Workflow[];
  decisionDelay: number;
}

/** What the desk of workflow runs works with. */
export interface RunDeskParts extends DeskParts {
  agenda: Agenda;
  webhooks: Webhooks;
  scenarios: ScenarioDesk;
  rules: WorkflowRules;
}

/** What decides in place of workflows that are not there, when a scenario wants a decision. */
export const scenarioWorkflow: Workflow = {
  id: 'wfl_scenario',
  name: 'Scenario',
  trigger: 'inquiry.completed',
  run: () => undefined,
};

/** What a run is begun with. */
interface RunDraft {
  workflow: Workflow;
  creator: WorkflowRun['creator'];
  inquiry?: Inquiry;
  fields?: Record<string, unknown>;
  /** Milliseconds until it is carried out. */
  after: number;
}

/** Where workflow runs are begun, kept and ended; what they do is another desk's work. */
export class RunDesk {
  readonly #parts: RunDeskParts;

  constructor(parts: RunDeskParts) {
    this.#parts = parts;
  }

  /** All runs, newest first. */
  all(): WorkflowRun[] {
    return this.#parts.store.workflowRuns.newestFirst();
  }

  /** The runs about an inquiry, newest first. */
  about(inquiryId: string): WorkflowRun[] {
    return this.#parts.store.workflowRuns.by('inquiry', inquiryId).reverse();
  }

  /** The run with this id; throws a NotFoundError. */
  get(id: string): WorkflowRun {
    const run = this.#parts.store.workflowRuns.get(id);
    if (!run) throw new NotFoundError(`There is no workflow run "${id}".`);
    return run;
  }

  /** The workflow with this id; throws a NotFoundError that names those there are. */
  workflow(id: string): Workflow {
    const { workflows } = this.#parts.rules;
    const found = [...workflows, scenarioWorkflow].find((workflow) => workflow.id === id);
    if (found) return found;
    const known = workflows.map((workflow) => `${workflow.id} (${workflow.name})`).join(', ');
    throw new NotFoundError(`There is no workflow "${id}". There are: ${known}.`);
  }

  /**
   * Begins the runs that an event of an inquiry starts, in the order of the workflows. Where a scenario decides and no
   * workflow does, the scenario has a run of its own. The caller saves the state.
   */
  follow(event: string, eventId: string, inquiry: Inquiry): void {
    const { store, scenarios, rules } = this.#parts;
    const { decision, approveAfterReview } = scenarios.behaviourFor(inquiry);
    const about = { creator: { type: 'event', id: eventId } as const, inquiry };
    const names = workflowNamesOf(store.state.templates, inquiry.templateId);
    const started = rules.workflows.filter(
      ({ trigger, template }) => trigger === event && (template === undefined || names.includes(template)),
    );
    if (event === 'inquiry.completed' && decision && !started.length) started.push(scenarioWorkflow);
    for (const workflow of started) this.begin({ ...about, workflow, after: rules.decisionDelay });
    if (event === 'inquiry.marked-for-review' && approveAfterReview !== undefined)
      this.begin({ ...about, workflow: scenarioWorkflow, after: approveAfterReview });
  }

  /** Begins a run, to be carried out later. The caller saves the state. */
  begin({ workflow, creator, inquiry, fields = {}, after }: RunDraft): WorkflowRun {
    const { store, clock } = this.#parts;
    const run: WorkflowRun = {
      id: store.ids.id('wfr'),
      workflowId: workflow.id,
      name: workflow.name,
      status: 'in_progress',
      creator,
      inquiryId: inquiry?.id ?? null,
      inquiryStatus: inquiry?.status ?? null,
      fields,
      turn: 1,
      did: [],
      error: null,
      createdAt: clock.now(),
      completedAt: null,
    };
    this.#keep(run, 'created');
    this.#plan(run, after);
    return run;
  }

  /** Ends a turn of a run: for good, or with another one after so many ms. The caller saves the state. */
  endTurn(run: WorkflowRun, did: string[], again?: number): void {
    const { clock } = this.#parts;
    const next = { ...run, did: [...run.did, ...did] };
    if (again === undefined) this.#keep({ ...next, status: 'completed', completedAt: clock.now() });
    else {
      this.#keep({ ...next, turn: run.turn + 1 });
      this.#plan(next, again);
    }
    this.#report(next, did);
  }

  /** Ends a run whose rule has thrown. The caller saves the state. */
  fail(run: WorkflowRun, error: unknown): void {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const next: WorkflowRun = { ...run, status: 'errored', error: message };
    this.#keep(next, 'errored');
    this.#report(next, []);
  }

  /** Tells that a run goes on which has waited. The caller saves the state. */
  resume(run: WorkflowRun): void {
    this.#keep(run, 'resumed');
  }

  #plan({ id }: WorkflowRun, after: number): void {
    const { agenda, clock } = this.#parts;
    agenda.add(clock.now() + after, { kind: 'run-workflow', runId: id }, `run ${id}`);
  }

  #keep(run: WorkflowRun, event?: 'created' | 'resumed' | 'errored'): void {
    const { store, webhooks } = this.#parts;
    store.workflowRuns.put(run.id, run);
    if (event) webhooks.send(`workflow-run.${event}`, toldRun(run));
  }

  #report({ id, name, inquiryId, error }: WorkflowRun, did: string[]): void {
    const { log, clock } = this.#parts;
    log({ kind: 'workflow', at: clock.now(), id, name, about: inquiryId, did, error });
  }
}
