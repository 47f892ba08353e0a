import type { LcIdentityGateEventMap, LcNumberPurchaseEventMap } from '../elements/events/events.js';
import type { LcIdentityGate } from '../elements/gate/identity-gate.js';
import type { LcNumberPurchase } from '../elements/shop/number-purchase.js';

const shared = [
  'api',
  'account',
  'country',
  'statusUrl',
  'inquiryUrl',
  'template',
  'environment',
  'personaHost',
  'flow',
  'theme',
  'fetch',
  'getToken',
  'labels',
] as const;

/** The properties of `<lc-identity-gate>` that a page sets. */
export const gateProperties = [...shared, 'action', 'number', 'replay'] as const satisfies (keyof LcIdentityGate)[];

/** The properties of `<lc-number-purchase>` that a page sets. */
export const shopProperties = [
  ...shared,
  'countries',
  'numbersUrl',
  'placesUrl',
  'purchaseUrl',
  'ordersUrl',
  'mode',
  'query',
  'numbers',
  'search',
  'purchase',
] as const satisfies (keyof LcNumberPurchase)[];

/** What a page may set on `<lc-identity-gate>`; every property keeps its default when left out. */
export type IdentityGateProperties = Partial<Pick<LcIdentityGate, (typeof gateProperties)[number]>>;

/** What a page may set on `<lc-number-purchase>`; every property keeps its default when left out. */
export type NumberPurchaseProperties = Partial<Pick<LcNumberPurchase, (typeof shopProperties)[number]>>;

type Own<Events> = Omit<Events, keyof HTMLElementEventMap>;
/** The events that `<lc-identity-gate>` fires, by name. */
export type IdentityGateEvents = Own<LcIdentityGateEventMap>;
/** The events that `<lc-number-purchase>` fires, by name. */
export type NumberPurchaseEvents = Own<LcNumberPurchaseEventMap>;

const gateEventNames = ['verified', 'review', 'declined', 'dismissed', 'step', 'failed', 'statechange'] as const;
/** The names of all events of `<lc-identity-gate>`. */
export const gateEvents: readonly (keyof IdentityGateEvents)[] = gateEventNames;
/** The names of all events of `<lc-number-purchase>`. */
export const shopEvents: readonly (keyof NumberPurchaseEvents)[] = [...gateEventNames, 'purchased', 'querychange'];

/** Listeners as the DOM names them: `on` and the event's name in lower case. */
export type Listeners<Events> = {
  [Name in keyof Events as `on${Name & string}`]?: ((event: Events[Name]) => void) | null | undefined;
};

/** Attributes by the names they have in HTML, for the properties that have one and are written otherwise. */
export interface GateAttributes {
  /** URL of the status endpoint; default `{api}/status`. */
  'status-url'?: string | null | undefined;
  /** URL of the inquiry endpoint; default `{api}/inquiry`. */
  'inquiry-url'?: string | null | undefined;
  /** Host name of Persona's pages without a scheme; default `inquiry.withpersona.com`. */
  'persona-host'?: string | null | undefined;
  /** How deep the headings are in the page's outline, `1` to `6`; default 2. It has no property. */
  'heading-level'?: string | number | null | undefined;
}

/** As {@link GateAttributes}, of the shop. */
export interface ShopAttributes extends GateAttributes {
  /** URL of the numbers endpoint; default `{api}/numbers`. */
  'numbers-url'?: string | null | undefined;
  'places-url'?: string | null | undefined;
  /** URL of the purchase endpoint; default `{api}/purchases`. */
  'purchase-url'?: string | null | undefined;
  /** URL of the orders endpoint; default `{api}/orders`. */
  'orders-url'?: string | null | undefined;
}
