import { z } from 'zod';
import { isHex } from '../records/colors.js';
import type { Theme, ThemeColors } from '../records/theme.js';

/*
 * Persona publishes the tree that styles are written in and two of its cells, `inquiry.primary-color` and the colours
 * of the primary button. The other cells are named after the same pattern. What is not here is refused, as Persona
 * refuses what it does not know.
 */
const color = z
  .strictObject({ unit: z.literal('hex'), value: z.string().refine(isHex, 'is not a colour as "#rrggbb"') })
  .optional();
const size = z.strictObject({ unit: z.literal('px'), value: z.number().min(0).max(32) }).optional();
const word = z.strictObject({ value: z.string() }).optional();

const colors = {
  'primary-color': color,
  'background-color': color,
  'text-color': color,
  'quiet-text-color': color,
  'border-color': color,
  'error-color': color,
};
const components = z
  .strictObject({
    button: z
      .strictObject({
        primary: z
          .strictObject({ base: z.strictObject({ 'background-color': color, 'text-color': color }).optional() })
          .optional(),
      })
      .optional(),
  })
  .optional();

/** Styles as a request gives them. */
export const themeStyles = z.strictObject({
  settings: z
    .strictObject({
      'use-dark-theme': z.boolean().optional(),
      'preferred-theme-variant': z.literal('light').optional(),
    })
    .optional(),
  light: z
    .strictObject({
      inquiry: z.strictObject({ ...colors, 'border-radius': size, 'font-family': word, 'logo-url': word }).optional(),
      components,
    })
    .optional(),
  dark: z.strictObject({ inquiry: z.strictObject(colors).optional(), components }).optional(),
});

type Styles = z.output<typeof themeStyles>;
type Variant = NonNullable<Styles['light'] | Styles['dark']>;

function colorsOf({ inquiry = {}, components: parts }: Variant): ThemeColors {
  const button = parts?.button?.primary?.base;
  return {
    primary: button?.['background-color']?.value ?? inquiry['primary-color']?.value,
    onPrimary: button?.['text-color']?.value,
    background: inquiry['background-color']?.value,
    text: inquiry['text-color']?.value,
    quietText: inquiry['quiet-text-color']?.value,
    border: inquiry['border-color']?.value,
    error: inquiry['error-color']?.value,
  };
}

/** The theme that styles describe. */
export function themeOf({ settings, light, dark }: Styles): Theme {
  return {
    light: light && colorsOf(light),
    dark: dark && colorsOf(dark),
    radius: light?.inquiry?.['border-radius']?.value,
    font: light?.inquiry?.['font-family']?.value,
    logo: light?.inquiry?.['logo-url']?.value,
    followsDevice: settings?.['use-dark-theme'],
  };
}

const hex = (value: string | undefined) => value && { unit: 'hex', value };

function variantOf(given: ThemeColors, more: object = {}) {
  return {
    inquiry: {
      'primary-color': hex(given.primary),
      'background-color': hex(given.background),
      'text-color': hex(given.text),
      'quiet-text-color': hex(given.quietText),
      'border-color': hex(given.border),
      'error-color': hex(given.error),
      ...more,
    },
    ...(given.onPrimary && {
      components: { button: { primary: { base: { 'text-color': hex(given.onPrimary) } } } },
    }),
  };
}

/** The styles of a theme as the REST API writes them; what it leaves out is left out. */
export function stylesOf({ light, dark, radius, font, logo, followsDevice }: Theme): object {
  const more = {
    'border-radius': radius === undefined ? undefined : { unit: 'px', value: radius },
    'font-family': font && { value: font },
    'logo-url': logo && { value: logo },
  };
  return {
    settings: { 'use-dark-theme': followsDevice ?? false, 'preferred-theme-variant': 'light' },
    light: variantOf(light ?? {}, more),
    ...(dark && { dark: variantOf(dark) }),
  };
}
