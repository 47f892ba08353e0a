import type { PageTheme } from '../records/theme.js';
import type { Parameters } from './parameters.js';

const root = document.documentElement;

/** Takes on the language, and what the address says about the looks of the page. */
export function takeParameters({ variant, place, widgetPadding, navigationPadding }: Parameters, locale: string): void {
  root.lang = locale;
  root.classList.toggle('dark', variant === 'dark');
  const paddings = { '--widget-padding': widgetPadding, '--navigation-padding': navigationPadding };
  for (const [name, padding] of Object.entries(paddings)) {
    if (!padding) continue;
    if (place === 'inline') root.style.setProperty(name, padding);
    else console.warn(`${name.slice(2)} is for the inline flow: this page is not in one and leaves it out.`);
  }
}

/** Takes on the theme of the inquiry. */
export function takeTheme({ properties, followsDevice }: PageTheme, { variant }: Parameters): void {
  for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value);
  root.classList.toggle('as-device', followsDevice && variant === null);
}
