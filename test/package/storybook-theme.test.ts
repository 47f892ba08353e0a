import { describe, expect, it } from 'vitest';
import { contrast, pairs, standardTheme, themeCss } from '../../stories/theme.js';

describe('the theme playground', () => {
  it('has nothing to copy while nothing is changed', () => {
    expect(themeCss(standardTheme)).toBe('');
  });

  it('copies exactly what was changed, a colour in both schemes', () => {
    const dark = { ...standardTheme.dark, accent: '#00ff00' };
    expect(themeCss({ ...standardTheme, dark, radius: 4 })).toBe(
      ':root {\n  --lc-accent: light-dark(#1d4fd7, #00ff00);\n  --lc-radius: 4px;\n}\n',
    );
    expect(themeCss({ ...standardTheme, font: 'Georgia, serif' })).toBe(':root {\n  --lc-font: Georgia, serif;\n}\n');
  });

  it('sets density on the parts, because no property has it', () => {
    expect(themeCss({ ...standardTheme, density: 'compact' })).toMatch(/^lc-number-purchase::part\(option\) \{ min-/);
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
    expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
  });

  it.each(pairs)('finds enough contrast in the standard colours: $what', ({ front, behind, wanted }) => {
    for (const scheme of [standardTheme.light, standardTheme.dark])
      expect(contrast(scheme[front], scheme[behind])).toBeGreaterThanOrEqual(wanted);
  });
});
