/** What is wrong with a host, or merely odd: the elements live with what is odd, other programs may not. */
export interface Verdict {
  kind: 'wrong' | 'odd';
  /** What it breaks, and what to do. */
  message: string;
}

/** Why a rule could not be asked. */
export class NotAsked extends Error {
  override readonly name: string = 'NotAsked';
}

/** Something that whoever runs the check has to set right before the rest can be asked. */
export class Mistake extends NotAsked {
  override readonly name = 'Mistake';
}

export const wrong = (message: string): Verdict => ({ kind: 'wrong', message });
export const odd = (message: string): Verdict => ({ kind: 'odd', message });
