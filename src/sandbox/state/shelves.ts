import type { Account } from '../records/account.js';
import type { CarrierAddress } from '../records/carrier-address.js';
import type { ChosenScenario } from '../records/chosen-scenario.js';
import type { Delivery, SandboxEvent } from '../records/event.js';
import type { Inquiry } from '../records/inquiry.js';
import type { Message } from '../records/message.js';
import type { ReviewCase } from '../records/review-case.js';
import type { FirstAnswer, NumberPool, Sale } from '../records/sale.js';
import type { SavedAnswer } from '../records/saved-answer.js';
import type { OneTimeLink, Session } from '../records/session.js';
import type { Due } from '../records/task.js';
import type { ThemeSet } from '../records/theme.js';
import type { Webhook } from '../records/webhook.js';
import type { WorkflowRun } from '../records/workflow-run.js';
import { Shelf } from './shelf.js';

/** All that a stand-in keeps many of, found by what it is asked for. */
export class Shelves {
  readonly inquiries = new Shelf<Inquiry, 'account' | 'reference' | 'evidence' | 'fingerprint'>({
    account: ({ accountId }) => [accountId],
    reference: ({ referenceId }) => [referenceId],
    /** The ids of its verifications, documents and selfies. */
    evidence: ({ verifications }) => verifications.flatMap(({ id, evidenceId }) => [id, evidenceId]),
    /** The files that have passed. */
    fingerprint: ({ verifications }) =>
      verifications.flatMap(({ status, fingerprints }) => (status === 'passed' ? fingerprints : [])),
  });
  readonly themeSets = new Shelf<ThemeSet>();
  readonly accounts = new Shelf<Account, 'reference'>({ reference: ({ referenceId }) => [referenceId] });
  readonly cases = new Shelf<ReviewCase, 'inquiry' | 'comment'>({
    inquiry: ({ objects }) => objects.inquiries,
    comment: ({ comments }) => comments.map(({ id }) => id),
  });
  readonly workflowRuns = new Shelf<WorkflowRun, 'inquiry'>({ inquiry: ({ inquiryId }) => [inquiryId] });
  /** Codes that were sent to phones. */
  readonly messages = new Shelf<Message, 'inquiry'>({ inquiry: ({ inquiryId }) => [inquiryId] });
  readonly sessions = new Shelf<Session, 'inquiry' | 'handedOverBy'>({
    inquiry: ({ inquiryId }) => [inquiryId],
    handedOverBy: ({ handedOverBy }) => [handedOverBy],
  });
  /** By their codes. */
  readonly links = new Shelf<OneTimeLink, 'inquiry' | 'handedOverBy'>({
    inquiry: ({ inquiryId }) => [inquiryId],
    handedOverBy: ({ handedOverBy }) => [handedOverBy],
  });
  readonly webhooks = new Shelf<Webhook>();
  readonly events = new Shelf<SandboxEvent, 'about'>({ about: ({ about }) => [about] });
  readonly deliveries = new Shelf<Delivery, 'event'>({ event: ({ eventId }) => [eventId] });
  readonly tasks = new Shelf<Due>();
  /** By the Idempotency-Keys of their requests. */
  readonly answers = new Shelf<SavedAnswer>();
  /** By inquiry id, by `for` and a reference id, or for all under the empty text. */
  readonly scenarios = new Shelf<ChosenScenario>();

  /** Every sale of the local carriers, of numbers that were released too. */
  readonly sales = new Shelf<Sale, 'owner' | 'number'>({
    owner: ({ owner, releasedAt }) => [releasedAt === null ? owner : null],
    number: ({ phoneNumber, releasedAt }) => [releasedAt === null ? phoneNumber : null],
  });
  /** The answers to purchases of the LC Phone API, by location and `fingerprintId`. */
  readonly firstAnswers = new Shelf<FirstAnswer>();
  readonly pools = new Shelf<NumberPool>();
  readonly addresses = new Shelf<CarrierAddress>();
  /** By phone number, by `for` and an account, or for all under the empty text. */
  readonly carrierScenarios = new Shelf<ChosenScenario>();
}
