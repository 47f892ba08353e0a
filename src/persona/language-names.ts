/**
 * Persona's names of languages, where they are not the plain subtag
 * ([its list](https://docs.withpersona.com/languages)).
 */
const names: Readonly<Record<string, string>> = {
  ar: 'ar-EG',
  el: 'el-GR',
  en: 'en-US',
  es: 'es-MX',
  fil: 'tl',
  id: 'id-ID',
  ko: 'ko-KR',
  nb: 'no',
  nl: 'nl-NL',
  nn: 'no',
  pt: 'pt-BR',
  tr: 'tr-TR',
  uk: 'uk-UA',
};

/** Persona's name for the language of a canonical BCP 47 tag: `es-PR` is `es-MX`, `zh-HK` is `zh-TW`. */
export function personaLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
  return names[language] ?? language;
}
