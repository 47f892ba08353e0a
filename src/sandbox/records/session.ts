/** One opening of an inquiry in one tab. */
export interface Session {
  id: string;
  inquiryId: string;
  status: 'new' | 'active' | 'expired';
  createdAt: number;
  startedAt: number | null;
  expiresAt: number;
  /** When it was ended before its time. */
  endedAt?: number;
  /** The session whose page handed the inquiry over to this one's device. */
  handedOverBy?: string;
  /** Whether that page has taken the inquiry back. */
  takenBack?: true;
}

/** A link that opens an inquiry without a token; it works once. */
export interface OneTimeLink {
  inquiryId: string;
  expiresAt: number;
  usedAt: number | null;
  /** The session whose page asked for it, to go on on another device. */
  handedOverBy?: string;
}

/** A page that has handed its inquiry over, the device that has taken it, or one that had to give it back. */
export type HandOff = 'handed-over' | 'second-device' | 'taken-back';
