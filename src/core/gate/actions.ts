/** The regulated actions one verification serves; the host's server sees the name as `action`. */
export const actions = [
  'number-purchase',
  'number-pool-purchase',
  'a2p-brand-registration',
  'toll-free-verification',
  'cnam',
  'shaken-stir',
] as const;

export type Action = (typeof actions)[number];

/** The action of that name, or `number-purchase` for a name that is not known. */
export const toAction = (name: string | null | undefined): Action =>
  actions.find((action) => action === name) ?? 'number-purchase';
