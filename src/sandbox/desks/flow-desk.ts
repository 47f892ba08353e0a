import type { Examiner } from '../examiner/examiner.js';
import { checkUpload } from '../examiner/uploads.js';
import { countingFailures, type Findings } from '../records/checks.js';
import { fieldsOf } from '../records/fields.js';
import {
  advance,
  FlowError,
  type FlowEvent,
  type FlowRules,
  type Progress,
  type Side,
  type Submission,
  sideOf,
  submittedBy,
  type VerificationType,
} from '../records/flow.js';
import { type Inquiry, LifecycleError, NotFoundError } from '../records/inquiry.js';
import { codeLimits, codeRules, phoneChecks } from '../records/phone.js';
import { phoneNumberOf } from '../records/phone-number.js';
import { withPlayed } from '../records/played-failures.js';
import { redactedVerification } from '../records/redaction.js';
import type { Behaviour } from '../records/scenarios.js';
import { idsFrom, type Template, templateOf } from '../records/templates.js';
import { fieldsFilledBy, type Verification, verificationOf } from '../records/verification.js';
import { evidenceResource } from '../resources/evidence-resource.js';
import { nextStepName } from '../resources/inquiry-resource.js';
import { verificationResource } from '../resources/verification-resource.js';
import { endAccess } from './access.js';
import type { DeskParts } from './desk-parts.js';
import type { InquiryDesk } from './inquiry-desk.js';
import type { MessageDesk } from './message-desk.js';
import type { ScenarioDesk } from './scenario-desk.js';
import type { Webhooks } from './webhooks.js';

/** What the desk of the flow works with. */
export interface FlowDeskParts extends DeskParts {
  inquiries: InquiryDesk;
  webhooks: Webhooks;
  scenarios: ScenarioDesk;
  messages: MessageDesk;
  examiner: Examiner;
  /** Address of a kept picture. */
  fileUrl: (fileId: string) => string;
}

const nothingFound: Findings = { checks: [], data: {}, fingerprints: [] };

/**
 * Where a person's steps are taken: pictures are kept and looked at, codes are sent, and what was submitted is told to
 * the host.
 */
export class FlowDesk {
  readonly #parts: FlowDeskParts;

  constructor(parts: FlowDeskParts) {
    this.#parts = parts;
  }

  /**
   * Takes a step of the flow, and looks at the pictures when it submits them. Rejects with a FlowError when it does not
   * fit, a PhoneError for a number that is not accepted, a LifecycleError when the inquiry is over.
   */
  async take(id: string, event: FlowEvent): Promise<Inquiry> {
    const { inquiries, examiner } = this.#parts;
    const inquiry = inquiries.getOpen(id);
    const { progress } = inquiry;
    const hasPicture = progress.files[sideOf(progress.step) ?? 'front'] !== undefined;
    const type = event.type === 'confirm' && hasPicture ? submittedBy(progress) : undefined;
    if (!type) return this.#take(id, event, nothingFound);
    const found = await examiner.examine(inquiry, type, this.#template(inquiry).requiredChecks);
    const { failures = [] } = this.#parts.scenarios.behaviourFor(inquiry);
    const planned = failures.filter((failure) => failure.type === type);
    const findings = withPlayed(found, planned, inquiry);
    // Looking takes a moment, and another tab may have been quicker.
    if (inquiries.getOpen(id).progress !== progress) throw new FlowError('The pictures have changed meanwhile.');
    return this.#take(id, event, findings);
  }

  /**
   * Keeps a picture for the current step, `live` when it came straight from the camera, in place of an earlier one;
   * throws an UploadError for a file that is not accepted.
   */
  addPicture(id: string, side: Side, bytes: Uint8Array, live = false): void {
    const { store, inquiries } = this.#parts;
    const inquiry = inquiries.getOpen(id);
    const { progress } = inquiry;
    if (sideOf(progress.step) !== side)
      throw new FlowError(`The step "${progress.step}" asks for no "${side}" picture.`);
    const fileId = store.addFile(bytes, checkUpload(bytes));
    const files = { ...progress.files, [side]: fileId };
    const taken = live ? [...progress.live, fileId] : progress.live;
    this.#keep({ ...inquiry, progress: { ...progress, files, live: taken } });
    const replaced = progress.files[side];
    if (replaced) store.removeFile(replaced);
  }

  /** Adds a verification nobody made, for simulations; it starts an inquiry that has not begun. */
  addVerification(id: string, type: VerificationType, passed: boolean): Inquiry {
    const inquiry = this.#parts.inquiries.getOpen(id);
    return this.#keep(this.#submit(inquiry, { type, passed, mayRetry: true, files: {} }, nothingFound));
  }

  /** Forgets what is personal in one verification, and its pictures; throws a NotFoundError, a LifecycleError. */
  redactVerification(id: string): void {
    const { store } = this.#parts;
    const [inquiry] = store.inquiries.by('evidence', id);
    const before = inquiry?.verifications.find((one) => one.id === id);
    if (!inquiry || !before) throw new NotFoundError(`There is no verification "${id}".`);
    if (before.redactedAt !== undefined) throw new LifecycleError('Verification already redacted');
    const after = redactedVerification(before, this.#now);
    this.#keep({ ...inquiry, verifications: inquiry.verifications.map((one) => (one === before ? after : one)) });
    for (const fileId of Object.values(before.files)) store.removeFile(fileId);
  }

  #take(id: string, event: FlowEvent, findings: Findings): Inquiry {
    const { inquiries, messages, scenarios } = this.#parts;
    const before = inquiries.getOpen(id);
    const behaviour = scenarios.behaviourFor(before);
    const judged = judgedBy(event, findings, behaviour);
    const { progress, verification, send } = advance(before.progress, judged, this.#rulesFor(before, event, behaviour));
    if (send?.arrives) messages.send(id, send);
    let inquiry: Inquiry = { ...before, progress, updatedAt: this.#now };
    if (event.type === 'country')
      inquiry.fields = { ...inquiry.fields, ...fieldsOf({ 'selected-country-code': event.country }) };
    if (verification)
      inquiry = this.#submit(inquiry, verification, foundBy(verification, progress, findings, behaviour));
    if (verification?.type === 'government-id' && verification.passed) inquiry = this.#interrupt(inquiry, behaviour);
    inquiry = this.#transition(before, inquiry);
    if (progress.step === 'success') inquiry = inquiries.change(inquiry, 'complete');
    if (progress.step === 'failed') inquiry = inquiries.change(inquiry, 'fail');
    return this.#keep(inquiry);
  }

  /** Tells the host of a new step, before what may come of it. */
  #transition(before: Inquiry, after: Inquiry): Inquiry {
    if (nextStepName(before) === nextStepName(after)) return after;
    const { inquiries, webhooks, scenarios } = this.#parts;
    const inquiry = { ...after, previousStep: before.progress.step };
    webhooks.send('inquiry.transitioned', inquiries.resource(inquiry), scenarios.behaviourFor(inquiry));
    return inquiry;
  }

  #rulesFor(inquiry: Inquiry, event: FlowEvent, { fails, codes }: Behaviour): FlowRules {
    const { ids } = this.#parts.store;
    const template = this.#template(inquiry);
    return {
      attempts: fails && event.type === 'confirm' ? 1 : template.attempts,
      steps: template.steps,
      idsFrom: (country) => idsFrom(template, country),
      numberOf: (text, country) => phoneNumberOf(text, country, template.phoneCountries),
      now: this.#now,
      newCode: () => ids.digits(codeLimits.digits),
      codes: { ...codeRules, ...codes },
    };
  }

  /** Writes a verification down, with what the ID says when the template's checks count, and tells of it. */
  #submit(before: Inquiry, submission: Submission, findings: Findings): Inquiry {
    const { store, inquiries } = this.#parts;
    const verification = verificationOf(submission, before.progress, {
      ...findings,
      id: store.ids.id('ver'),
      templateId: store.state.verificationTemplates[submission.type],
      evidenceId: this.#evidenceId(submission.type),
      submittedAt: this.#now,
    });
    this.#tell(verification, before);
    const inquiry: Inquiry = {
      ...before,
      verifications: [...before.verifications, verification],
      fields: { ...before.fields, ...fieldsFilledBy(verification, this.#template(before)) },
    };
    return inquiry.status === 'created' ? inquiries.change(inquiry, 'start') : inquiry;
  }

  #evidenceId(type: VerificationType): string | undefined {
    if (type === 'phone-number') return undefined;
    return this.#parts.store.ids.id(type === 'government-id' ? 'doc' : 'self');
  }

  #tell(verification: Verification, inquiry: Inquiry): void {
    const { webhooks, scenarios, fileUrl, log } = this.#parts;
    const { type, status, submittedAt: at, checks } = verification;
    const behaviour = scenarios.behaviourFor(inquiry);
    const evidence = evidenceResource(verification, inquiry, fileUrl);
    if (evidence)
      for (const what of ['created', 'submitted', 'processed'])
        webhooks.send(`${evidence.type.split('/')[0]}.${what}`, evidence, behaviour);
    const resource = verificationResource(verification, inquiry, fileUrl);
    for (const what of ['created', 'submitted', status])
      webhooks.send(`verification.${what.replace('_', '-')}`, resource, behaviour);
    const reasons = countingFailures(checks).flatMap((check) => check.reasons);
    log({ kind: 'check', at, about: inquiry.id, type, passed: status === 'passed', reasons });
  }

  /** Ends the session or the inquiry, once, when its scenario asks for it. */
  #interrupt(inquiry: Inquiry, { interruption }: Behaviour): Inquiry {
    if (!interruption || inquiry.interrupted) return inquiry;
    const interrupted: Inquiry = { ...inquiry, interrupted: true };
    if (interruption === 'expired') return this.#parts.inquiries.change(interrupted, 'expire');
    endAccess(this.#parts, inquiry.id, this.#now);
    return interrupted;
  }

  get #now(): number {
    return this.#parts.clock.now();
  }

  #template({ templateId }: Inquiry): Template {
    return templateOf(this.#parts.store.state.templates, templateId);
  }

  #keep(inquiry: Inquiry): Inquiry {
    const { store } = this.#parts;
    store.inquiries.put(inquiry.id, inquiry);
    store.save();
    return inquiry;
  }
}

/** The event as it goes on: a picture passes when the person, the scenario and the checks that count let it. */
function judgedBy(event: FlowEvent, { checks }: Findings, { fails }: Behaviour): FlowEvent {
  if (event.type !== 'confirm') return event;
  return { ...event, pass: event.pass && !fails && countingFailures(checks).length === 0 };
}

/** What was found out about a submission: in its pictures, or in the code for a number. */
function foundBy(
  { type, passed }: Submission,
  { phone }: Progress,
  findings: Findings,
  { codes = {} }: Behaviour,
): Findings {
  if (type !== 'phone-number') return findings;
  const problem = passed ? null : (phone?.problem ?? null);
  const simulated = problem === 'wrong' ? codes.refused !== undefined : codes.late !== undefined;
  return { ...nothingFound, checks: phoneChecks(problem, { simulated }) };
}
