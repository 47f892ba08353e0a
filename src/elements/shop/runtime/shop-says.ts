import type { Draft, PurchaseState, PurchaseStatus } from '../../../core/shop/purchase.js';
import { readinessOf } from '../../../core/shop/readiness.js';
import type { Standing } from '../../../core/shop/standing.js';
import { format, formatCount } from '../../../locales/format.js';
import { type Said, spoken } from '../../announcer.js';
import { moment } from './moments.js';
import { charges, isListed, needsOf, requirementsOf, sentenceOf } from './order-words.js';
import { namesOf, type ShopView } from './shop-parts.js';

/** What of a view its words depend on. */
export type SayingView = Pick<
  ShopView,
  'state' | 'labels' | 'gate' | 'language' | 'standing' | 'progress' | 'retryAt' | 'finish' | 'said'
>;

type Of<Status extends PurchaseStatus> = Extract<PurchaseState, { status: Status }>;

/** What the person has to do themselves before anything is approved. */
const unfinished: readonly Standing[] = ['asked', 'begun', 'failed'];

/** Whether the order waits for something that only the buyer can do. */
export const isUnfinished = ({ standing }: Pick<SayingView, 'standing'>): boolean => unfinished.includes(standing);

/** Whether the order is being bought, by this page or by the host. */
export function isBuying({ state, standing }: Pick<SayingView, 'state' | 'standing'>): boolean {
  // Of whom nothing is asked, nothing is said of it.
  if (state.status === 'gating') return standing === 'free' && !state.refused;
  return state.status === 'purchasing' || (state.status === 'waiting' && state.isBuying);
}

/** What is said in each status, to be seen and to be heard; one that is missing does not compile. */
const rows: { readonly [Status in PurchaseStatus]: (view: SayingView, state: Of<Status>) => Said | undefined } = {
  browsing({ labels, language }, { notice, replacing }) {
    const sentences = [
      notice && (labels.notice[notice.code] ?? labels.failed.other.text),
      replacing && formatCount(labels.pool.missing, replacing.count, language),
    ];
    const [title, text] = sentences.filter((sentence) => sentence !== undefined);
    return title === undefined ? undefined : { title, text };
  },
  reviewing: review,
  gating(view, state) {
    if (isBuying(view)) return buying(view);
    return state.parked ? waiting(view, state) : view.labels.gating;
  },
  waiting,
  asking(view, { sent, intent }) {
    if (!sent && view.standing === 'declined') return declined(view);
    const { asking } = view.labels;
    const { title, text } = sent ? asking.sent : asking;
    const { sums, rest } = charges(view, intent.offers);
    return { title, text, note: spoken([...sums, rest, identity(view)]) };
  },
  purchasing: buying,
  unconfirmed({ labels: { unconfirmed } }, { slow, code }) {
    const { title, text } = unconfirmed;
    return { title, text: slow ? `${text} ${unconfirmed.slow}` : text, note: code && unconfirmed.why[code] };
  },
  purchased: receipt,
  failed: ({ labels: { failed } }, { code }) => failed[code] ?? failed.other,
};

/**
 * What the shop says in its state; undefined where it says nothing. `{number}` stands in it for what `numberIn` says,
 * which is written in one piece.
 */
export const saidBy = (view: SayingView): Said | undefined =>
  // The row fits the state it is asked for, which the compiler cannot see through the table.
  (rows[view.state.status] as (view: SayingView, state: PurchaseState) => Said | undefined)(view, view.state);

const draftOf = (state: PurchaseState): Draft | undefined => {
  if (state.status === 'browsing') return state.notice?.draft;
  return 'draft' in state ? state.draft : state.intent;
};

/** The number that a state is about, or how many there are; empty where it is about none. */
export function numberIn(view: SayingView): string {
  const draft = draftOf(view.state);
  return draft ? namesOf(view, draft) : '';
}

/**
 * What is heard of a screen. A number is read digit by digit where it is written as people there write it, with spaces
 * or signs between its groups; one as it is dialled would be read as billions.
 */
export function heardOf(view: SayingView): Said | undefined {
  const said = saidBy(view);
  if (!said) return undefined;
  const number = numberIn(view).replace(/\d{5,}/g, (digits) => [...digits].join(' '));
  const told = (text = '') => format(text, { number });
  return { title: told(said.title), text: told(said.text), note: told(said.note) };
}

/** Sentence by sentence what stands between the buyer and their order, and what is asked. */
const identity = (view: SayingView): string =>
  spoken(
    view.said.flatMap((saying) => [
      sentenceOf(view, saying),
      ...(isListed(saying) ? needsOf(view).map(({ text }) => text) : []),
    ]),
  );

function buying({ labels: { purchasing } }: SayingView): Said {
  return { title: purchasing.title, text: purchasing.text };
}

function review(view: SayingView, { draft }: Of<'reviewing'>): Said {
  const { labels, standing } = view;
  const { sums, rest } = charges(view, draft.offers);
  const { pool } = draft.order;
  const needs = requirementsOf(view, draft);
  const paid = [pool && format(labels.pool.named, { name: pool.name }), ...sums, rest];
  const isDeclined = standing === 'declined';
  const order = ['{number}.', ...needs, ...(isDeclined ? [] : paid)];
  return { title: labels.review.title, text: spoken(order), note: identity(view) };
}

const declined = ({ labels: { failed, identity } }: SayingView): Said => ({
  title: failed.other.title,
  text: identity.declined,
});

/** An order that waits for the approval: kept by the host, which needs nobody here, or by this page. */
function waiting(view: SayingView, state: Of<'waiting' | 'gating'>): Said {
  const { labels, standing } = view;
  const held = state.status === 'waiting' ? state : undefined;
  const { waiting: words, parked } = labels;
  const note = held?.isStuck ? words.stuck : undefined;
  if (held?.isBuying) return { ...buying(view), note };
  if (standing === 'declined') return { ...declined(view), note };
  return { title: standing === 'reviewed' && !held ? parked.title : words.title, text: awaited(view, held), note };
}

/** What it waits for, and how long. */
function awaited(view: SayingView, held: Of<'waiting'> | undefined): string {
  const { labels, language, standing, retryAt } = view;
  const { waiting: words, identity, parked } = labels;
  const finishBy = held?.held.finishBy;
  const until = finishBy ? ` ${format(words.until, { date: moment(finishBy, language) })}` : '';
  if (isUnfinished(view)) return words.unfinished + until;
  if (standing === 'paused') return format(identity.paused, { time: moment(retryAt!, language) }) + until;
  if (standing === 'free') return words.approved;
  const seen = standing === 'checked' || standing === 'reviewed' ? `${identity[standing]} ` : '';
  return seen + (held ? words.text : parked.text) + until;
}

/** Of the numbers of an order those that a receipt lists as bought. */
export const boughtIn =
  ({ receipt }: Of<'purchased'>) =>
  ({ phoneNumber }: { phoneNumber: string }): boolean =>
    receipt.numbers.some((number) => number.phoneNumber === phoneNumber && number.status === 'purchased');

function receipt({ labels, language }: SayingView, state: Of<'purchased'>): Said {
  const { intent, receipt } = state;
  const { numbers } = receipt;
  const isBought = boughtIn(state);
  const bought = numbers.filter(isBought);
  const isComplete = bought.length === numbers.length;
  const ready = readinessOf(intent.order.numbers.filter(isBought), intent.offers).map((each) => labels.ready[each]);
  const whole = ready.length > 0 ? ready : [labels.purchased.text];
  return {
    title:
      isComplete && numbers.length === 1
        ? labels.purchased.title
        : formatCount(labels.pool.purchased, bought.length, language),
    text: (isComplete ? whole : [labels.pool.partly, ...ready]).join(' '),
  };
}
