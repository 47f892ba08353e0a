const restored = 'An account that was consolidated is not taken out again.';
const noWait = 'A verification is decided when it is submitted.';
const noErrors = 'Nothing goes wrong in reading a file; one that cannot be read fails its check.';
const noReuse = 'The stand-in has no reusable Personas.';

/** Persona's events that the stand-in never sends, and why. */
export const neverSent: Record<string, string> = {
  'account.restored': restored,
  'case.exported': 'Nothing is exported here.',
  'case.queue-updated': 'There are no case queues here.',
  'document.errored': noErrors,
  'document.extracted': noErrors,
  'document.pending': noWait,
  'inquiry.reusable-persona-created': noReuse,
  'inquiry.reusable-persona-used': noReuse,
  'inquiry-session.canceled': 'Nobody but a reviewer at Persona cancels a session.',
  'selfie.errored': noErrors,
  'verification.canceled': noWait,
  'verification.escalated': noWait,
  'verification.skipped': noWait,
  'verification.tentatively-failed': noWait,
  'verification.tentatively-passed': noWait,
  'verification.updated-tags': 'Verifications have no tags here.',
};
