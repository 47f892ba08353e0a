export type { CarrierTarget } from './carriers/carrier-scenario-desk.js';
export type { LocalCarriers } from './carriers/local-carriers.js';
export type { ScenarioTarget } from './desks/scenario-desk.js';
export { textOf } from './log-lines.js';
export type { CarrierCall, CarrierRequest } from './records/carrier-request.js';
export type { CaseTemplate } from './records/case-template.js';
export type { Check } from './records/checks.js';
export type { DecisionWorkflow, Rule } from './records/decision-workflow.js';
export type { Inquiry } from './records/inquiry.js';
export type { LogLine } from './records/log-line.js';
export type { CarrierName, Sale } from './records/sale.js';
export { standardWorkflows } from './records/standard-workflows.js';
export type { NumberType } from './records/stock-number.js';
export { type TemplateConfig, TemplateError } from './records/template-config.js';
export type { Verification } from './records/verification.js';
export {
  type Action,
  type ApiContext,
  type ApiWorkflow,
  approve,
  comment,
  type Decision,
  decline,
  type EventContext,
  type EventWorkflow,
  markForReview,
  notify,
  openCase,
  runAgain,
  type Trigger,
  tag,
  type Workflow,
} from './records/workflow.js';
export type { WorkflowRun } from './records/workflow-run.js';
export type { Sandbox, SandboxOptions } from './sandbox-options.js';
export { startSandbox } from './start-sandbox.js';
export type { Clock } from './state/clock.js';
export {
  completeInquiry,
  type InquiryWalk,
  type PictureFile,
  pressDone,
  setPass,
  showId,
  showPictures,
  takeSelfie,
} from './walk-inquiry.js';
