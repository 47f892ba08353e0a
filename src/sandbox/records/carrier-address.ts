/** An address that an account has at Twilio. */
export interface CarrierAddress {
  sid: string;
  accountSid: string;
  customerName: string;
  friendlyName: string;
  street: string;
  streetSecondary: string | null;
  city: string;
  region: string;
  postalCode: string;
  isoCountry: string;
  emergencyEnabled: boolean;
  createdAt: number;
}
