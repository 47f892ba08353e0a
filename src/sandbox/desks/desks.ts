import { Examiner } from '../examiner/examiner.js';
import { type CaseTemplate, standardCaseTemplate } from '../records/case-template.js';
import { accessTokenFor } from '../records/file-access.js';
import type { Task } from '../records/task.js';
import type { Resource } from '../resources/json-api.js';
import { Agenda } from '../state/agenda.js';
import type { MovableClock } from '../state/clock.js';
import { AccountDesk } from './account-desk.js';
import { CaseDesk } from './case-desk.js';
import type { DeskParts } from './desk-parts.js';
import { findRecord } from './find-record.js';
import { FlowDesk } from './flow-desk.js';
import { InquiryDesk } from './inquiry-desk.js';
import { MessageDesk } from './message-desk.js';
import { ReviewDesk } from './review-desk.js';
import { RunDesk, type WorkflowRules } from './run-desk.js';
import { ScenarioDesk } from './scenario-desk.js';
import { SessionDesk } from './session-desk.js';
import { WebhookDesk } from './webhook-desk.js';
import { Webhooks } from './webhooks.js';
import { WorkflowDesk } from './workflow-desk.js';

/** All desks of a stand-in, and what they share: what every way in works with. */
export interface Desks extends DeskParts {
  clock: MovableClock;
  agenda: Agenda;
  scenarios: ScenarioDesk;
  /** Where events are posted to. */
  endpoints: WebhookDesk;
  webhooks: Webhooks;
  accounts: AccountDesk;
  cases: CaseDesk;
  runs: RunDesk;
  inquiries: InquiryDesk;
  flow: FlowDesk;
  reviews: ReviewDesk;
  workflows: WorkflowDesk;
  sessions: SessionDesk;
  /** Address of a kept picture, open for whoever has it for six hours, or until then. */
  fileUrl: (fileId: string, until?: number) => string;
}

/** What the desks are told at the start. */
export interface DeskSettings {
  /** Address of pages and API. */
  origin: string;
  /** Address of the links a phone opens. */
  linkOrigin: string;
  /** Where which events are posted, and the factor on the waits between tries. */
  webhooks: { url?: string; wanted: string[]; retryScale: number };
  rules: WorkflowRules;
  caseTemplate?: CaseTemplate;
}

// Persona's default (https://docs.withpersona.com/downloading-files).
const sixHours = 6 * 60 * 60 * 1000;

/** Sets up the desks, each on those it needs. */
export function makeDesks(
  shared: DeskParts & { clock: MovableClock },
  { origin, linkOrigin, webhooks: settings, rules, caseTemplate = standardCaseTemplate }: DeskSettings,
): Desks {
  const { store, clock } = shared;
  const fileUrl = (fileId: string, until = clock.now() + sixHours) =>
    `${origin}/sandbox/files/${fileId}?access_token=${accessTokenFor(fileId, until, store.state.sessionSecret)}`;
  const agenda = new Agenda(store, clock);
  const scenarios = new ScenarioDesk(store);
  const endpoints = new WebhookDesk(shared);
  endpoints.begin(settings.url, settings.wanted);
  const related = (resource: Resource, names: string[]) =>
    names
      .flatMap((name) => [resource.relationships?.[name]?.data ?? []].flat())
      .flatMap((reference) => findRecord(desks, reference) ?? []);
  const { retryScale } = settings;
  const webhooks = new Webhooks({ ...shared, agenda, endpoints, retryScale, related, fileUrl });
  const accounts = new AccountDesk({ ...shared, webhooks });
  const cases = new CaseDesk({ ...shared, agenda, webhooks, template: caseTemplate, fileUrl });
  const runs = new RunDesk({ ...shared, agenda, webhooks, scenarios, rules });
  const inquiries = new InquiryDesk({ ...shared, agenda, webhooks, scenarios, accounts, cases, runs });
  const messages = new MessageDesk(shared);
  const examiner = new Examiner(store, clock);
  const flow = new FlowDesk({ ...shared, inquiries, webhooks, scenarios, messages, examiner, fileUrl });
  const reviews = new ReviewDesk({ store, cases, inquiries });
  const workflows = new WorkflowDesk({ ...shared, runs, inquiries, cases, scenarios, webhooks });
  const sessions = new SessionDesk({ ...shared, inquiries, webhooks, scenarios, origin, linkOrigin });
  const desks: Desks = {
    ...shared,
    agenda,
    scenarios,
    endpoints,
    webhooks,
    accounts,
    cases,
    runs,
    inquiries,
    flow,
    reviews,
    workflows,
    sessions,
    fileUrl,
  };
  return desks;
}

/** Does what has fallen due, at the desk that planned it. */
export function work({ inquiries, webhooks, workflows, cases }: Desks, task: Task): void | Promise<void> {
  switch (task.kind) {
    case 'expire':
      return inquiries.expire(task.inquiryId);
    case 'run-workflow':
      return workflows.carryOut(task.runId);
    case 'end-sla':
      return cases.endSla(task.caseId);
    case 'deliver':
      return webhooks.deliver(task.deliveryId);
  }
}
