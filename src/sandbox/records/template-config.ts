import { z } from 'zod';
import { checkNames } from './check-names.js';
import { isHex } from './colors.js';
import { fieldTypeNames } from './fields.js';
import { countries, idClasses, idTypesOf } from './id-types.js';
import { phoneCountries } from './phone-number.js';
import { contrastFaults } from './theme.js';

/** Templates that cannot be meant; the message has a line for each mistake, with its place. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}

const listed = (names: readonly string[], what: string) =>
  z.enum(names as [string, ...string[]], {
    error: ({ input }) => `${JSON.stringify(input)} is not ${what}${names.length < 50 ? `: ${names.join(', ')}` : ''}.`,
  });

const country = listed(countries, 'the ISO 3166-1 code of a country, such as "US"');
const phoneCountry = listed(
  phoneCountries.map((one) => one.country),
  'the ISO 3166-1 code of a country with phone numbers, such as "US"',
);
const once = (list: string[]) => new Set(list).size === list.length;
const listOf = <Item extends z.ZodType<string>>(item: Item) =>
  z.array(item).nonempty('needs at least one.').refine(once, 'has one twice.');

const color = z
  .string()
  .refine(isHex, { error: ({ input }) => `${JSON.stringify(input)} is not a colour as "#rrggbb".` });
const colors = z
  .strictObject({
    primary: color,
    onPrimary: color,
    background: color,
    text: color,
    quietText: color,
    border: color,
    error: color,
  })
  .partial();

const logoForm = /^(data:image\/|https:\/\/|http:\/\/localhost[:/])/;

/** How a theme may be written. */
export const themeConfig = z
  .strictObject({
    light: colors,
    dark: colors,
    radius: z.number('is a number of px.').min(0).max(32),
    font: z.string().regex(/^[\w\s,"'-]+$/, 'is a list of fonts as in CSS, without an address.'),
    logo: z.string().regex(logoForm, 'is an address that begins with data:image/, https: or http://localhost.'),
    followsDevice: z.boolean(),
  })
  .partial()
  .superRefine((theme, context) => {
    for (const message of contrastFaults(theme)) context.addIssue({ code: 'custom', message });
  });

const config = z.strictObject({
  /** The id pages and API know it by; made up when left out. */
  id: z.string().min(1).optional(),
  name: z.string().min(1).optional(),
  steps: listOf(z.enum(['phone', 'id', 'selfie'], { error: 'takes "phone", "id" and "selfie".' })).default([
    'id',
    'selfie',
  ]),
  intro: z.boolean().default(false),
  countries: listOf(country).optional(),
  idTypes: z.record(z.string(), listOf(z.enum(idClasses, { error: `takes ${idClasses.join(', ')}.` }))).default({}),
  requiredChecks: z.array(listed(checkNames, 'a check that the stand-in makes')).default([]),
  attempts: z.int('is a whole number.').min(1).max(20).default(5),
  phoneCountries: listOf(phoneCountry).optional(),
  fields: z
    .record(
      z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is written like "company-name".'),
      z.enum(fieldTypeNames, { error: `takes ${fieldTypeNames.join(', ')}.` }),
    )
    .default({}),
  workflow: z.enum(['plain', 'kyc'], { error: 'takes "plain" or "kyc".' }).default('plain'),
  theme: themeConfig.optional(),
});

/** What goes together in a template, and what does not. */
const templateConfig = config.superRefine((template, context) => {
  const say = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const { steps, idTypes } = template;
  if (template.phoneCountries && !steps.includes('phone')) say(['phoneCountries'], 'needs the step "phone".');
  if (template.countries && !steps.includes('id')) say(['countries'], 'needs the step "id".');
  for (const [code, accepted] of Object.entries(idTypes)) {
    if (!steps.includes('id')) say(['idTypes'], 'needs the step "id".');
    else if (!(template.countries ?? countries).includes(code))
      say(['idTypes', code], template.countries ? 'is not among "countries".' : 'is not the code of a country.');
    const known = idTypesOf(code).map(({ idClass }) => idClass);
    const strange = accepted.filter((idClass) => !known.includes(idClass));
    if (strange.length)
      say(['idTypes', code], `${strange.join(', ')} is not known there, which has ${known.join(', ')}.`);
  }
});

/** A template as a program or a file gives it; what is left out is as said beside each. */
export type TemplateConfig = z.input<typeof config>;

/** The same with everything in its place. */
export type CompleteConfig = z.output<typeof config>;

/** The two templates that come with the stand-in. */
const shipped: Record<string, TemplateConfig> = {
  plain: { name: 'Government ID and selfie' },
  kyc: {
    name: 'KYC + Mobile 2FA',
    steps: ['phone', 'id', 'selfie'],
    // Persona's defaults, and the barcode that this solution is known for.
    requiredChecks: [
      'id_age_comparison',
      'id_barcode_detection',
      'id_blur_detection',
      'id_double_side_detection',
      'id_mrz_inconsistency_detection',
      'id_repeat_detection',
      'id_unprocessable_submission_detection',
      'selfie_image_quality_detection',
      'selfie_pose_repeat_detection',
      'selfie_suspicious_entity_detection',
    ],
    workflow: 'kyc',
  },
};

/**
 * The templates by name, those that come along first; what is given for `plain` and `kyc` goes over what they have.
 * Throws a {@link TemplateError}.
 */
export function templatesFrom(given: unknown = {}): Record<string, CompleteConfig> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new TemplateError('Templates are an object with a template under each name.');
  const named: Record<string, unknown> = { ...shipped };
  for (const [name, one] of Object.entries(given)) {
    const isObject = typeof one === 'object' && one !== null && !Array.isArray(one);
    named[name] = isObject ? { ...shipped[name], ...one } : one;
  }
  const read = z.record(z.string(), templateConfig).safeParse(named);
  if (read.success) return read.data;
  throw new TemplateError(
    read.error.issues.map(({ path, message }) => `templates.${path.join('.')}: ${message}`).join('\n'),
  );
}
