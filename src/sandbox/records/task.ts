import type { InquiryStatus } from './inquiry.js';

/** Something to do later. */
export type Task =
  | { kind: 'expire'; inquiryId: string }
  | { kind: 'decide'; inquiryId: string; status: InquiryStatus }
  | { kind: 'deliver'; deliveryId: string };

/** A task and its time. */
export interface Due {
  id: string;
  at: number;
  task: Task;
}
