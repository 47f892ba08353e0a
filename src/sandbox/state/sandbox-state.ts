import type { Account } from '../records/account.js';
import type { Delivery, SandboxEvent } from '../records/event.js';
import type { VerificationType } from '../records/flow.js';
import type { Inquiry } from '../records/inquiry.js';
import type { Message } from '../records/message.js';
import type { ReviewCase } from '../records/review-case.js';
import type { SavedAnswer } from '../records/saved-answer.js';
import type { OneTimeLink, Session } from '../records/session.js';
import type { Due } from '../records/task.js';
import type { Template, Templates } from '../records/templates.js';
import { type CarriersState, firstCarriers } from './carriers-state.js';
import { type IdState, Ids } from './ids.js';

/** Everything the stand-in remembers. */
export interface SandboxState {
  version: 2;
  apiKey: string;
  webhookSecret: string;
  /** The secret before the last rotation, and how long it still signs. */
  oldWebhookSecret: { secret: string; until: number } | null;
  sessionSecret: string;
  templates: Templates;
  /** Ids of the verification templates, for simulated verifications. */
  verificationTemplates: Record<VerificationType, string>;
  caseTemplateId: string;
  webhookId: string;
  inquiries: Record<string, Inquiry>;
  accounts: Record<string, Account>;
  cases: Record<string, ReviewCase>;
  /** Codes that were sent to phones, oldest first. */
  messages: Message[];
  sessions: Record<string, Session>;
  links: Record<string, OneTimeLink>;
  events: Record<string, SandboxEvent>;
  deliveries: Record<string, Delivery>;
  agenda: Due[];
  answers: Record<string, SavedAnswer>;
  ids: IdState;
  /** Milliseconds the clock has been put forward. */
  clockAhead: number;
  /** Chosen scenarios by inquiry id, by `for` and a reference id, or for all under the empty text. */
  scenarios: Record<string, string>;
  /** What the local carriers remember. */
  carriers: CarriersState;
}

/** The state of a stand-in that has just been started for the first time; keys and ids follow from the seed, if any. */
export function firstState(seed: string | null): SandboxState {
  const idState: IdState = { seed, drawn: {} };
  const ids = new Ids(idState);
  return {
    version: 2,
    apiKey: ids.secret('persona_sandbox'),
    webhookSecret: ids.secret('wbhsec'),
    oldWebhookSecret: null,
    sessionSecret: ids.secret('session'),
    templates: newTemplates(ids),
    verificationTemplates: {
      'phone-number': ids.id('vtmpl'),
      'government-id': ids.id('vtmpl'),
      selfie: ids.id('vtmpl'),
    },
    caseTemplateId: ids.id('ctmpl'),
    webhookId: ids.id('wbh'),
    inquiries: {},
    accounts: {},
    cases: {},
    messages: [],
    sessions: {},
    links: {},
    events: {},
    deliveries: {},
    agenda: [],
    answers: {},
    ids: idState,
    clockAhead: 0,
    scenarios: {},
    carriers: firstCarriers(ids),
  };
}

function newTemplates(ids: Ids): Templates {
  const template = (name: string, strict: boolean): Template => ({
    id: ids.id('itmpl'),
    versionId: ids.id('itmplv'),
    name,
    phone: strict,
    strict,
  });
  return { plain: template('Government ID and selfie', false), kyc: template('KYC + Mobile 2FA', true) };
}
