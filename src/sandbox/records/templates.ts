/** What an inquiry made from a template asks for. */
export interface Template {
  id: string;
  versionId: string;
  name: string;
  /** Whether it begins with the proof of a phone number. */
  phone: boolean;
  /** Whether the checks on the pictures count; otherwise they are made and only reported, as in Persona's Sandbox. */
  strict: boolean;
}

/** The two templates: ID and selfie, and "KYC + Mobile 2FA". */
export interface Templates {
  plain: Template;
  kyc: Template;
}

/** Which templates have the switch "Block client-side Inquiry creation" on: both, one of them, or none. */
export type ClientSideBlock = boolean | keyof Templates;

/** Whether a page may not make inquiries of the template, so that only the API does. */
export function isBlocked(block: ClientSideBlock, templates: Templates, { id }: Template): boolean {
  return typeof block === 'boolean' ? block : templates[block].id === id;
}

/** The template an inquiry was made from. */
export function templateOf({ plain, kyc }: Templates, templateId: string): Template {
  return templateId === kyc.id ? kyc : plain;
}

/** The template of that id or version, or undefined when there is none. */
export function findTemplate({ plain, kyc }: Templates, id: string | null | undefined): Template | undefined {
  return [plain, kyc].find((template) => id && (template.id === id || template.versionId === id));
}
