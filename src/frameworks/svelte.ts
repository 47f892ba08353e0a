import 'lc-identity-gate/define';
import type { HTMLAttributes } from 'svelte/elements';
import type { LcIdentityGate } from '../elements/gate/identity-gate.js';
import type { LcNumberPurchase } from '../elements/shop/number-purchase.js';
import {
  type GateAttributes,
  gateEvents,
  gateProperties,
  type IdentityGateEvents,
  type IdentityGateProperties,
  type Listeners,
  type NumberPurchaseEvents,
  type NumberPurchaseProperties,
  type ShopAttributes,
  shopEvents,
  shopProperties,
} from './element-names.js';
import { setProperties } from './set-properties.js';

/** What {@link identityGate} takes: the element's properties, and `onverified` … `onstatechange`. */
export type IdentityGateOptions = IdentityGateProperties & Listeners<IdentityGateEvents>;
/** What {@link numberPurchase} takes: the element's properties, and `onpurchased` …. */
export type NumberPurchaseOptions = NumberPurchaseProperties & Listeners<NumberPurchaseEvents>;

type Attached = (element: Element) => () => void;

function attached(properties: readonly string[], events: readonly string[], given: Record<string, unknown>): Attached {
  return (element) => {
    const listening = new AbortController();
    for (const name of events) {
      const tell = given[`on${name}`] as ((event: Event) => void) | null | undefined;
      if (tell) element.addEventListener(name, tell, { signal: listening.signal });
    }
    setProperties(element as unknown as Record<string, unknown>, properties, given);
    return () => listening.abort();
  };
}

/**
 * For `<lc-identity-gate {@attach identityGate({ … })}>`: sets properties and listeners in the browser, all at once.
 * Nothing of them is in the HTML of a server, where Svelte would print functions, and nothing is asked before all of
 * them are there.
 */
export const identityGate = (options: IdentityGateOptions): Attached =>
  attached(gateProperties, gateEvents, options as Record<string, unknown>);

/** As {@link identityGate}, for `<lc-number-purchase {@attach numberPurchase({ … })}>`. */
export const numberPurchase = (options: NumberPurchaseOptions): Attached =>
  attached(shopProperties, shopEvents, options as Record<string, unknown>);

type Rest<Element extends EventTarget, Own> = Omit<HTMLAttributes<Element>, keyof Own>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'lc-identity-gate': IdentityGateOptions & GateAttributes & Rest<LcIdentityGate, IdentityGateOptions>;
    'lc-number-purchase': NumberPurchaseOptions & ShopAttributes & Rest<LcNumberPurchase, NumberPurchaseOptions>;
  }
}
