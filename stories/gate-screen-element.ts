import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { type GateState, gate, initialGate, isOpen } from '../src/core/gate/gate.js';
import { adopt } from '../src/elements/adopt.js';
import { gateView, styleSheets } from '../src/elements/gate/dialog/gate-screens.js';
import { drawQrCode } from '../src/elements/gate/dialog/qr-code.js';
import { Modal } from '../src/elements/gate/dialog/top-layer.js';
import { nearestLanguage } from '../src/elements/language.js';
import { wordsFor } from '../src/elements/words.js';
import type { Labels } from '../src/locales/labels.js';

/**
 * Shows the gate's own screen of a state, for the few states that come from the browser or from Persona's page and that
 * no answer of a host can bring about. Its buttons lead where the gate's do, but nothing runs behind them: no inquiry
 * starts, and the frame shows a page that stands for Persona's. Everything else in these stories is the real gate.
 */
export class StoryGateScreen extends LitElement {
  @property({ attribute: false }) state: GateState = initialGate;
  /** The page runs in a browser inside another app. */
  @property({ type: Boolean }) inApp = false;
  /** What is wrong with Persona's page while it is shown. */
  @property() trouble: 'offline' | 'silent' | undefined;
  @property({ reflect: true, useDefault: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  @property({ attribute: false }) words: Labels['gate'] | null = null;
  readonly labels = null;
  #modal: Modal | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    adopt(this.renderRoot as ShadowRoot, styleSheets);
    void wordsFor(this, 'gate').then(({ words }) => (this.words = words));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#modal?.show(false);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { state, words: labels, renderRoot: root } = this;
    if (!labels || !(changed.has('words') || changed.has('state'))) return;
    this.#modal ??= new Modal(root as ShadowRoot, () => this.requestUpdate());
    this.#modal.show(isOpen(state));
    root.querySelector<HTMLElement>(state.status === 'verifying' && state.leaving ? '.bar .primary' : 'h2')?.focus();
    const [iframe, canvas] = [root.querySelector('iframe'), root.querySelector('canvas')];
    if (iframe && !iframe.srcdoc) iframe.srcdoc = personaPage;
    if (canvas && state.status === 'handoff') drawQrCode(canvas, state.link);
  }

  protected override render(): unknown {
    const { state, words: labels, inApp } = this;
    if (!labels) return null;
    return gateView({
      state,
      labels,
      language: nearestLanguage(this),
      words: undefined,
      action: 'number-purchase',
      inline: false,
      plain: false,
      camera: undefined,
      inApp,
      trouble: this.trouble,
      met: Number.POSITIVE_INFINITY,
      copied: false,
      copy: () => {},
      send: (event) => (this.state = gate(this.state, event)),
      closed: () => (this.state = gate(this.state, { type: 'close' })),
      held: false,
      settle: () => {},
      leave: () => {},
      stepBack: () => {},
    });
  }
}

const personaPage = `<!doctype html><html lang="en">
  <meta name="color-scheme" content="light dark"><title>Persona’s page</title>
  <body style="margin: 24px; font: 16px/1.5 system-ui, sans-serif">
    <main><h1>Persona’s page</h1><p>The person shows an ID and takes a selfie here.</p></main>`;

if (!customElements.get('story-gate-screen')) customElements.define('story-gate-screen', StoryGateScreen);
