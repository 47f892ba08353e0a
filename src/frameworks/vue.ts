import 'lc-identity-gate/define';
import {
  type AllowedComponentProps,
  type ComponentCustomProps,
  defineComponent,
  type HTMLAttributes,
  h,
  type ShallowUnwrapRef,
  shallowRef,
  type VNode,
  type VNodeProps,
} from 'vue';
import type { LcIdentityGate as GateElement } from '../elements/gate/identity-gate.js';
import type { LcNumberPurchase as ShopElement } from '../elements/shop/number-purchase.js';
import {
  gateEvents,
  gateProperties,
  type IdentityGateEvents,
  type IdentityGateProperties,
  type NumberPurchaseEvents,
  type NumberPurchaseProperties,
  shopEvents,
  shopProperties,
} from './element-names.js';
import { setProperties } from './set-properties.js';

/** One signature an event, as Vue has them: of a generic one, a strict template would not know what it fires. */
type Emit<Events> = Together<{ [Name in keyof Events]: (name: Name, event: Events[Name]) => void }[keyof Events]>;
type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
type Handlers<Events> = {
  [Name in keyof Events as `on${Capitalize<Name & string>}`]?: (event: Events[Name]) => unknown;
};
type Slots<Name extends string> = Partial<Record<Name, () => unknown>>;

/** A component as templates see it: what it takes, what it tells, its slots, and what a template `ref` has. */
type Component<Properties, Events, SlotName extends string, Exposed> = new () => ShallowUnwrapRef<Exposed> & {
  $props: Properties & Handlers<Events> & Omit<HTMLAttributes, keyof Properties> & Everywhere;
  $emit: Emit<Events>;
  $slots: Slots<SlotName>;
};
type Everywhere = VNodeProps & AllowedComponentProps & ComponentCustomProps;

/** What a template `ref` on `<LcIdentityGate>` has. */
export interface IdentityGateRef extends Pick<GateElement, 'ensureVerified' | 'check' | 'open' | 'close' | 'diagnose'> {
  /** The element itself; null before it is mounted. */
  readonly element: GateElement | null;
}

/** What a template `ref` on `<LcNumberPurchase>` has. */
export interface NumberPurchaseRef {
  /** The element itself; null before it is mounted. */
  readonly element: ShopElement | null;
}

interface Names {
  properties: readonly string[];
  events: readonly string[];
  /** Slots beside the default one. */
  slots: readonly string[];
  methods: readonly string[];
}

/**
 * Renders the element without its properties and sets them all at once, before it is on the page or when Vue takes over
 * what the server has rendered: nothing of them is printed there, and nothing is asked before all are there.
 */
function component(tag: string, name: string, { properties, events, slots: named, methods }: Names) {
  return defineComponent(
    (props: Record<string, unknown>, { slots, emit, expose }) => {
      const element = shallowRef<HTMLElement | null>(null);
      const calls = methods.map((method) => [
        method,
        (...given: unknown[]) =>
          (element.value as unknown as Record<string, (...given: unknown[]) => unknown>)[method]!(...given),
      ]);
      expose({ element, ...Object.fromEntries(calls) });
      const set = ({ el }: VNode) => setProperties(el as unknown as Record<string, unknown>, properties, props);
      const heard = Object.fromEntries(
        events.map((event) => [
          `on${event[0]!.toUpperCase()}${event.slice(1)}`,
          (told: Event) => {
            emit(event, told);
          },
        ]),
      );
      return () =>
        h(tag, { ref: element, onVnodeBeforeMount: set, onVnodeBeforeUpdate: set, ...heard }, [
          slots.default?.(),
          // A box that is none, so that what stands in the slot keeps its place in the element's layout.
          ...named
            .filter((slot) => slots[slot])
            .map((slot) => h('div', { slot, style: { display: 'contents' }, key: slot }, slots[slot]?.())),
        ]);
    },
    { name, props: [...properties], emits: [...events] },
  );
}

/**
 * `<lc-identity-gate>` as a component: its properties, its events (`@verified` … `@statechange`), the default slot for
 * what it guards, the slots `privacy` and `support`, and the element's methods on a template `ref`.
 */
export const LcIdentityGate = component('lc-identity-gate', 'LcIdentityGate', {
  properties: gateProperties,
  events: gateEvents,
  slots: ['privacy', 'support'],
  methods: ['ensureVerified', 'check', 'open', 'close', 'diagnose'],
}) as unknown as Component<
  IdentityGateProperties,
  IdentityGateEvents,
  'default' | 'privacy' | 'support',
  IdentityGateRef
>;

/** `<lc-number-purchase>` as a component: its properties, its events (`@purchased` …), and its slots. */
export const LcNumberPurchase = component('lc-number-purchase', 'LcNumberPurchase', {
  properties: shopProperties,
  events: shopEvents,
  slots: ['privacy', 'support', 'next'],
  methods: [],
}) as unknown as Component<
  NumberPurchaseProperties,
  NumberPurchaseEvents,
  'default' | 'privacy' | 'support' | 'next',
  NumberPurchaseRef
>;

declare module 'vue' {
  // For templates that use the tags themselves, with the compiler told that they are custom elements.
  interface GlobalComponents {
    'lc-identity-gate': Component<IdentityGateProperties, IdentityGateEvents, 'default', object>;
    'lc-number-purchase': Component<NumberPurchaseProperties, NumberPurchaseEvents, 'default', object>;
  }
}
