/** One text per plural category; `other` always exists. */
export type Count = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The template with its placeholders filled: `format('{count} left', {count: 2})`. */
export const format = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));

/** The form of a counted text for this number and language, with `{count}` filled in that language's digits. */
export const formatCount = (forms: Count, count: number, language: string): string =>
  format(forms[new Intl.PluralRules(language).select(count)] ?? forms.other, {
    count: new Intl.NumberFormat(language).format(count),
  });

/** How long a verification of so many steps takes, a minute each, in words of the language: "3 minutes". */
export const formatMinutes = (steps: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(steps);
