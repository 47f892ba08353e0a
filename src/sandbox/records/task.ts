/** Something to do later. */
export type Task =
  | { kind: 'expire'; inquiryId: string }
  | { kind: 'run-workflow'; runId: string }
  | { kind: 'end-sla'; caseId: string }
  | { kind: 'deliver'; deliveryId: string };

/** A task and its time. */
export interface Due {
  id: string;
  at: number;
  task: Task;
}
