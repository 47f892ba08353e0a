import { nothing } from 'lit';

/** What of a template is of use here. */
interface Template {
  strings: readonly string[];
  values: readonly unknown[];
}

const isTemplate = (value: unknown): value is Template =>
  typeof value === 'object' && value !== null && 'strings' in value;

/** A template of Lit's as the HTML it stands for, without a browser; what is no text is left out. */
export function htmlOf(value: unknown): string {
  if (value === nothing || value === undefined || value === null || typeof value === 'function') return '';
  if (Array.isArray(value)) return value.map(htmlOf).join('');
  if (isTemplate(value)) return value.strings.map((text, at) => text + htmlOf(value.values[at])).join('');
  return typeof value === 'object' ? '' : String(value);
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What a person sees of a screen: its heading, its sentences, and what they do next. */
export interface Seen {
  title: string;
  text: string;
  /** The label of the primary action, else of the first there is; undefined where there is none. */
  next: string | undefined;
}

/** Reads a screen as it is rendered. */
export function seenIn(template: unknown): Seen {
  const html = htmlOf(template)
    .replace(/<(p|li)\b[^>]*\b(visually-hidden|late)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<ol\b[\s\S]*?<\/ol>/g, '')
    .replace(/<div class="toast"[\s\S]*$/, '');
  const all = (tags: string) => [...html.matchAll(new RegExp(`<(${tags})\\b[^>]*>([\\s\\S]*?)</\\1>`, 'g'))];
  const actions = all('button|a').filter(([tag]) => /\bpart="?(button|secondary)/.test(tag));
  const isPrimary = ([tag]: RegExpMatchArray) => /\bpart="?button/.test(tag);
  const [action = undefined] = [...actions.filter(isPrimary), ...actions];
  return {
    title: plain(all('h2')[0]?.[2] ?? ''),
    text: all('p|li')
      .map(([, , text]) => plain(text ?? ''))
      .filter(Boolean)
      .join(' '),
    next: action && plain(action[2] ?? ''),
  };
}
