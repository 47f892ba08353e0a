import { progressOf } from '../src/core/gate/dialog/progress.js';
import { type GateState, isOpen } from '../src/core/gate/gate.js';
import type { PurchaseState } from '../src/core/shop/purchase.js';
import { type Standing, sayingsOf } from '../src/core/shop/standing.js';
import { spoken } from '../src/elements/announcer.js';
import type { GateView } from '../src/elements/gate/dialog/gate-parts.js';
import { saidBy } from '../src/elements/gate/dialog/gate-says.js';
import { gateView } from '../src/elements/gate/dialog/gate-screens.js';
import type { ShopView } from '../src/elements/shop/runtime/shop-parts.js';
import { heardOf } from '../src/elements/shop/runtime/shop-says.js';
import { shopView } from '../src/elements/shop/runtime/shop-screens.js';
import type { Labels } from '../src/locales/labels.js';
import { type Seen, seenIn } from './helpers/read-template.js';

/** One screen as it is seen and as it is heard, read off what is rendered. */
export interface Screen extends Seen {
  heard: string;
}

const act = (): void => {};

/** A gate's screen in a language; undefined where there is none. */
export function gateScreen(state: GateState, labels: Labels, language: string): Screen | undefined {
  const view: GateView = {
    state,
    labels: labels.gate,
    language,
    words: undefined,
    action: 'number-purchase',
    inline: false,
    plain: false,
    camera: true,
    inApp: false,
    trouble: undefined,
    met: 0,
    copied: false,
    copy: act,
    held: false,
    settle: act,
    leave: act,
    stepBack: act,
    send: act,
    closed: act,
  };
  const said = saidBy(view);
  if (!said) return undefined;
  const heard = spoken([said.title, said.text, said.note]);
  // What confirms an approval is no screen: it goes by itself.
  if (!isOpen(state)) return { title: said.title, text: said.text ?? '', next: undefined, heard };
  // The question is heard as the dialog that it is.
  const { leave } = labels.gate;
  const isAsking = state.status === 'verifying' && state.leaving;
  return { ...seenIn(gateView(view)), heard: isAsking ? spoken([leave.title, leave.text]) : heard };
}

/** A search that was not made yet. */
const search = {
  state: { status: 'idle' },
  found: undefined,
  twin: undefined,
  box: { shown: [], active: -1 },
  pages: { hasMore: false, shown: 0 },
};

const steps = { status: 'required', answer: { verified: false, required: true, status: 'none' } } as const;

/** A shop's screen in a language, for a buyer who stands there, at a host that buys what waits for an approval. */
export function shopScreen(
  { state, standing }: { state: PurchaseState; standing: Standing },
  labels: Labels,
  language: string,
): Screen | undefined {
  const isUnconfirmed = state.status === 'reviewing' || (state.status === 'asking' && !state.sent);
  const begun = { ...progressOf(steps), done: 1 };
  const view = {
    state,
    standing,
    labels: labels.purchase,
    gate: labels.gate,
    language,
    words: undefined,
    search,
    mode: 'single',
    progress: standing === 'begun' ? begun : progressOf(steps),
    retryAt: standing === 'paused' ? '2026-11-22T09:00:00Z' : undefined,
    finish: 86_400,
    said: isUnconfirmed ? sayingsOf(standing, true) : [],
    mayWait: false,
  } as unknown as ShopView;
  const said = heardOf(view);
  const seen = seenIn(shopView(view));
  if (state.status === 'browsing') {
    const heard = spoken([said?.title, said?.text]);
    return { ...seen, next: labels.purchase.find, heard };
  }
  return said && { ...seen, heard: spoken([said.title, said.text, said.note]) };
}
