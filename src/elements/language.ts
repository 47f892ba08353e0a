export type Locale = 'en' | 'es' | 'fr';

/**
 * The `lang` an element lives under, also across shadow roots; English where there is none, or one that `Intl` would
 * throw on.
 */
export function nearestLanguage(element: Element): string {
  for (
    let node: Node | null = element;
    node;
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)
  ) {
    const language = node instanceof Element ? node.getAttribute('lang') : null;
    try {
      if (language) return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0]!;
    } catch {
      break;
    }
  }
  return 'en';
}

/** The language we have words for. */
export function localeOf(language: string): Locale {
  const base = language.toLowerCase().split('-')[0];
  return base === 'es' || base === 'fr' ? base : 'en';
}

/** The language of words that are not in the page's: they say so, and are written from left to right as all of ours. */
export function fallbackOf(language: string, isOwn: boolean): { lang: Locale; dir: 'ltr' } | undefined {
  const lang = localeOf(language);
  return isOwn || language.startsWith(lang) ? undefined : { lang, dir: 'ltr' };
}
