'use client';

import 'lc-identity-gate/define';
import {
  createElement,
  type ForwardRefExoticComponent,
  forwardRef,
  type HTMLAttributes,
  type RefAttributes,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { LcError } from '../core/errors.js';
import type { GateStatus } from '../core/gate/gate.js';
import type { LcIdentityGate as GateElement } from '../elements/gate/identity-gate.js';
import type { EnsureVerifiedOptions, Verification } from '../elements/gate/verification.js';
import type { LcNumberPurchase as ShopElement } from '../elements/shop/number-purchase.js';
import {
  gateProperties,
  type IdentityGateEvents,
  type IdentityGateProperties,
  type NumberPurchaseEvents,
  type NumberPurchaseProperties,
  shopProperties,
} from './element-names.js';
import { setProperties } from './set-properties.js';

/** The element behind `<LcIdentityGate>`, as a `ref` gets it. */
export type LcIdentityGateElement = GateElement;
/** The element behind `<LcNumberPurchase>`, as a `ref` gets it. */
export type LcNumberPurchaseElement = ShopElement;

/** What both components tell. */
export interface SharedHandlers {
  /** The host's server has said that the account is verified. */
  onVerified?: (event: IdentityGateEvents['verified']) => void;
  /** The identity is being reviewed by a person. */
  onReview?: (event: IdentityGateEvents['review']) => void;
  /** The identity was declined, or no attempts are left. */
  onDeclined?: (event: IdentityGateEvents['declined']) => void;
  /** The person closed the dialog without being verified. */
  onDismissed?: (event: IdentityGateEvents['dismissed']) => void;
  /** The person has reached a step of the verification. */
  onStep?: (event: IdentityGateEvents['step']) => void;
  /** Something is in the way; `detail.code` says what. */
  onFailed?: (event: IdentityGateEvents['failed']) => void;
}

/** What `<LcIdentityGate>` tells. */
export interface IdentityGateHandlers extends SharedHandlers {
  /** `status` has changed. */
  onStateChange?: (event: IdentityGateEvents['statechange']) => void;
}

/** What `<LcNumberPurchase>` tells. */
export interface NumberPurchaseHandlers extends SharedHandlers {
  /** The status of the purchase has changed. */
  onStateChange?: (event: NumberPurchaseEvents['statechange']) => void;
  /** Numbers were bought; `detail.receipt` says which. */
  onPurchased?: (event: NumberPurchaseEvents['purchased']) => void;
  /** The person searches for something else; `detail.query` is the new `query`. */
  onQueryChange?: (event: NumberPurchaseEvents['querychange']) => void;
}

/** The element's properties and events, and every attribute of HTML. */
export type IdentityGateProps = IdentityGateProperties & IdentityGateHandlers & Rest<GateElement>;
/** The element's properties and events, and every attribute of HTML. */
export type NumberPurchaseProps = NumberPurchaseProperties & NumberPurchaseHandlers & Rest<ShopElement>;

type Rest<Element> = Omit<HTMLAttributes<Element>, keyof NumberPurchaseProperties | keyof IdentityGateProperties>;

interface Names {
  properties: readonly string[];
  /** Event names by the prop that hears them. */
  events: Readonly<Record<string, string>>;
}

const sharedEvents = {
  onVerified: 'verified',
  onReview: 'review',
  onDeclined: 'declined',
  onDismissed: 'dismissed',
  onStep: 'step',
  onFailed: 'failed',
  onStateChange: 'statechange',
} satisfies Record<keyof Required<IdentityGateHandlers>, keyof IdentityGateEvents>;

const gateNames: Names = { properties: gateProperties, events: sharedEvents };
const shopNames: Names = {
  properties: shopProperties,
  events: { ...sharedEvents, onPurchased: 'purchased', onQueryChange: 'querychange' } satisfies Record<
    keyof Required<NumberPurchaseHandlers>,
    keyof NumberPurchaseEvents
  >,
};

type Props = Record<string, unknown>;

/** Before the browser paints. On a server, where nothing is painted, React warns of a layout effect. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Keeps listeners and properties of an element as the props are. Both are there from the commit on that shows the
 * element, after hydration too: the element asks nothing before it has an account, and that comes with the rest.
 */
function useNames(element: RefObject<HTMLElement | null>, { properties, events }: Names, props: Props): void {
  const latest = useRef(props);
  useBeforePaint(() => {
    const here = element.current;
    if (!here) return;
    const listening = new AbortController();
    for (const [prop, name] of Object.entries(events)) {
      const tell = (event: Event) => (latest.current[prop] as ((event: Event) => void) | undefined)?.(event);
      here.addEventListener(name, tell, { signal: listening.signal });
    }
    return () => listening.abort();
  }, []);
  useBeforePaint(() => {
    latest.current = props;
    if (element.current) setProperties(element.current as unknown as Props, properties, props);
  });
}

/** `hidden` as an attribute that is there or is not. */
const hidden: Record<string, string> = { true: '', 'until-found': 'until-found' };

/** Attributes as both React 18 and 19 write them on a custom element. */
function attributesOf({ properties, events }: Names, props: Props): Props {
  const attributes: Props = {};
  for (const [name, value] of Object.entries(props)) {
    if (properties.includes(name) || name in events) continue;
    // React 18 writes `false` as a text, which hides what should be shown.
    attributes[name === 'className' ? 'class' : name] = name === 'hidden' ? hidden[String(value)] : value;
  }
  return attributes;
}

function component<Element extends HTMLElement, Given extends object>(tag: string, shown: string, names: Names) {
  const Component = forwardRef<Element, Given>((given, ref) => {
    const props = given as Props;
    const element = useRef<Element>(null);
    useImperativeHandle(ref, () => element.current as Element, []);
    useNames(element, names, props);
    // What the element writes on itself before React takes over the server's page is its own business.
    return createElement(tag, { ...attributesOf(names, props), ref: element, suppressHydrationWarning: true });
  });
  Component.displayName = shown;
  return Component as unknown as ForwardRefExoticComponent<Given & RefAttributes<Element>>;
}

/**
 * `<lc-identity-gate>` as a component: its properties, `onVerified` … `onStateChange`, and a `ref` to the element. The
 * children are what it guards.
 */
export const LcIdentityGate = component<GateElement, IdentityGateProps>(
  'lc-identity-gate',
  'LcIdentityGate',
  gateNames,
);

/** `<lc-number-purchase>` as a component: its properties, `onPurchased` …, and a `ref` to the element. */
export const LcNumberPurchase = component<ShopElement, NumberPurchaseProps>(
  'lc-number-purchase',
  'LcNumberPurchase',
  shopNames,
);

/** What {@link useIdentityGate} gives. */
export interface IdentityGate {
  /** Where the gate is, as the element's own `status`; `idle` while rendering on a server. */
  status: GateStatus;
  /**
   * Resolves when the person may go on, at once or after the dialog. The same function at every render.
   * @throws {LcError} As the element's own `ensureVerified()`; `aborted` when the component is gone.
   */
  ensureVerified: (options?: EnsureVerifiedOptions) => Promise<Verification>;
}

/**
 * A gate without an element in your page, for what is no press: it lives as long as the component, and its dialog
 * stands over the page. Takes the properties and events of `<LcIdentityGate>`.
 */
export function useIdentityGate(options: IdentityGateProperties & IdentityGateHandlers): IdentityGate {
  const element = useRef<GateElement>(null);
  const [status, setStatus] = useState<GateStatus>('idle');
  useBeforePaint(() => {
    const gate = document.createElement('lc-identity-gate');
    gate.addEventListener('statechange', ({ detail }) => setStatus(detail.status));
    element.current = gate;
    document.body.append(gate);
    return () => {
      element.current = null;
      gate.remove();
    };
  }, []);
  useNames(element, gateNames, options as Props);
  const ensureVerified = useCallback(async (asked?: EnsureVerifiedOptions) => {
    if (!element.current) throw new LcError('aborted', 'The component is not on the page.');
    return element.current.ensureVerified(asked);
  }, []);
  return { status, ensureVerified };
}
