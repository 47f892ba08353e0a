import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { LcErrorCode } from '../src/core/errors.js';
import { gateView, styleSheets } from '../src/elements/gate-screens.js';
import { nearestLanguage } from '../src/elements/language.js';
import { loadLabels } from '../src/elements/load-labels.js';
import { showDialog } from '../src/elements/top-layer.js';
import type { Labels } from '../src/core/labels.js';

/**
 * Shows the gate's own "blocked" screen for a code, for the few codes that come from the browser or from Persona's page and
 * that no answer of a host can bring about. Everything else in these stories is the real gate.
 */
export class StoryGateScreen extends LitElement {
  @property() code: LcErrorCode = 'vendor_error';
  @property({ reflect: true, useDefault: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  @property({ attribute: false }) labels: Labels['gate'] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styleSheets];
    void loadLabels(nearestLanguage(this)).then(({ gate }) => (this.labels = gate));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    showDialog(this.renderRoot as ShadowRoot, false);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('labels') || !this.labels) return;
    showDialog(this.renderRoot as ShadowRoot, true);
    this.renderRoot.querySelector('h2')?.focus();
  }

  protected override render(): unknown {
    const { labels, code } = this;
    if (!labels) return null;
    return gateView({ state: { status: 'blocked', code }, labels, language: nearestLanguage(this), action: 'number-purchase', inline: false, camera: undefined, inApp: false, copied: false, copy: () => {}, send: () => showDialog(this.renderRoot as ShadowRoot, false) });
  }
}

if (!customElements.get('story-gate-screen')) customElements.define('story-gate-screen', StoryGateScreen);
