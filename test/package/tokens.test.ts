import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../custom-elements.json' with { type: 'json' };
import tokens from '../../src/elements/tokens.json' with { type: 'json' };

const palette = readFileSync(new URL('../../src/elements/tokens.styles.ts', import.meta.url), 'utf8');
/** `#fff` in its long form. */
const long = (hex: string) => (hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex);

type Colour = { $value: { colorSpace: string; components: number[]; hex: string } };
const colours = ({ $type, ...named }: typeof tokens.light): [string, Colour][] => Object.entries(named);
const hexes = (scheme: typeof tokens.light): Record<string, string> =>
  Object.fromEntries(colours(scheme).map(([name, { $value }]) => [name, $value.hex]));

/** What is written in the style sheet as `--lc-name`: the default. */
const written = Object.fromEntries(
  [...palette.matchAll(/var\(--lc-([\w-]+), (.+)\);/g)].map(([, name, value]) => [name!, value!]),
);
const inCss = {
  ...Object.fromEntries(
    Object.entries(hexes(tokens.light)).map(([name, hex]) => [name, [hex, hexes(tokens.dark)[name]]]),
  ),
  radius: `${tokens.radius.$value.value}${tokens.radius.$value.unit}`,
  font: tokens.font.$value.map((family) => (family.includes(' ') ? `'${family}'` : family)).join(', '),
};

describe('tokens.json', () => {
  it('says what the style sheet of both elements has as defaults, and names all of it', () => {
    const found = Object.entries(written).map(([name, value]) => {
      const schemes = /^light-dark\((\S+), (\S+)\)$/.exec(value);
      return [name, schemes ? schemes.slice(1).map(long) : value];
    });
    expect(Object.fromEntries(found)).toEqual(inCss);
  });

  it('has each colour as the format wants it: components from 0 to 1 that are the hexadecimal digits', () => {
    for (const [name, { $value }] of [...colours(tokens.light), ...colours(tokens.dark)]) {
      const bytes = $value.components.map((component) => Math.round(component * 255));
      const hex = `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
      expect({ name, space: $value.colorSpace, hex }).toEqual({ name, space: 'srgb', hex: $value.hex });
    }
  });

  it('has the properties that the manifest documents, for both elements', () => {
    const documented = manifest.modules
      .flatMap(({ declarations }) => declarations as { cssProperties?: { name: string }[] }[])
      .flatMap(({ cssProperties }) => (cssProperties ? [cssProperties.map(({ name }) => name).sort()] : []));
    const names = Object.keys(written).map((name) => `--lc-${name}`);
    expect(documented).toEqual([names.sort(), names]);
  });
});
