import { describe, expect, it } from 'vitest';
import { isOutcome, keptAfterwards, keptFrom, written } from '../../src/core/shop/kept-intent.js';
import { initialPurchase, type PurchaseState } from '../../src/core/shop/purchase.js';
import {
  answered,
  asking,
  draft,
  ended,
  gating,
  held,
  intent,
  kept,
  nothingStored,
  purchasing,
  refused,
  unconfirmed,
  waiting,
} from './order-examples.js';

describe('how the intent of a state is kept', () => {
  it('is as its state has it', () => {
    expect(keptFrom({ ...gating, parked: true, sent: true })).toEqual({ ...intent, parked: true, sent: true });
    expect(keptFrom({ ...gating, held })).toEqual({ ...intent, parked: false, sent: false, held });
    expect(keptFrom(waiting)).toEqual({ ...intent, parked: true, sent: false, held });
    expect(keptFrom(purchasing)).toEqual({ ...intent, parked: false, sent: true });
    expect(keptFrom(unconfirmed)).toEqual({ ...intent, parked: false, sent: true });
  });

  it('is nothing where there is none, where another device has its key, and where it has ended', () => {
    const elsewhere = { ...waiting, intent: { ...intent, idempotencyKey: '' } };
    const states = [
      elsewhere,
      initialPurchase,
      asking,
      { status: 'failed', intent, code: 'unknown' },
    ] as PurchaseState[];
    expect(states.map(keptFrom)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('ends by an answer, a refusal or the person, and by nothing else', () => {
    expect([answered, refused, ended].map(isOutcome)).toEqual([true, true, true]);
    expect(isOutcome({ type: 'back' })).toBe(false);
    expect(isOutcome({ type: 'lost' })).toBe(false);
  });
});

describe('what a change of state writes', () => {
  it('is how the intent stands, once another tab has not ended it', () => {
    expect(written(gating, { status: 'reviewing', draft }, nothingStored)).toEqual(kept);
    expect(written(gating, gating, () => ({ ...kept, outcome: ended }))).toBeUndefined();
  });

  it('remembers what another tab has sent, and that the host has it', () => {
    expect(written(gating, asking, () => ({ ...kept, sent: true }))).toEqual({ ...kept, sent: true });
    expect(written(gating, asking, () => ({ ...kept, held }))).toEqual({ ...kept, held });
    // What the host keeps was not sent to be bought now, and one that comes back from buying was refused.
    expect(written({ ...gating, held }, asking, () => ({ ...kept, sent: true }))).toEqual({ ...kept, held });
    expect(written(gating, purchasing, () => ({ ...kept, sent: true }))).toEqual(kept);
    expect(written(waiting, gating, nothingStored)).toEqual({ ...kept, parked: true, held });
  });

  it('leaves what is being bought to those who send it', () => {
    expect(written(purchasing, gating, nothingStored)).toBeUndefined();
    expect(written(initialPurchase, purchasing, nothingStored)).toBeUndefined();
    expect(written(initialPurchase, unconfirmed, nothingStored)).toBeUndefined();
  });

  it('is the end of one that the person has left, unless it may have been bought or the host keeps it', () => {
    const over = { ...kept, outcome: ended };
    expect(written(initialPurchase, gating, nothingStored)).toEqual(over);
    expect(written(initialPurchase, gating, () => ({ ...kept, parked: true, held }))).toEqual({ ...over, held });
    expect(written(initialPurchase, asking, nothingStored)).toEqual(over);
    expect(written(initialPurchase, { ...gating, sent: true }, nothingStored)).toBeUndefined();
    expect(written(initialPurchase, gating, () => ({ ...kept, sent: true }))).toBeUndefined();
    expect(written(initialPurchase, gating, () => ({ ...kept, outcome: refused }))).toBeUndefined();
    expect(written(initialPurchase, waiting, nothingStored)).toBeUndefined();
    expect(written(initialPurchase, { status: 'reviewing', draft }, nothingStored)).toBeUndefined();
    expect(written(asking, gating, nothingStored)).toBeUndefined();
  });
});

describe('how an intent is kept that was answered when nobody looked', () => {
  it('is with its outcome, to be shown once', () => {
    expect(keptAfterwards(kept, answered, false)).toEqual({ ...kept, outcome: answered, seen: false });
    expect(keptAfterwards(kept, answered, true)).toEqual({ ...kept, outcome: answered, seen: false });
    expect(keptAfterwards(kept, refused, false)).toEqual({ ...kept, outcome: refused, seen: false });
  });

  it('is ended when it was given up, whatever else is heard', () => {
    expect(keptAfterwards(kept, refused, true)).toEqual({ ...kept, outcome: ended });
    expect(keptAfterwards(kept, undefined, true)).toEqual({ ...kept, outcome: ended });
    expect(keptAfterwards(kept, { type: 'kept', held }, true)).toEqual({ ...kept, id: 'ord_1', held, outcome: ended });
  });

  it('is the host’s when the host keeps it, and stays as it was when nothing was heard', () => {
    expect(keptAfterwards(kept, { type: 'kept', held }, false)).toEqual({ ...kept, id: 'ord_1', held });
    expect(keptAfterwards(kept, undefined, false)).toEqual(kept);
    expect(keptAfterwards(kept, { type: 'unheard' }, true)).toBeUndefined();
  });
});
