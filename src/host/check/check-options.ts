/** What to check, as whom, and how far to go. */
export interface CheckOptions {
  /** The address that stands in the element's `api`, such as `https://your.site/api/identity`. */
  url: string;
  /** An account that is not verified yet; its inquiry is opened. */
  account: string;
  /** What signs in somebody who may act for the account, a cookie above all. Names in lower case. */
  headers?: Record<string, string>;
  /** An account of somebody else, for which these headers may not act. */
  other?: { account: string; headers?: Record<string, string> };
  /** The secret of Persona's webhook: signs events as Persona does. */
  webhookSecret?: string;
  /** The origin of a page elsewhere that may call this host, such as `https://shop.example`. */
  origin?: string;
  /** With a key of Persona's sandbox the account is approved there. */
  approve?: Approval;
  /** Buys numbers for the approved account. */
  buy?: boolean;
  /** Fresh accounts that the headers may act for, one for each scenario of the local Persona. */
  scenarios?: () => string;
  /** Ask these rules alone. */
  only?: readonly string[];
  /** Milliseconds within which every answer has to come, default 5000. */
  slow?: number;
  /** Milliseconds for which an effect that must not come is waited for, default 1000. */
  patience?: number;
  /** Default the global `fetch`. */
  fetch?: typeof fetch;
}

/** Persona, where the account's inquiry is moved, and how soon the host has to know. */
export interface Approval {
  /** A key of Persona's sandbox, or of the local Persona. */
  apiKey: string;
  /** Default `https://api.withpersona.com/api/v1`. */
  apiUrl?: string;
  /** Seconds within which the host has to know, default 30. */
  within?: number;
}

/** What the elements send as the action. */
export const action = 'number-purchase';

/** How often something is looked at that is waited for, in milliseconds. */
export const lookAgainMs = 100;

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
