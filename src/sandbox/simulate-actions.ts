import type { Inquiry, InquiryAction } from './inquiries.js';
import type { InquiryDesk } from './inquiry-desk.js';

/** Takes an inquiry through statuses without a person (https://docs.withpersona.com/integration-testing); the real events are sent. */
export function simulate(inquiries: InquiryDesk, id: string, actions: { type: string }[]): Inquiry {
  for (const { type } of actions) inquiries.act(id, type.replace('_inquiry', '').replaceAll('_', '-') as InquiryAction);
  return inquiries.get(id);
}
