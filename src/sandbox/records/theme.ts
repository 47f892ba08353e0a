import { contrast, type Hex, mixed, readableOn } from './colors.js';

/** Colours of the pages, as `#rrggbb`; what is left out is as it comes. */
export interface ThemeColors {
  /** Buttons and what has focus. */
  primary?: Hex;
  /** Text on buttons; black or white by itself, whichever is easier to read. */
  onPrimary?: Hex;
  background?: Hex;
  text?: Hex;
  quietText?: Hex;
  border?: Hex;
  error?: Hex;
}

/** How the pages look: in light, in dark, and whatever the light. */
export interface Theme {
  light?: ThemeColors;
  dark?: ThemeColors;
  /** Corners of buttons and fields, in px. */
  radius?: number;
  /** Fonts that are on the person's device, most wanted first, as in CSS. */
  font?: string;
  /** Address of a picture that stands in the bar: `data:`, `https:`, or `http:` on this computer. */
  logo?: string;
  /** Whether a device that prefers dark gets it, where the page does not say which. No by default. */
  followsDevice?: boolean;
}

/** A theme under an id, as Persona keeps them; times in ms since 1970. */
export interface ThemeSet {
  id: string;
  name: string;
  theme: Theme;
  createdAt: number;
  updatedAt: number;
  /** When it was put away; null while pages may have it. */
  archivedAt: number | null;
}

/** What the page of an inquiry is drawn with. */
export interface PageTheme {
  /** CSS custom properties of the page. */
  properties: Record<string, string>;
  logo: string | null;
  followsDevice: boolean;
}

/** The colours of `app/page.css`, by their names there. */
export const plainColors = {
  light: { text: '#1a2230', quiet: '#556072', page: '#ffffff', line: '#8791a1', accent: '#1f5fbf', danger: '#a3261b' },
  dark: { text: '#eef1f6', quiet: '#a9b3c2', page: '#171b22', line: '#717d90', accent: '#8ab8ff', danger: '#ffb4a9' },
};

type Mode = 'light' | 'dark';

function palette(mode: Mode, colors: ThemeColors = {}) {
  const plain = plainColors[mode];
  const page = colors.background ?? plain.page;
  const text = colors.text ?? plain.text;
  const accent = colors.primary ?? plain.accent;
  const danger = colors.error ?? plain.danger;
  return {
    page,
    text,
    accent,
    danger,
    quiet: colors.quietText ?? plain.quiet,
    line: colors.border ?? plain.line,
    'on-accent': colors.onPrimary ?? readableOn(accent),
    raised: mixed(0.05, text, page),
    'danger-raised': mixed(0.1, danger, page),
  };
}

type Palette = ReturnType<typeof palette>;

/** What has to stand apart, and how far (https://www.w3.org/TR/WCAG22/#contrast-minimum, #non-text-contrast). */
const pairs: [one: keyof Palette, on: keyof Palette, least: number, said: string][] = [
  ['text', 'raised', 4.5, 'text on the background'],
  ['quiet', 'raised', 4.5, 'quiet text on the background'],
  ['on-accent', 'accent', 4.5, 'text on buttons'],
  ['danger', 'danger-raised', 4.5, 'errors on the background'],
  ['accent', 'page', 3, 'buttons on the background'],
  ['line', 'page', 3, 'borders on the background'],
];

/** What cannot be read in a theme, one sentence each; none when all can. */
export function contrastFaults(theme: Theme): string[] {
  return (['light', 'dark'] as const).flatMap((mode) => {
    const colors = palette(mode, theme[mode]);
    return pairs
      .map(([one, on, least, said]) => ({ one, on, least, said, is: contrast(colors[one], colors[on]) }))
      .filter(({ is, least }) => is < least)
      .map(
        ({ one, on, least, said, is }) =>
          `${mode}: ${said} (${colors[one]} on ${colors[on]}) has a contrast of ${is.toFixed(1)}; it needs ${least}.`,
      );
  });
}

/** A theme as its page is drawn with it. */
export function pageThemeOf(theme: Theme): PageTheme {
  const [light, dark] = [palette('light', theme.light), palette('dark', theme.dark)];
  const names = theme.light || theme.dark ? (Object.keys(light) as (keyof Palette)[]) : [];
  const properties = Object.fromEntries(
    names.map((name) => [`--${name}`, `light-dark(${light[name]}, ${dark[name]})`]),
  );
  if (theme.radius !== undefined) properties['--radius'] = `${theme.radius}px`;
  if (theme.font) properties['--font'] = theme.font;
  return { properties, logo: theme.logo ?? null, followsDevice: theme.followsDevice ?? false };
}
