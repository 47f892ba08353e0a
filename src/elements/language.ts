export type Locale = 'en' | 'es' | 'fr';

/** The `lang` an element lives under, also across shadow roots; English where there is none. */
export function nearestLanguage(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)) {
    const language = node instanceof Element ? node.getAttribute('lang') : null;
    if (language) return canonical(language);
  }
  return 'en';
}

/** As `Intl` takes it: it throws on "en_US", which some pages write. */
function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replace('_', '-'))[0]!;
  } catch {
    return 'en';
  }
}

/** The language we have words for. */
export function localeOf(language: string): Locale {
  const base = language.toLowerCase().split('-')[0];
  return base === 'es' || base === 'fr' ? base : 'en';
}
