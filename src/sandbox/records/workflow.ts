import type { VerificationType } from './flow.js';
import type { Inquiry } from './inquiry.js';

/** What may be decided without a person. */
export type Decision = 'approve' | 'decline' | 'mark-for-review';

/** One thing that a workflow wants done; made by `approve` and the other functions of this file. */
export type Action =
  | { do: Decision; comment?: string }
  | { do: 'tag'; tags: string[] }
  | { do: 'open-case'; reason: string; tags: string[] }
  | { do: 'comment'; text: string }
  | { do: 'notify'; message: string }
  | { do: 'run-again'; after: number };

/** Approves the inquiry, unless it has been decided since the workflow's event. */
export const approve = (comment?: string): Action => ({ do: 'approve', comment });

/** Declines the inquiry, unless it has been decided since the workflow's event. */
export const decline = (comment?: string): Action => ({ do: 'decline', comment });

/** Marks the inquiry for a review, for which a case is open; unless it has been decided since the workflow's event. */
export const markForReview = (comment?: string): Action => ({ do: 'mark-for-review', comment });

/** Adds tags to the inquiry. */
export const tag = (...tags: string[]): Action => ({ do: 'tag', tags });

/**
 * Opens a case about the inquiry that says why, whatever its status; where one is open already, reason and tags are
 * added to it. An inquiry that is approved or declined gets none.
 */
export const openCase = (reason: string, tags: string[] = []): Action => ({ do: 'open-case', reason, tags });

/** Writes a comment: on the inquiry's open case, or where there is none as its reviewer comment. */
export const comment = (text: string): Action => ({ do: 'comment', text });

/** Tells whoever runs the stand-in: a line of the log, and an event `sandbox.notified` with the message. */
export const notify = (message: string): Action => ({ do: 'notify', message });

/** Runs the workflow again, as the same run, after so many ms; throws a RangeError for none. */
export const runAgain = (after: number): Action => {
  if (!(after > 0)) throw new RangeError(`A workflow runs again after a time in ms, which ${after} is not.`);
  return { do: 'run-again', after };
};

/** The events that start a workflow; `api` stands for a call of `POST /workflows/{id}/trigger`. */
export const triggers = [
  'inquiry.created',
  'inquiry.started',
  'inquiry.completed',
  'inquiry.failed',
  'inquiry.expired',
  'inquiry.marked-for-review',
  'inquiry.approved',
  'inquiry.declined',
  'api',
] as const;

/** What starts a workflow. */
export type Trigger = (typeof triggers)[number];

/** What a workflow decides by. */
interface Context {
  /** The time by the stand-in's clock, in ms since 1970. */
  now: number;
  /** Which time it runs: 1, and more after {@link runAgain}. */
  turn: number;
}

/** What a workflow of an event decides by: the inquiry as it is now. */
export interface EventContext extends Context {
  inquiry: Inquiry;
  /** What its template asks for, in order. */
  asks: VerificationType[];
}

/** What a workflow of the API decides by. */
export interface ApiContext extends Context {
  /** The one that the field `inquiry-id` names. */
  inquiry: Inquiry | undefined;
  /** What the call was given. */
  fields: Record<string, unknown>;
}

type Actions = Action | Action[] | undefined;

/** What a workflow is besides its rule. */
interface WorkflowFacts {
  /** In Persona's form, such as `wfl_flag_high_risk`. */
  id: string;
  name: string;
  /** The template whose inquiries it is for, `plain` or `kyc`; all without it. */
  template?: string;
}

/** A workflow that an event of an inquiry starts. */
export interface EventWorkflow extends WorkflowFacts {
  trigger: Exclude<Trigger, 'api'>;
  run: (context: EventContext) => Actions | Promise<Actions>;
}

/** A workflow that a call of the API starts. */
export interface ApiWorkflow extends WorkflowFacts {
  trigger: 'api';
  run: (context: ApiContext) => Actions | Promise<Actions>;
}

/**
 * Something that happens by itself: what starts it, and a rule that answers what is to be done, in that order. A rule
 * that throws leaves everything as it is, and the run is errored.
 */
export type Workflow = EventWorkflow | ApiWorkflow;

const names = ['approve', 'decline', 'mark-for-review', 'tag', 'open-case', 'comment', 'notify', 'run-again'];

/** What a rule has answered as a list; throws a TypeError for anything that is no action. */
export function actionsOf(answered: Actions): Action[] {
  const actions = [answered ?? []].flat();
  const wrong = actions.find((action: Partial<Action> | string) => !names.includes((action as Action).do));
  if (wrong !== undefined)
    throw new TypeError(`The workflow has answered ${JSON.stringify(wrong)}, which is no action.`);
  return actions;
}
