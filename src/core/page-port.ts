/** The page as what runs a machine sees it: who looks, whether there is a network, time and chance. */
export interface PagePort {
  readonly isOnline: boolean;
  /** Nobody looks at the page: another tab is in front of it, for example. */
  readonly isHidden: boolean;
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 to just below 1. */
  random(): number;
  /** Calls back whenever the network is back, until the signal aborts. */
  onOnline(signal: AbortSignal, back: () => void): void;
  /** Calls back whenever someone comes back to the page, or the network does, until the signal aborts. */
  onReturn(signal: AbortSignal, returned: () => void): void;
}
