import { adoptStyles, type CSSResult } from 'lit';

/** Adds style sheets that come later than the element; as `<style>` elements where a root adopts none (Safari 16.3). */
export function adopt(root: ShadowRoot, styles: readonly CSSResult[]): void {
  if (root.adoptedStyleSheets)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles.map(({ styleSheet }) => styleSheet!)];
  else adoptStyles(root, [...styles]);
}
