import type { City } from './cities.js';
import { regionOf, sharedWith } from './regions.js';

/** The languages that labels are in, by their place in every list of words here. */
const languages = ['en', 'es', 'fr'] as const;

/** Which of them: 0 English, 1 Spanish, 2 French. */
export type Language = 0 | 1 | 2;

/** The language of a tag such as `es-MX`; English for those that there are no words of. */
export const languageOf = (tag: string | undefined): Language =>
  Math.max(0, languages.indexOf(tag?.toLowerCase().split('-')[0] as 'en')) as Language;

/** All of them, for what is understood in any. */
export const allLanguages: readonly Language[] = [0, 1, 2];

const names = new Map<Language, Intl.DisplayNames>();

/** A country's name. */
export function countryName(countryCode: string, language: Language): string {
  const known = names.get(language) ?? new Intl.DisplayNames([languages[language]], { type: 'region' });
  names.set(language, known);
  return known.of(countryCode) ?? countryCode;
}

/** The name of a region, and of those that have its area codes too. */
export const areaNames = (countryCode: string, code: string, language: Language): string =>
  [code, ...Object.keys(sharedWith).filter((other) => sharedWith[other] === code)]
    .map((one) => regionOf(countryCode, one)?.names[language] ?? one)
    .join(', ');

/** A city as it is shown: `Chicago, IL`, `Londres, Reino Unido`. */
export const cityLabel = ({ name, names: own, region, countryCode }: City, language: Language): string =>
  `${own?.[language] ?? name}, ${region ?? countryName(countryCode, language)}`;

const areaWords = ['Area code', 'Código de área', 'Indicatif régional'] as const;

/** An area code as it is shown: `Area code 312 · Chicago, IL`. */
export const areaLabel = (code: string, where: string, language: Language): string =>
  `${areaWords[language]} ${code} · ${where}`;

const typeWords = {
  local: ['Local numbers', 'Números locales', 'Numéros locaux'],
  tollFree: ['Toll-free numbers', 'Números gratuitos', 'Numéros sans frais'],
  mobile: ['Mobile numbers', 'Números móviles', 'Numéros mobiles'],
} as const;

/** A kind of number as it is shown, with the digits that were asked for, if any: `Toll-free numbers · 888`. */
export const typeLabel = (type: keyof typeof typeWords, code: string | undefined, language: Language): string =>
  [typeWords[type][language], code].filter(Boolean).join(' · ');
