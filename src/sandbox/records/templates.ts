import type { FieldType } from './fields.js';
import { type Step, screenOf, type TemplateStep, type VerificationType } from './flow.js';
import { countries, type IdClass, idTypesOf } from './id-types.js';

/** What an inquiry made from a template asks for, and how. */
export interface Template {
  id: string;
  versionId: string;
  /** When this stand-in first had it, in ms since 1970. */
  createdAt: number;
  name: string;
  /** What is proved, in order. */
  steps: TemplateStep[];
  /** Whether it begins with Persona's own start screen. */
  intro: boolean;
  /** ISO 3166-1 codes of the countries an ID may come from; null for all. */
  countries: string[] | null;
  /** The kinds of ID that are accepted from a country; from one that is not named, all it is known for. */
  idTypes: Partial<Record<string, IdClass[]>>;
  /**
   * Names of the checks that fail a verification. Without any, all are made and only reported, as in Persona's Sandbox.
   */
  requiredChecks: string[];
  /** Tries per verification before the inquiry fails. */
  attempts: number;
  /** The countries whose phone numbers are accepted; null for all. */
  phoneCountries: string[] | null;
  /** Which fields it has besides Persona's own. */
  fields: Record<string, FieldType>;
  /** Which rules decide about its inquiries. */
  workflow: 'plain' | 'kyc';
  themeSetId: string | null;
}

/** The templates by their names here: ID and selfie, "KYC + Mobile 2FA", and what else a program has brought. */
export interface Templates {
  plain: Template;
  kyc: Template;
  [name: string]: Template;
}

/** Which templates have the switch "Block client-side Inquiry creation" on: all, one by its name, or none. */
export type ClientSideBlock = boolean | string;

/** Whether a page may not make inquiries of the template, so that only the API does. */
export function isBlocked(block: ClientSideBlock, templates: Templates, { id }: Template): boolean {
  return typeof block === 'boolean' ? block : templates[block]?.id === id;
}

/** The template an inquiry was made from. */
export function templateOf(templates: Templates, templateId: string): Template {
  return findTemplate(templates, templateId) ?? templates.plain;
}

/** The template of that id or version, or undefined when there is none. */
export function findTemplate(templates: Templates, id: string | null | undefined): Template | undefined {
  return Object.values(templates).find((template) => id && (template.id === id || template.versionId === id));
}

/** The templates as an error names them. */
export const templateList = (templates: Templates): string =>
  Object.values(templates)
    .map(({ id, name }) => `${id} (${name})`)
    .join(', ');

/** Where its inquiries begin. */
export function firstStepOf({ intro, steps }: Template): Step {
  const [first] = steps;
  return intro || !first ? 'start' : screenOf[first];
}

/** The countries an ID may come from. */
export const countriesOf = (template: Template): string[] => template.countries ?? countries;

/** The kinds of ID accepted from a country, most used first; none from a country that is not accepted. */
export function idsFrom(template: Template, country: string): IdClass[] {
  if (!countriesOf(template).includes(country)) return [];
  const known = idTypesOf(country).map(({ idClass }) => idClass);
  const accepted = template.idTypes[country];
  return accepted ? known.filter((idClass) => accepted.includes(idClass)) : known;
}

/** By which names workflows know a template: its own, and the one whose rules it has taken. */
export function workflowNamesOf(templates: Templates, templateId: string): string[] {
  const { workflow } = templateOf(templates, templateId);
  return [workflow, ...Object.keys(templates).filter((name) => templates[name]?.id === templateId)];
}

const verified: Record<TemplateStep, VerificationType> = {
  phone: 'phone-number',
  id: 'government-id',
  selfie: 'selfie',
};

/** What a template asks for, in order. */
export const verificationsOf = ({ steps }: Template): VerificationType[] => steps.map((step) => verified[step]);
