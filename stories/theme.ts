import tokens from '../src/elements/tokens.json' with { type: 'json' };

const { $type: _, ...colours } = tokens.light;

/** A colour of the elements, by the name it has after `--lc-`. */
export type ColourName = keyof typeof colours;

export const colourNames = Object.keys(colours) as ColourName[];

/** `light` and `dark`: every colour as `#rrggbb`. `radius` in pixels. */
export interface Theme {
  light: Record<ColourName, string>;
  dark: Record<ColourName, string>;
  radius: number;
  font: string;
  density: Density;
}

/** How close the rows and the panels stand. There is no property for it: it is set on parts. */
export type Density = 'compact' | 'as it is' | 'roomy';

const hexesOf = (scheme: typeof tokens.light) =>
  Object.fromEntries(colourNames.map((name) => [name, scheme[name].$value.hex])) as Theme['light'];

/** What the elements look like when nothing is set. */
export const standardTheme: Theme = {
  light: hexesOf(tokens.light),
  dark: hexesOf(tokens.dark),
  radius: tokens.radius.$value.value,
  font: tokens.font.$value.join(', '),
  density: 'as it is',
};

const densities: Record<Exclude<Density, 'as it is'>, { row: string; panel: string }> = {
  compact: { row: 'min-block-size: 56px; padding-block: 6px', panel: 'padding-block: 20px; gap: 12px' },
  roomy: { row: 'min-block-size: 88px; padding-block: 20px', panel: 'padding-block: 48px; gap: 24px' },
};

/** The style sheet that makes a page's elements look so: what differs from the standard and no more; '' for nothing. */
export function themeCss({ light, dark, radius, font, density }: Theme): string {
  const standard = standardTheme;
  const changed = colourNames.filter(
    (name) => light[name] !== standard.light[name] || dark[name] !== standard.dark[name],
  );
  const declarations = [
    ...changed.map((name) => `--lc-${name}: light-dark(${light[name]}, ${dark[name]});`),
    ...(radius === standard.radius ? [] : [`--lc-radius: ${radius}px;`]),
    ...(font === standard.font ? [] : [`--lc-font: ${font};`]),
  ];
  const rules = declarations.length > 0 ? [`:root {\n${declarations.map((line) => `  ${line}\n`).join('')}}\n`] : [];
  if (density !== 'as it is') {
    const { row, panel } = densities[density];
    rules.push(`lc-number-purchase::part(option) { ${row}; }\n`, `lc-number-purchase::part(panel) { ${panel}; }\n`);
  }
  return rules.join('');
}

/** Two colours that meet on a screen, and how much they have to differ (WCAG 2.2, 1.4.3 and 1.4.11). */
export interface Pair {
  front: ColourName;
  behind: ColourName;
  wanted: 4.5 | 3;
  what: string;
}

export const pairs: readonly Pair[] = [
  { front: 'on-accent', behind: 'accent', wanted: 4.5, what: 'Primary button' },
  { front: 'text', behind: 'surface', wanted: 4.5, what: 'Text' },
  { front: 'text', behind: 'raised', wanted: 4.5, what: 'Text on a raised area' },
  { front: 'muted', behind: 'surface', wanted: 4.5, what: 'Secondary text' },
  { front: 'muted', behind: 'raised', wanted: 4.5, what: 'Secondary text on a raised area' },
  { front: 'danger', behind: 'surface', wanted: 4.5, what: 'What went wrong' },
  { front: 'success', behind: 'surface', wanted: 4.5, what: 'What went well' },
  { front: 'accent', behind: 'surface', wanted: 3, what: 'Focus ring and icons' },
  { front: 'border', behind: 'surface', wanted: 3, what: 'Borders of controls' },
];

/** The contrast of two colours given as `#rrggbb`, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
