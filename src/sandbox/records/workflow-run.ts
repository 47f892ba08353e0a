import type { Actor } from './actor.js';
import type { InquiryStatus } from './inquiry.js';

/** One run of a workflow; times are milliseconds since 1970. */
export interface WorkflowRun {
  id: string;
  workflowId: string;
  /** The workflow's name then. */
  name: string;
  status: 'in_progress' | 'completed' | 'errored';
  /** The event or the person that has started it. */
  creator: { type: 'event'; id: string } | Actor;
  /** What it is about, and the status that this had at the start. */
  inquiryId: string | null;
  inquiryStatus: InquiryStatus | null;
  /** What a call of the API has given. */
  fields: Record<string, unknown>;
  /** Which time it runs. */
  turn: number;
  /** What it has done, in words. */
  did: string[];
  /** Why it could not go on. */
  error: string | null;
  createdAt: number;
  completedAt: number | null;
}
