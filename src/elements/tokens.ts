import { type CSSResult, unsafeCSS } from 'lit';
import { palette } from './tokens.styles.js';

/**
 * The public `--lc-*` properties, read once into private names with their defaults. `light-dark()` follows the page's
 * `color-scheme` (theme="auto") or ours. Where there is none (Chrome before 123, Safari before 17.5) all is light.
 */
export const tokens: CSSResult =
  globalThis.CSS?.supports?.('color', 'light-dark(red, red)') === false
    ? unsafeCSS(palette.cssText.replace(/light-dark\((.+?),.+?\)/g, '$1'))
    : palette;
