/** One thing that was looked at, as Persona reports it (https://docs.withpersona.com/verification-checks). */
export interface Check {
  name: string;
  status: 'passed' | 'failed' | 'not_applicable';
  /** Why it failed or does not apply, in Persona's words where it has one. */
  reasons: string[];
  /** What a failure does: it fails the verification, asks for another try, or is only reported. */
  requirement: 'required' | 'requires_retry' | 'not_required';
  metadata: Record<string, unknown>;
}

/** What a picture or a code on it says about its holder; dates as YYYY-MM-DD. */
export interface IdData {
  firstName?: string;
  middleName?: string;
  lastName?: string;
  birthdate?: string;
  expirationDate?: string;
  idNumber?: string;
  street?: string;
  city?: string;
  subdivision?: string;
  postalCode?: string;
  countryCode?: string;
}

/** What was found out about the pictures of a verification. */
export interface Findings {
  checks: Check[];
  data: IdData;
  /** SHA-256 of every chosen file, by which one that comes again is recognised. */
  fingerprints: string[];
}

/** A check that went well. */
export const passed = (name: string, metadata: Record<string, unknown> = {}): Check => ({
  name,
  status: 'passed',
  reasons: [],
  requirement: 'not_required',
  metadata,
});

/** A check that went wrong, and why. */
export const failed = (name: string, reason: string, metadata: Record<string, unknown> = {}): Check => ({
  name,
  status: 'failed',
  reasons: [reason],
  requirement: 'not_required',
  metadata,
});

/** A check there was nothing to do for, and why. */
export const notApplicable = (name: string, reason: string): Check => ({
  name,
  status: 'not_applicable',
  reasons: [reason],
  requirement: 'not_required',
  metadata: {},
});

/** The failures that keep a verification from passing. */
export const countingFailures = (checks: Check[]): Check[] =>
  checks.filter(({ status, requirement }) => status === 'failed' && requirement !== 'not_required');
