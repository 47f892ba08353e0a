import type { InquiryDesk } from '../desks/inquiry-desk.js';
import type { VerificationType } from '../records/flow.js';
import { type Inquiry, type InquiryAction, NotFoundError } from '../records/inquiry.js';
import type { Store } from '../state/store.js';
import type { SimulateAction } from './rest-requests.js';

/** Takes an inquiry through statuses and verifications without a person (https://docs.withpersona.com/integration-testing); the real events are sent. */
export function simulate(inquiries: InquiryDesk, store: Store, id: string, actions: SimulateAction[]): Inquiry {
  for (const action of actions) {
    if ('data' in action)
      inquiries.addVerification(
        id,
        verificationType(store, action.data['verification-template-id']),
        action.type === 'create_passed_verification',
      );
    else inquiries.act(id, action.type.replace('_inquiry', '').replaceAll('_', '-') as InquiryAction);
  }
  return inquiries.get(id);
}

function verificationType({ state }: Store, templateId: string): VerificationType {
  const known = Object.entries(state.verificationTemplates) as [VerificationType, string][];
  const type = known.find(([, id]) => id === templateId)?.[0];
  if (!type)
    throw new NotFoundError(
      `There is no verification template "${templateId}". There are: ${known.map(([name, id]) => `${id} (${name})`).join(', ')}.`,
    );
  return type;
}
