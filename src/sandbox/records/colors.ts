/** A colour as `#rrggbb`. */
export type Hex = string;

const hexForm = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** Whether a text is a colour as `#rgb` or `#rrggbb`. */
export const isHex = (text: string): boolean => hexForm.test(text);

const channels = (color: Hex): number[] => {
  const digits = color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit) : color.slice(1).match(/../g);
  return (digits ?? []).map((pair) => Number.parseInt(pair, 16));
};

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
function luminance(color: Hex): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far two colours stand apart for the eye, from 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** So much of one colour, from 0 to 1, in another. */
export function mixed(share: number, one: Hex, other: Hex): Hex {
  const [top, bottom] = [channels(one), channels(other)];
  const mix = top.map((value, place) => Math.round(value * share + (bottom[place] ?? 0) * (1 - share)));
  return `#${mix.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever is easier to read on a colour. */
export const readableOn = (color: Hex): Hex =>
  contrast('#ffffff', color) >= contrast('#10151d', color) ? '#ffffff' : '#10151d';
