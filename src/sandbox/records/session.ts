/** One opening of an inquiry in one tab, or the chance of one that a token or a link holds. */
export interface Session {
  id: string;
  inquiryId: string;
  status: 'new' | 'active' | 'expired';
  createdAt: number;
  startedAt: number | null;
  expiresAt: number;
  /** When it was ended before its time. */
  endedAt?: number;
  /** Whether it ended because the inquiry was finished in it or beside it: its page may still read how. */
  finished?: true;
  /** The session whose page handed the inquiry over to this one's device. */
  handedOverBy?: string;
  /** Whether that page has taken the inquiry back. */
  takenBack?: true;
}

/** A link that opens an inquiry without a token; it works once. */
export interface OneTimeLink {
  /** What its address ends in. */
  code: string;
  inquiryId: string;
  expiresAt: number;
  usedAt: number | null;
  /** The session it leads into; without one it begins a session when it is opened. */
  sessionId?: string;
  /** The session whose page asked for it, to go on on another device. */
  handedOverBy?: string;
}

/** A page that has handed its inquiry over, the device that has taken it, or one that had to give it back. */
export type HandOff = 'handed-over' | 'second-device' | 'taken-back';
