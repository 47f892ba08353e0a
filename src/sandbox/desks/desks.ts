import { Examiner } from '../examiner/examiner.js';
import type { Task } from '../records/task.js';
import { Agenda } from '../state/agenda.js';
import type { MovableClock } from '../state/clock.js';
import { CaseDesk } from './case-desk.js';
import type { DeskParts } from './desk-parts.js';
import { FlowDesk } from './flow-desk.js';
import { type DecisionRules, InquiryDesk } from './inquiry-desk.js';
import { MessageDesk } from './message-desk.js';
import { ReviewDesk } from './review-desk.js';
import { ScenarioDesk } from './scenario-desk.js';
import { SessionDesk } from './session-desk.js';
import { type WebhookParts, Webhooks } from './webhooks.js';

/** All desks of a stand-in, and what they share: what every way in works with. */
export interface Desks extends DeskParts {
  clock: MovableClock;
  agenda: Agenda;
  scenarios: ScenarioDesk;
  webhooks: Webhooks;
  cases: CaseDesk;
  inquiries: InquiryDesk;
  flow: FlowDesk;
  reviews: ReviewDesk;
  sessions: SessionDesk;
  /** Address of a kept picture. */
  fileUrl: (fileId: string) => string;
}

/** What the desks are told at the start. */
export interface DeskSettings {
  /** Address of pages and API. */
  origin: string;
  /** Address of the links a phone opens. */
  linkOrigin: string;
  webhooks: Pick<WebhookParts, 'url' | 'wanted' | 'retryScale'>;
  rules: DecisionRules;
}

/** Sets up the desks, each on those it needs. */
export function makeDesks(
  shared: DeskParts & { clock: MovableClock },
  { origin, linkOrigin, webhooks: settings, rules }: DeskSettings,
): Desks {
  const { store, clock } = shared;
  const fileUrl = (fileId: string) => `${origin}/sandbox/files/${fileId}`;
  const agenda = new Agenda(store, clock);
  const scenarios = new ScenarioDesk(store);
  const webhooks = new Webhooks({ ...shared, agenda, ...settings });
  const cases = new CaseDesk({ ...shared, webhooks });
  const inquiries = new InquiryDesk({ ...shared, agenda, webhooks, scenarios, cases, rules });
  const messages = new MessageDesk(shared);
  const examiner = new Examiner(store, clock);
  const flow = new FlowDesk({ ...shared, inquiries, webhooks, scenarios, messages, examiner, fileUrl });
  const reviews = new ReviewDesk({ cases, inquiries });
  const sessions = new SessionDesk({ ...shared, inquiries, origin, linkOrigin });
  return { ...shared, agenda, scenarios, webhooks, cases, inquiries, flow, reviews, sessions, fileUrl };
}

/** Does what has fallen due, at the desk that planned it. */
export function work({ inquiries, webhooks }: Desks, task: Task): void | Promise<void> {
  switch (task.kind) {
    case 'expire':
      return inquiries.expire(task.inquiryId);
    case 'decide':
      return inquiries.decide(task.inquiryId, task.status);
    case 'deliver':
      return webhooks.deliver(task.deliveryId);
  }
}
