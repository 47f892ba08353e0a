import type { Desks } from '../desks/desks.js';
import type { VerificationType } from '../records/flow.js';
import { type Inquiry, type InquiryAction, NotFoundError } from '../records/inquiry.js';
import type { Store } from '../state/store.js';
import type { SimulateAction } from './rest-requests.js';

/**
 * Takes an inquiry through statuses and verifications without a person; the real events are sent
 * (https://docs.withpersona.com/integration-testing).
 */
export function simulate({ inquiries, flow, store }: Desks, id: string, actions: SimulateAction[]): Inquiry {
  for (const action of actions) {
    if ('data' in action) {
      const type = verificationType(store, action.data['verification-template-id']);
      flow.addVerification(id, type, action.type === 'create_passed_verification');
    } else inquiries.act(id, action.type.replace('_inquiry', '').replaceAll('_', '-') as InquiryAction);
  }
  return inquiries.get(id);
}

function verificationType({ state }: Store, templateId: string): VerificationType {
  const known = Object.entries(state.verificationTemplates) as [VerificationType, string][];
  const type = known.find(([, id]) => id === templateId)?.[0];
  if (type) return type;
  const list = known.map(([name, id]) => `${id} (${name})`).join(', ');
  throw new NotFoundError(`There is no verification template "${templateId}". There are: ${list}.`);
}
