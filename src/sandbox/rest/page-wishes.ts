import { type Step, screenOf } from '../records/flow.js';
import type { Template } from '../records/templates.js';
import type { Store } from '../state/store.js';
import { BadRequestError } from './rest-exchange.js';

/** What a request may say about an inquiry's pages. */
interface Wishes {
  'initial-step-name'?: string | null;
  'theme-set-id'?: string | null;
}

const stepNames = {
  phone: 'verification_phone_number',
  id: 'verification_government_id',
  selfie: 'verification_selfie',
} as const;

/**
 * The first screen and the theme that a request asks for; the template's own where it says nothing. Throws a
 * {@link BadRequestError} that lists what there is.
 */
export function pageWishes(
  { themeSets }: Store,
  { steps, intro }: Template,
  { 'initial-step-name': name, 'theme-set-id': themeSetId }: Wishes,
): { themeSetId: string | null; firstStep: Step | undefined } {
  const screens = new Map<string, Step>(steps.map((part) => [stepNames[part], screenOf[part]]));
  if (intro) screens.set('start', 'start');
  if (name && !screens.has(name))
    throw new BadRequestError(`The template has no step "${name}". It has: ${[...screens.keys()].join(', ')}.`);
  if (themeSetId && themeSets.get(themeSetId)?.archivedAt !== null)
    throw new BadRequestError(`There is no active theme set "${themeSetId}".`);
  return { themeSetId: themeSetId ?? null, firstStep: screens.get(name ?? '') };
}
