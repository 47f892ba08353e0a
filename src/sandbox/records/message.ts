/** A code as it would have reached a phone. */
export interface Message {
  id: string;
  at: number;
  inquiryId: string;
  to: string;
  channel: 'sms' | 'call';
  code: string;
}
