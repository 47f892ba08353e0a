import type { Examiner } from '../examiner/examiner.js';
import type { DecisionWorkflow } from '../records/decision-workflow.js';
import type { LogLine } from '../records/log-line.js';
import type { Agenda } from '../state/agenda.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';
import type { CaseDesk } from './case-desk.js';
import type { MessageDesk } from './message-desk.js';
import type { ScenarioDesk } from './scenario-desk.js';
import type { Webhooks } from './webhooks.js';

/** What the desk of inquiries works with. */
export interface DeskParts {
  store: Store;
  clock: Clock;
  agenda: Agenda;
  webhooks: Webhooks;
  scenarios: ScenarioDesk;
  examiner: Examiner;
  messages: MessageDesk;
  cases: CaseDesk;
  workflow: DecisionWorkflow;
  kycWorkflow: DecisionWorkflow;
  decisionDelay: number;
  /** Address of a kept picture. */
  fileUrl: (fileId: string) => string;
  log: (line: LogLine) => void;
}
