import type { LocalCarriers } from './carriers/local-carriers.js';
import type { ScenarioTarget } from './desks/scenario-desk.js';
import type { CaseTemplate } from './records/case-template.js';
import type { DecisionWorkflow } from './records/decision-workflow.js';
import type { VerificationType } from './records/flow.js';
import type { LogLine } from './records/log-line.js';
import type { TemplateConfig } from './records/template-config.js';
import type { ClientSideBlock } from './records/templates.js';
import type { Workflow } from './records/workflow.js';
import type { Clock } from './state/clock.js';

/** How to start the stand-in; every option may be left out. */
export interface SandboxOptions {
  /** Port on this computer; 0, the default, takes a free one. */
  port?: number;
  /**
   * Lets phones of the same network open links; a text names this computer's address in it, such as `192.168.1.20`. No
   * by default.
   */
  lan?: boolean | string;
  /** Where events are posted; none are sent without it. */
  webhookUrl?: string;
  /** Where state and pictures are kept; without it they are in memory and gone at the end. */
  dataDir?: string;
  /** Key of the REST API; made up at the first start and then kept in `dataDir`. */
  apiKey?: string;
  /** Key that signs events; made up and kept like `apiKey`. */
  webhookSecret?: string;
  /** Id of the template with ID and selfie; made up and kept like `apiKey`. */
  templateId?: string;
  /** Id of the template "KYC + Mobile 2FA", whose checks are real; made up and kept like `apiKey`. */
  kycTemplateId?: string;
  /**
   * Templates by a name of yours: what each asks for and how it looks. Under `plain` and `kyc` what is given goes over
   * the two that come along. A template that cannot be meant makes the start fail with a line for each mistake.
   */
  templates?: Record<string, TemplateConfig>;
  /**
   * Persona's switch "Block client-side Inquiry creation" (Template > Configure > Security): for all templates, or for
   * one by its name, such as `kyc`. Pages then open only inquiries that the API has made. Off by default, as at
   * Persona.
   */
  blockClientSideInquiryCreation?: ClientSideBlock;
  /** Milliseconds from an event to what workflows do about it, 3000 by default. */
  decisionDelay?: number;
  /**
   * What happens by itself after an event, in place of the `standardWorkflows`; `[mine, ...standardWorkflows]` is both.
   * Of several that decide about one event, the first one does.
   */
  workflows?: Workflow[];
  /**
   * The workflows of the first template in short, such as `{ completed: 'mark-for-review' }`; not beside `workflows`.
   */
  workflow?: DecisionWorkflow;
  /** The same for "KYC + Mobile 2FA". */
  kycWorkflow?: DecisionWorkflow;
  /** Name, statuses, resolutions and fields of cases; Open, Pending, Approved and Declined by default. */
  caseTemplate?: CaseTemplate;
  /** Names of the events that are posted, `*` for any ending; `inquiry.*` by default. */
  webhookEvents?: string[];
  /** Factor on Persona's waits between webhook tries (3 s to 33 h); 1/50 by default. */
  webhookRetryScale?: number;
  /** Requests a minute the REST API takes; 3000 by default, a tenfold of Persona's. */
  rateLimit?: number;
  /** Exact origins that may frame the pages and be returned to; by default every page served from this computer. */
  allowedOrigins?: string[];
  /** Directory of the built inquiry pages; found by itself. */
  appDir?: string;
  /** Time, for tests; the computer's own by default. It can be put forward while it runs. */
  clock?: Clock;
  /** Makes all ids and keys the same in every run; random without it. */
  seed?: string;
  /** The scenario for everybody, such as `decline` or `review-then-approve:30`; none by default. */
  scenario?: string;
  /** Token of the local LC Phone API; made up and kept like `apiKey`. */
  lcToken?: string;
  /** Main account of the local Twilio, `AC` and 32 hexadecimal digits; made up and kept like `apiKey`. */
  twilioAccountSid?: string;
  /** Its key; made up and kept like `apiKey`. */
  twilioAuthToken?: string;
  /** What the local carriers play for everybody, such as `taken` or `slow:5,5xx*2`; nothing by default. */
  carrierScenario?: string;
  /** Is told everything that happens, for a log. */
  log?: (line: LogLine) => void;
}

/** A running stand-in. */
export interface Sandbox {
  /** Address of pages and API, such as `http://localhost:4100`. */
  origin: string;
  /** The same as the `persona` SDK wants it in its `host` option, such as `localhost:4100`. */
  host: string;
  /** Address of the links a phone opens, such as `http://192.168.1.20:4100`; null without `lan`. */
  lanOrigin: string | null;
  apiKey: string;
  webhookSecret: string;
  templateId: string;
  /** The template "KYC + Mobile 2FA". */
  kycTemplateId: string;
  /** Ids of all templates by their names: `plain`, `kyc`, and those of `templates`. */
  templateIds: Record<string, string>;
  /** The verification templates, for simulated verifications. */
  verificationTemplates: { id: string; type: VerificationType }[];
  /** The local carriers, at the same address: where numbers are searched and bought. */
  carriers: LocalCarriers;
  /**
   * Plays a scenario for one inquiry, one reference id or everybody; empty text ends it. Throws an Error that lists the
   * scenarios there are.
   */
  play(scenario: string, target?: ScenarioTarget): void;
  /** Puts the clock forward by so many milliseconds; what falls due by that happens at once. */
  moveClock(ms: number): void;
  /**
   * Ends it, with open connections; the port is free afterwards. What was to come goes on at the next start with the
   * same `dataDir`.
   */
  close(): Promise<void>;
}
