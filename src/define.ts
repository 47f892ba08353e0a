import { LcIdentityGate } from './elements/gate/identity-gate.js';
import { LcNumberPurchase } from './elements/shop/number-purchase.js';

// The script may be on the page twice, in two versions: the first one wins, and nothing throws.
if (!customElements.get('lc-identity-gate')) customElements.define('lc-identity-gate', LcIdentityGate);
if (!customElements.get('lc-number-purchase')) customElements.define('lc-number-purchase', LcNumberPurchase);

declare global {
  interface HTMLElementTagNameMap {
    'lc-identity-gate': LcIdentityGate;
    'lc-number-purchase': LcNumberPurchase;
  }
}
