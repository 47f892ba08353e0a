/** A phone number being proved, and the code sent to it. */
export interface PhoneProof {
  /** E.164, such as `+12125550123`. */
  number: string;
  channel: 'sms' | 'call';
  code: string;
  /** When the last code went out, in ms since 1970. */
  sentAt: number;
  /** How many codes have gone out for this inquiry. */
  sent: number;
  /** Wrong codes since the last one went out. */
  wrong: number;
}

/**
 * Codes an inquiry may ask for, and the wait between two, in ms: both keep somebody else's phone from being flooded.
 */
export const codeLimits = { most: 5, wait: 30_000, digits: 6 };

// The first digit of area code and exchange is never 0 or 1 (https://www.nanpa.com/numbering).
const northAmerican = /^\+1[2-9]\d{2}[2-9]\d{6}$/;

/**
 * A +1 number as people write it, in E.164; undefined for anything else. Other country codes are locked out, as Persona
 * advises.
 */
export function phoneNumberOf(text: string): string | undefined {
  const digits = text.replace(/[\s().-]/g, '');
  const number = digits.startsWith('+') ? digits : `+${digits.length === 10 ? '1' : ''}${digits}`;
  return northAmerican.test(number) ? number : undefined;
}
