import { steps as knownSteps, type Step } from '../core/gate/steps.js';
import type { HostContext } from './host-context.js';
import { sessionPayload, transitionPayload, verificationPayload } from './persona/persona-answers.js';
import type { PersonaSettings } from './persona/persona-settings.js';
import { stepOf } from './persona/steps.js';
import type { Device, InquiryRecord } from './stores/inquiry-record.js';
import type { Move } from './stores/store.js';

/** Where a person is in the account's verification, as status and inquiry answers tell it. */
export interface Whereabouts {
  /** What is asked of the person, in order. */
  steps: Step[];
  /** Which of them they are at, once they have begun and while they can go on. */
  step?: Step;
  /** Whose device they are on, while they are at it. */
  device?: Device;
}

/** What the template asks, by the host's setting. */
const asked = ({ steps = ['id', 'selfie'] }: Pick<PersonaSettings, 'steps'>): readonly Step[] => steps;

/** Where the person is in the inquiry that speaks for the account. */
export function whereabouts(settings: Pick<PersonaSettings, 'steps'>, inquiry: InquiryRecord | undefined): Whereabouts {
  // Until somebody has begun they are at the first, whatever is kept.
  const hasBegun = inquiry && ['pending', 'expired'].includes(inquiry.status);
  const step = hasBegun ? knownSteps.find((known) => known === inquiry.step) : undefined;
  const steps = asked(settings);
  return {
    // Whatever the setting says: what the person has met is asked.
    steps: step && !steps.includes(step) ? [step, ...steps] : [...steps],
    step,
    device: inquiry && ['created', 'pending'].includes(inquiry.status) ? (inquiry.device ?? undefined) : undefined,
  };
}

/** An event of Persona's that says where a person is: its name, its time, and what it is about. */
interface Sign {
  name: string;
  createdAt: Date;
  payload?: unknown;
}

/** Which inquiry somebody has moved in, and how. */
type Moved = { inquiryId: string; move: Move } | undefined;

/**
 * How to read the events that say where a person is. They only move a picture on the screen: nothing is decided by
 * them.
 */
const readers: Record<string, (context: HostContext, sign: Sign) => Moved | Promise<Moved>> = {
  'inquiry.transitioned'(_, { payload, createdAt: at }) {
    const { data } = transitionPayload.safeParse(payload);
    const step = stepOf(data?.data.attributes.nextStepName);
    return data && step && { inquiryId: data.data.id, move: { step, at } };
  },
  // For webhooks without the event before, and for templates whose steps have names of their own.
  'verification.passed'({ settings }, { payload, createdAt: at }) {
    const { data } = verificationPayload.safeParse(payload);
    const steps = asked(settings);
    const passed = stepOf(data?.data.type);
    const step = passed && steps[steps.indexOf(passed) + 1];
    return data && step && { inquiryId: data.data.relationships.inquiry.data.id, move: { step, at } };
  },
  async 'inquiry-session.started'({ store }, { payload, createdAt: at }) {
    const { data } = sessionPayload.safeParse(payload);
    if (!data) return undefined;
    const { id, attributes, relationships } = data.data;
    const inquiryId = relationships.inquiry.data.id;
    const account = (await store.inquiry(inquiryId))?.account;
    const isOther = attributes?.deviceHandoffMethod || (account && (await store.ticket(account))?.linkSession === id);
    return { inquiryId, move: { device: isOther ? 'other' : 'here', at } };
  },
};

/** Takes in an event that says where a person is; false when it is another event. Anything else about it is ignored. */
export async function takeSign(context: HostContext, sign: Sign): Promise<boolean> {
  if (!Object.hasOwn(readers, sign.name)) return false;
  const moved = await readers[sign.name]?.(context, sign);
  if (moved) await context.store.moved(moved.inquiryId, moved.move);
  return true;
}
