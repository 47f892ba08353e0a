import { LcIdentityGate } from '../elements/gate/identity-gate.js';
import { LcNumberPurchase } from '../elements/shop/number-purchase.js';

// Stands for `lc-identity-gate/define` in Node, Deno and Bun: registers where a test has made a DOM, else nothing.
if (typeof document !== 'undefined') {
  if (!customElements.get('lc-identity-gate')) customElements.define('lc-identity-gate', LcIdentityGate);
  if (!customElements.get('lc-number-purchase')) customElements.define('lc-number-purchase', LcNumberPurchase);
}
