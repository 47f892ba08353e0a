import { languageOf, writeWords } from './words.js';

const query = () => new URLSearchParams(location.search);

/** A choice kept in the address, so that a reload or a sent link shows the same. */
export const choice = {
  read: (name: string) => query().get(name),
  write(name: string, value: string): void {
    const next = query();
    next.set(name, value);
    history.replaceState(null, '', `?${next}`);
  },
  /** Loads the page as a first visitor finds it, in the same language and colours. */
  startAnew(): void {
    const kept = [...query()].filter(([name]) => name === 'lang' || name === 'theme');
    location.replace(`${location.pathname}?${new URLSearchParams(kept)}`);
  },
  /** Keeps the shop's search beside the page's own choices. */
  writeSearch(search: Record<string, string>): void {
    const next = new URLSearchParams(search);
    for (const name of ['account', 'lang', 'theme']) {
      const value = query().get(name);
      if (value) next.set(name, value);
    }
    history.replaceState(null, '', `?${next}`);
  },
};

/** Takes language and theme from the address, for pages on which they cannot be chosen. */
export function takeChoices(): void {
  document.documentElement.lang = languageOf(choice.read('lang') ?? navigator.language);
  document.documentElement.dataset.theme = choice.read('theme') ?? 'auto';
}

/** Has links to the demo's other pages keep language and theme. */
export function keepChoices(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep]'))
    link.addEventListener('click', () => {
      link.search = location.search;
    });
}

/** The value of the option for that tag, such as `es-MX`; English where there is none. */
function offeredFor(tag: string, { options }: HTMLSelectElement): string {
  const [name] = tag.split('-');
  return [...options].find(({ value }) => value === name)?.value ?? 'en';
}

/** Language and theme: the page's own and, through `lang` and `theme`, those of the elements. */
export function preferences(elements: HTMLElement[], onLanguage: () => void): void {
  const language = document.querySelector<HTMLSelectElement>('#language');
  const theme = document.querySelector<HTMLSelectElement>('#theme');
  if (!language || !theme) return;

  const useLanguage = (name: string) => {
    const own = languageOf(name);
    document.documentElement.lang = own;
    // The elements speak more languages than this page does, and than what the page puts into them.
    for (const element of elements) {
      element.lang = name;
      for (const part of element.children) part.setAttribute('lang', own);
    }
    writeWords();
    onLanguage();
  };
  const useTheme = (name: string) => {
    document.documentElement.dataset.theme = name;
    for (const element of elements) element.setAttribute('theme', name);
  };

  language.value = offeredFor(choice.read('lang') ?? navigator.language, language);
  theme.value = ['light', 'dark'].find((name) => name === choice.read('theme')) ?? 'auto';
  useLanguage(language.value);
  useTheme(theme.value);
  language.addEventListener('change', () => {
    choice.write('lang', language.value);
    useLanguage(language.value);
  });
  theme.addEventListener('change', () => {
    choice.write('theme', theme.value);
    useTheme(theme.value);
  });
}
