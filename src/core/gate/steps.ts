/** What a verification may ask of a person, in the order it usually does. */
export const steps = ['phone', 'id', 'selfie'] as const;

/** A step of a verification: the phone and its code, the ID, the selfie. */
export type Step = (typeof steps)[number];
