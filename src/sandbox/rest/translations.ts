import { en } from '../app/words/en.js';
import { es } from '../app/words/es.js';
import { fr } from '../app/words/fr.js';
import type { TemplateStep } from '../records/flow.js';
import type { Template } from '../records/templates.js';

type Text = keyof typeof en;

/** The texts of each step's first screen, by Persona's name of the step. */
const texts: Record<'start' | TemplateStep, { step: string; title: Text; text: Text }> = {
  start: { step: 'start', title: 'startHeading', text: 'startText' },
  phone: { step: 'verification_phone_number', title: 'phoneHeading', text: 'phoneText' },
  id: { step: 'verification_government_id', title: 'idTypeHeading', text: 'idTypeText' },
  selfie: { step: 'verification_selfie', title: 'selfieHeading', text: 'selfieText' },
};

const languages = { 'en-US': en, 'es-MX': es, fr };

/** What a template's screens say, in the languages they have. */
export function translationsOf({ intro, steps }: Pick<Template, 'intro' | 'steps'>) {
  const shown: (keyof typeof texts)[] = intro ? ['start', ...steps] : steps;
  return shown.flatMap((part) => {
    const { step, ...components } = texts[part];
    return Object.entries(components).map(([component, name]) => ({
      step,
      'step-display-name': String(en[texts[part].title]),
      component,
      'attribute-name': 'text',
      'locale-values': Object.entries(languages).map(([locale, words]) => ({ locale, value: String(words[name]) })),
    }));
  });
}
