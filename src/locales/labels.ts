import type { LcErrorCode } from '../core/errors.js';
import type { Action } from '../core/gate/actions.js';
import type { Step } from '../core/gate/steps.js';
import type { NumberType } from '../core/shop/ordered-number.js';
import type { Readiness } from '../core/shop/readiness.js';
import type { Saying } from '../core/shop/standing.js';
import type { Closeness } from '../core/shop/wider-queries.js';
import type { Count } from './format.js';

/** A heading with what happens now and what the person can do. */
export interface Message {
  title: string;
  text: string;
}

/** The words of the shop that show before anything else is loaded. */
export interface FrontLabels {
  /** Said where a press leads to nothing, because a part of the script did not arrive. */
  missing: string;
  heading: string;
  country: string;
  digits: string;
  find: string;
}

/**
 * Every word on screen. Placeholders stand in braces; `Count` entries have a form per plural category of the language.
 * Pass a part of it as the `labels` property to change words.
 */
export interface Labels {
  gate: Pick<FrontLabels, 'missing'> & {
    close: string;
    steps: Record<Step | 'label' | 'result', string>;
    /** How far the person has come: what is behind them, then what they are at, in one sentence. */
    done: Record<Step, string>;
    now: Record<Step, string>;
    checking: string;
    intro: {
      title: string;
      reason: Record<Action, string>;
      once: string;
      need: string;
      needs: { phone: string; id: string; camera: string; time: string };
      /** In place of `title` when something is done already. */
      resume: string;
      noCamera: string;
      /** In a browser inside another app. */
      inApp: string;
      next: string;
      begin: string;
    };
    /** Above what the page puts into the slot `alternative`; not shown without it. */
    alternative: string;
    phone: string;
    /** In place of `phone` in a browser inside another app. */
    browser: string;
    newTab: string;
    starting: string;
    frame: string;
    /** Heard when Persona's page has opened. */
    opened: string;
    /** Asked when the person closes the dialog in the middle of the flow. */
    leave: Message & { leave: string; stay: string };
    cameraTrouble: { text: string; inApp: string };
    /** What may be wrong with Persona's page while it is shown. */
    flowTrouble: { offline: string; silent: string; reload: string };
    handoff: Message & {
      inApp: Message;
      connected: Message;
      /** What is `done` and what is so `now`, before the `text` of `connected`. */
      progress: string;
      onlyHere: string;
      code: string;
      copy: string;
      copied: string;
      here: string;
    };
    /** In browsers too old for the dialog: Persona's page opens in a tab of its own. */
    plain: Message;
    confirming: Message & { slow: string };
    review: Message;
    declined: Message & { noAttempts: string };
    retryable: Message & { attempts: Count; after: string };
    verified: Message;
    /** What the person began waits for their own press. */
    goOn: Message & { button: string };
    again: string;
    blocked: Partial<Record<LcErrorCode, Message>> & { other: Message };
  };
  purchase: FrontLabels & {
    searching: string;
    /** What may be typed, with examples of the country. */
    hints: Record<'US' | 'CA' | 'PR' | 'GB' | 'other', string>;
    /** What the text may mean. */
    suggestions: Record<'label' | 'firstPart' | 'anywhere' | 'lastPart' | 'word' | 'text', string>;
    found: Count;
    /** There are more than these. */
    atLeast: Count;
    foundAt: string;
    none: Message;
    /** What is shown where nothing fits exactly. */
    closeness: Record<Exclude<Closeness, 'exact'>, string>;
    /** How far a number is from the place that was asked for. */
    distance: string;
    /** What was typed is in another country; `none`: which is not on offer. */
    abroad: Record<'is' | 'search' | 'none', string>;
    notFound: Message & { unauthorized: Message; offline: Message };
    filters: {
      label: string;
      /** On a small screen the button that opens them, without and with some set; then the ways out of them. */
      button: string;
      some: string;
      clear: string;
      done: string;
      type: string;
      types: Record<'any' | NumberType, string>;
      pattern: string;
      patterns: Record<'any' | 'firstPart' | 'anywhere' | 'lastPart', string>;
      sort: string;
      sorts: Record<'any' | 'price' | 'place', string>;
    };
    capabilities: { label: string; voice: string; SMS: string; MMS: string };
    perMonth: string;
    setup: string;
    choose: string;
    chooseNumber: string;
    more: string;
    moreFailed: string;
    tryAgain: string;
    addressNeeded: string;
    documentsNeeded: string;
    /** `text`: what the host promises with every order, such as that it can be ended at any time; empty by default. */
    review: Message & {
      price: string;
      setup: string;
      /** None of the numbers has a price; `others`: some have. */
      noPrice: string;
      others: string;
      buy: string;
      back: string;
    };
    /** What is said of the buyer's identity before an order is bought. */
    identity: Record<Saying, string>;
    /** What a number needs before it can be used, said before it is bought. */
    requirements: Record<'any' | 'local' | 'foreign' | 'bundle', string>;
    pool: {
      add: string;
      addNumber: string;
      added: string;
      addedNumber: string;
      remove: string;
      removed: Count;
      undo: string;
      chosen: Count;
      review: string;
      clear: string;
      name: string;
      named: string;
      buy: string;
      purchased: Count;
      partly: string;
      replace: string;
      missing: Count;
    };
    gating: Message;
    parked: Message & { cancel: string };
    /**
     * The host keeps the order until the approval. `approved`: it has come. `unfinished`: the person has not handed in
     * all that is asked. `stuck`: it could not be cancelled.
     */
    waiting: Message & { until: string; approved: string; unfinished: string; check: string; stuck: string };
    asking: Message & { yes: string; no: string; sent: Message; check: string; later: string };
    /** `slow`: it has lasted long. */
    purchasing: Message & { slow: string };
    unconfirmed: Message & { slow: string; why: Partial<Record<LcErrorCode, string>> };
    purchased: Message & { another: string };
    /** What the buyer may count on now, in place of the text of `purchased`. */
    ready: Record<Readiness, string>;
    status: { purchased: string; failed: string };
    failed: Partial<Record<LcErrorCode, Message>> & { other: Message };
    notice: Partial<Record<LcErrorCode, string>>;
  };
}

/** Some of the labels, at any depth. */
export type PartialLabels<T = Labels> = { [Key in keyof T]?: T[Key] extends object ? PartialLabels<T[Key]> : T[Key] };

/** A page's own words, laid over ours. */
export interface OwnLabels extends PartialLabels {
  /**
   * BCP 47 tag of the language that they are in, where it is not the page's. Words of ours that they leave are in it
   * too, if there are any, and so are dates and amounts.
   */
  lang?: string;
}
