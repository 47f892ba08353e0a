import type { LcIdentityGate } from '../elements/gate/identity-gate.js';
import type { LcNumberPurchase } from '../elements/shop/number-purchase.js';
import type {
  GateAttributes,
  IdentityGateEvents,
  IdentityGateProperties,
  Listeners,
  NumberPurchaseEvents,
  NumberPurchaseProperties,
  ShopAttributes,
} from './element-names.js';

/** `<lc-identity-gate>` in JSX: its properties and attributes, and `onverified` … `onstatechange`. */
export type IdentityGateTag = IdentityGateProperties & GateAttributes & Listeners<IdentityGateEvents>;
/** `<lc-number-purchase>` in JSX: its properties and attributes, and `onpurchased` …. */
export type NumberPurchaseTag = NumberPurchaseProperties & ShopAttributes & Listeners<NumberPurchaseEvents>;

/** The names that Solid has for the same: `prop:fetch`, `on:purchased`. */
export type SolidNames<Properties, Events> = {
  [Name in keyof Properties as `prop:${Name & string}`]?: Properties[Name];
} & { [Name in keyof Events as `on:${Name & string}`]?: (event: Events[Name]) => void };

/** Solid sets `getToken` as `gettoken`: a property with a capital goes by `prop:`, or as the attribute it has. */
type InLowerCase<Properties> = {
  [Name in keyof Properties as Name extends Lowercase<Name & string> ? Name : never]: Properties[Name];
};

/** `<lc-identity-gate>` in Solid's JSX. */
export type IdentityGateSolidTag = InLowerCase<IdentityGateProperties> &
  GateAttributes &
  Listeners<IdentityGateEvents> &
  SolidNames<IdentityGateProperties, IdentityGateEvents>;
/** `<lc-number-purchase>` in Solid's JSX. */
export type NumberPurchaseSolidTag = InLowerCase<NumberPurchaseProperties> &
  ShopAttributes &
  Listeners<NumberPurchaseEvents> &
  SolidNames<NumberPurchaseProperties, NumberPurchaseEvents>;

type Rest<All, Own> = Omit<All, keyof Own>;

// Each framework is typed where it is installed; of the others nothing is known, which is no error.
/** @ts-ignore */
type PreactAttributes<Element extends EventTarget> = import('preact').HTMLAttributes<Element>;
/** @ts-ignore */
type ReactAttributes<Element> = import('react').DetailedHTMLProps<import('react').HTMLAttributes<Element>, Element>;
/** @ts-ignore */
type SolidAttributes<Element> = import('solid-js').JSX.HTMLAttributes<Element>;

/** @ts-ignore */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'lc-identity-gate': IdentityGateTag & Rest<ReactAttributes<LcIdentityGate>, IdentityGateTag>;
      'lc-number-purchase': NumberPurchaseTag & Rest<ReactAttributes<LcNumberPurchase>, NumberPurchaseTag>;
    }
  }
}

/** @ts-ignore */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'lc-identity-gate': IdentityGateTag & Rest<PreactAttributes<LcIdentityGate>, IdentityGateTag>;
      'lc-number-purchase': NumberPurchaseTag & Rest<PreactAttributes<LcNumberPurchase>, NumberPurchaseTag>;
    }
  }
}

/** @ts-ignore */
declare module 'solid-js/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'lc-identity-gate': IdentityGateSolidTag & Rest<SolidAttributes<LcIdentityGate>, IdentityGateSolidTag>;
      'lc-number-purchase': NumberPurchaseSolidTag & Rest<SolidAttributes<LcNumberPurchase>, NumberPurchaseSolidTag>;
    }
  }
}
