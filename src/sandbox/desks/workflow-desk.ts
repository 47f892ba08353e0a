import { type Actor, someUser } from '../records/actor.js';
import { allowedActions, type Inquiry, LifecycleError } from '../records/inquiry.js';
import { templateOf, verificationsOf } from '../records/templates.js';
import { type Action, actionsOf, type Decision, type Workflow } from '../records/workflow.js';
import type { WorkflowRun } from '../records/workflow-run.js';
import { toldRun } from '../resources/workflow-run-resource.js';
import type { CaseDesk } from './case-desk.js';
import type { DeskParts } from './desk-parts.js';
import type { InquiryDesk } from './inquiry-desk.js';
import { type RunDesk, scenarioWorkflow } from './run-desk.js';
import type { ScenarioDesk } from './scenario-desk.js';
import type { Webhooks } from './webhooks.js';

/** What the desk of workflows works with. */
export interface WorkflowDeskParts extends DeskParts {
  runs: RunDesk;
  inquiries: InquiryDesk;
  cases: CaseDesk;
  scenarios: ScenarioDesk;
  webhooks: Webhooks;
}

const done: Record<Decision, string> = {
  approve: 'Approved the inquiry.',
  decline: 'Declined the inquiry.',
  'mark-for-review': 'Marked the inquiry for review.',
};

/** Where workflow runs are carried out: a rule is asked, and what it answers is done. */
export class WorkflowDesk {
  readonly #parts: WorkflowDeskParts;

  constructor(parts: WorkflowDeskParts) {
    this.#parts = parts;
  }

  /**
   * Starts a workflow of the API; it is carried out at once, but after the answer. Throws a NotFoundError for an
   * unknown one or an unknown `inquiry-id`, a LifecycleError for one that an event starts.
   */
  trigger(id: string, fields: Record<string, unknown>): WorkflowRun {
    const { runs, inquiries, store } = this.#parts;
    const workflow = runs.workflow(id);
    if (workflow.trigger !== 'api')
      throw new LifecycleError(`The workflow "${id}" is started by ${workflow.trigger}, not by the API.`);
    const inquiryId = fields['inquiry-id'];
    const inquiry = typeof inquiryId === 'string' ? inquiries.get(inquiryId) : undefined;
    const run = runs.begin({ workflow, creator: someUser, inquiry, fields, after: 0 });
    store.save();
    return run;
  }

  /** Carries out a turn of a run. A rule that throws ends the run and changes nothing else. */
  async carryOut(runId: string): Promise<void> {
    const { runs, store } = this.#parts;
    const run = runs.get(runId);
    if (run.status !== 'in_progress') return;
    if (run.turn > 1) runs.resume(run);
    try {
      const answered = this.#ask(run);
      // Only what must be waited for is: whoever puts the clock forward sees what fell due.
      const actions = actionsOf(answered instanceof Promise ? await answered : answered);
      const did = actions.flatMap((action) => this.#do(action, run) ?? []);
      runs.endTurn(run, did, actions.find((action) => action.do === 'run-again')?.after);
    } catch (error) {
      runs.fail(run, error);
    }
    store.save();
  }

  #ask(run: WorkflowRun): ReturnType<Workflow['run']> {
    const { runs, scenarios, store, clock } = this.#parts;
    const inquiry = this.#inquiryOf(run);
    const { decision, approveAfterReview } = inquiry ? scenarios.behaviourFor(inquiry) : {};
    if (run.inquiryStatus === 'completed' && decision && run.turn === 1) return { do: decision };
    if (run.workflowId === scenarioWorkflow.id) return approveAfterReview === undefined ? undefined : { do: 'approve' };
    const workflow = runs.workflow(run.workflowId);
    const context = { now: clock.now(), turn: run.turn };
    if (workflow.trigger === 'api') return workflow.run({ ...context, inquiry, fields: run.fields });
    if (!inquiry || inquiry.redactedAt !== null) return undefined;
    const template = templateOf(store.state.templates, inquiry.templateId);
    return workflow.run({ ...context, inquiry, asks: verificationsOf(template) });
  }

  /** Does one thing and says so; undefined for what there was nothing to do for. */
  #do(action: Action, run: WorkflowRun): string | undefined {
    if (action.do === 'run-again') return `Runs again in ${action.after / 1000} s.`;
    if (action.do === 'notify') return this.#notify(run, action.message);
    const inquiry = this.#inquiryOf(run);
    if (!inquiry || inquiry.redactedAt !== null) return undefined;
    const by: Actor = { type: 'workflow-run', id: run.id };
    switch (action.do) {
      case 'tag':
        return this.#tag(inquiry, action.tags);
      case 'open-case':
        return this.#openCase(inquiry, action, by);
      case 'comment':
        return this.#comment(inquiry, action.text, by);
      default:
        return this.#decide(inquiry, action, run, by);
    }
  }

  #decide(
    inquiry: Inquiry,
    { do: decision, comment }: { do: Decision; comment?: string },
    run: WorkflowRun,
    by: Actor,
  ): string {
    const { inquiries } = this.#parts;
    const isQuicker = run.turn === 1 && inquiry.status !== run.inquiryStatus && run.inquiryStatus !== null;
    if (isQuicker || !allowedActions(inquiry).includes(decision))
      return `Left the inquiry as it is: ${inquiry.status.replace('_', ' ')}.`;
    inquiries.act(inquiry.id, decision, { by, comment });
    return done[decision];
  }

  #tag(inquiry: Inquiry, tags: string[]): string | undefined {
    const all = [...new Set([...inquiry.tags, ...tags])];
    if (all.length === inquiry.tags.length) return undefined;
    this.#parts.inquiries.update(inquiry.id, { tags: all });
    return `Tagged the inquiry: ${tags.join(', ')}.`;
  }

  #openCase(inquiry: Inquiry, { reason, tags }: { reason: string; tags: string[] }, by: Actor): string | undefined {
    const { cases } = this.#parts;
    if (inquiry.status === 'approved' || inquiry.status === 'declined') return undefined;
    const waiting = cases.waiting(inquiry.id);
    if (waiting) cases.add(waiting.id, { reason, tags, by });
    else cases.open({ by, inquiry, reason, tags });
    return `${waiting ? 'Added to the case' : 'Opened a case'}: ${reason}`;
  }

  #comment(inquiry: Inquiry, text: string, by: Actor): string {
    const { cases, inquiries } = this.#parts;
    const waiting = cases.waiting(inquiry.id);
    if (waiting) cases.comment(waiting.id, text, by);
    else inquiries.update(inquiry.id, { reviewerComment: text });
    return `Commented on the ${waiting ? 'case' : 'inquiry'}: ${text}`;
  }

  #notify(run: WorkflowRun, message: string): string {
    const { webhooks, log, clock } = this.#parts;
    webhooks.send('sandbox.notified', toldRun(run), {}, { message });
    log({ kind: 'notice', at: clock.now(), about: run.inquiryId ?? run.id, message });
    return `Notified: ${message}`;
  }

  #inquiryOf({ inquiryId }: WorkflowRun): Inquiry | undefined {
    return inquiryId === null ? undefined : this.#parts.inquiries.get(inquiryId);
  }
}
