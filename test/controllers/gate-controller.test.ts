import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GateController, type GateHost } from '../../src/controllers/gate-controller.js';
import { LcError } from '../../src/core/errors.js';
import type { GateState, Inquiry } from '../../src/core/gate/gate.js';
import type { FlowHint, InquiryWish } from '../../src/core/gate/ports.js';
import { type Deferred, deferred } from './deferred.js';
import { FakePage } from './fake-page.js';
import { answerOf, OtherTabs, StatusHost, verified } from './status-host.js';

const tick = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);
const inquiry: Inquiry = { inquiryId: 'inq_1', sessionToken: 'token' };

/** An element that writes down what it is told and asked. */
class Element implements GateHost {
  readonly states: GateState[] = [];
  readonly inquiries: (Deferred<Inquiry> & InquiryWish)[] = [];
  readonly flows: { inquiry: Inquiry; signal: AbortSignal; hint(hint: FlowHint): void }[] = [];

  stateChanged(state: GateState): void {
    this.states.push(state);
  }

  createInquiry(wish: InquiryWish): Promise<Inquiry> {
    const asked = { ...deferred<Inquiry>(), ...wish };
    this.inquiries.push(asked);
    return asked.promise;
  }

  runFlow(inquiry_: Inquiry, signal: AbortSignal, hint: (hint: FlowHint) => void): void {
    this.flows.push({ inquiry: inquiry_, signal, hint });
  }
}

let accounts = 0;

/** A gate of an account of its own. */
function setUp() {
  accounts += 1;
  const [element, tabs, page, host] = [
    new Element(),
    new OtherTabs(),
    new FakePage(),
    new StatusHost(`loc_${accounts}`),
  ];
  const controller = new GateController(element, tabs, page);
  controller.connect(host);
  /** What became of a promise, once it is settled. */
  const outcomeOf = (promise: Promise<void>) => {
    const outcome = { is: 'waiting' };
    promise.then(
      () => {
        outcome.is = 'passed';
      },
      (error: unknown) => {
        outcome.is = error instanceof LcError ? error.code : String(error);
      },
    );
    return outcome;
  };
  const status = () => controller.state.status;
  /** Someone has waited for the status and sees the first screen. */
  const prompt = async () => {
    const outcome = outcomeOf(controller.pass());
    host.answer(answerOf());
    await tick();
    host.answer(answerOf());
    await tick();
    return outcome;
  };
  /** Someone is in Persona's flow. */
  const verify = async () => {
    const outcome = await prompt();
    controller.send({ type: 'begin' });
    element.inquiries[0]!.resolve(inquiry);
    await tick();
    return outcome;
  };
  return { element, tabs, page, host, controller, outcomeOf, status, prompt, verify };
}

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('GateController', () => {
  it('asks nobody on being connected, and reads the status once when it is checked', async () => {
    const { controller, host, status } = setUp();
    expect(host.reads).toHaveLength(0);
    controller.check();
    expect(host.reads).toHaveLength(1);
    host.answer(answerOf());
    await tick();
    expect(status()).toBe('required');
  });

  it('reads again when it is checked again, but never once it is verified', async () => {
    const { controller, host, status } = setUp();
    controller.check();
    host.answer(answerOf());
    await tick();
    controller.check();
    expect(host.reads).toHaveLength(2);
    host.answer(verified);
    await tick();
    expect(status()).toBe('verified');
    controller.check();
    expect(host.reads).toHaveLength(2);
  });

  it('reads once more after a read that was under way when it is checked, however often that was', async () => {
    const { controller, host, status } = setUp();
    controller.check();
    host.answer(answerOf());
    await tick();
    for (const _ of ['before', 'while', 'while']) controller.check();
    expect(host.reads).toHaveLength(2);
    expect(host.reads[1]!.signal.aborted).toBe(false);
    host.answer(answerOf());
    await tick();
    expect(host.reads).toHaveLength(3);
    host.answer(verified);
    await tick();
    expect(status()).toBe('verified');
    expect(host.reads).toHaveLength(3);
  });

  it('comes to an answer from a slow host, however often it is checked', async () => {
    const { controller, host, status } = setUp();
    controller.check();
    host.reads[0]!.reject(new LcError('server_error'));
    await tick();
    for (let count = 0; count < 20; count += 1) controller.check();
    host.answer(answerOf());
    await tick();
    expect(status()).toBe('required');
  });

  it('goes back to idle when nobody waits and there is no answer', async () => {
    const { controller, host, status } = setUp();
    controller.check();
    host.reads[0]!.reject(new LcError('server_error'));
    await tick();
    expect(status()).toBe('idle');
  });

  it('shares a fresh answer with a gate of the same account', async () => {
    const { controller, host, tabs, page } = setUp();
    controller.check();
    host.answer(verified);
    await tick();
    const other = new GateController(new Element(), tabs, page);
    other.connect(host);
    other.check();
    expect(other.state.status).toBe('verified');
    expect(host.reads).toHaveLength(1);
  });

  describe('pass', () => {
    it('resolves for an account that is verified, without the dialog', async () => {
      const { controller, host, outcomeOf, element } = setUp();
      const outcome = outcomeOf(controller.pass());
      host.answer(verified);
      await tick();
      expect(outcome.is).toBe('passed');
      expect(element.states.map(({ status }) => status)).toEqual(['checking', 'verified']);
      const again = outcomeOf(controller.pass());
      await tick();
      expect(again.is).toBe('passed');
    });

    it('shows that it is waiting after half a second, and not before', async () => {
      const { controller } = setUp();
      void controller.pass();
      await tick(499);
      expect(controller.state).toEqual({ status: 'checking', wait: 'quiet' });
      await tick(1);
      expect(controller.state).toEqual({ status: 'checking', wait: 'shown' });
    });

    it('tells that the status cannot be read, and stays open for another try', async () => {
      const { controller, host, outcomeOf } = setUp();
      const outcome = outcomeOf(controller.pass());
      host.reads[0]!.reject(new LcError('unauthorized'));
      await tick();
      expect(controller.state).toEqual({ status: 'blocked', code: 'unauthorized' });
      expect(outcome.is).toBe('waiting');
      controller.send({ type: 'close' });
      await tick();
      expect(outcome.is).toBe('unauthorized');
    });

    it('rejects when the person closes the dialog', async () => {
      const { controller, prompt } = setUp();
      const outcome = await prompt();
      controller.send({ type: 'close' });
      await tick();
      expect(outcome.is).toBe('dismissed');
    });

    it('lets go whoever waits for the status when it is closed, and shows nothing later', async () => {
      const { controller, element, host, outcomeOf } = setUp();
      const outcome = outcomeOf(controller.pass());
      controller.send({ type: 'close' });
      await tick(1000);
      expect(outcome.is).toBe('aborted');
      host.answer(answerOf());
      await tick(1000);
      expect(element.states.map(({ status }) => status)).toEqual(['checking', 'idle', 'required']);
      expect(controller.isWanted).toBe(false);
    });

    it('rejects everyone who waits with the same reason, and resolves them together', async () => {
      const { controller, host, outcomeOf, prompt } = setUp();
      const outcomes = [await prompt(), outcomeOf(controller.pass())];
      controller.release('unreachable');
      await tick();
      expect(outcomes.map(({ is }) => is)).toEqual(['unreachable', 'unreachable']);
      const more = [outcomeOf(controller.pass()), outcomeOf(controller.pass())];
      controller.send({ type: 'close' });
      controller.demand();
      host.answer(verified);
      await tick();
      expect(more.map(({ is }) => is)).toEqual(['dismissed', 'dismissed']);
    });

    it('rejects a caller who has given up before or gives up later, and closes when it was the last one', async () => {
      const { controller, outcomeOf, status, prompt } = setUp();
      const first = await prompt();
      const early = outcomeOf(controller.pass(AbortSignal.abort()));
      const late = new AbortController();
      const second = outcomeOf(controller.pass(late.signal));
      await tick();
      expect(early.is).toBe('aborted');
      late.abort();
      await tick();
      expect([second.is, first.is, status()]).toEqual(['aborted', 'waiting', 'prompting']);
    });

    it('closes the dialog when the last one who waited gives up', async () => {
      const { controller, host, outcomeOf, status } = setUp();
      const caller = new AbortController();
      const outcome = outcomeOf(controller.pass(caller.signal));
      host.answer(answerOf());
      await tick();
      expect([status(), controller.isWanted]).toEqual(['prompting', true]);
      caller.abort();
      await tick();
      expect([outcome.is, status(), controller.isWanted]).toEqual(['aborted', 'required', false]);
    });

    it('takes no notice of a caller who gives up after the end', async () => {
      const { controller, host, outcomeOf, status } = setUp();
      const caller = new AbortController();
      const outcome = outcomeOf(controller.pass(caller.signal));
      host.answer(verified);
      await tick();
      caller.abort();
      await tick();
      expect([outcome.is, status()]).toEqual(['passed', 'verified']);
    });
  });

  describe('isWanted', () => {
    it('is true while someone waits or the dialog is open', async () => {
      const { controller, host } = setUp();
      expect(controller.isWanted).toBe(false);
      void controller.pass().catch(() => {});
      expect(controller.isWanted).toBe(true);
      controller.release('aborted');
      expect(controller.isWanted).toBe(false);
      host.answer(answerOf());
      await tick();
      expect(controller.isWanted).toBe(true);
    });
  });

  describe('starting', () => {
    it('makes the inquiry, then shows Persona’s page for it', async () => {
      const { element, verify, status } = setUp();
      await verify();
      expect(status()).toBe('verifying');
      expect(element.inquiries.map(({ renew }) => renew)).toEqual([false]);
      expect(element.flows.map((flow) => flow.inquiry)).toEqual([inquiry]);
    });

    it.each([
      [true, 'unreachable'],
      [false, 'offline'],
    ] as const)('gives up after 12 s; online: %s', async (isOnline, code) => {
      const { element, page, controller, prompt } = setUp();
      await prompt();
      controller.send({ type: 'begin' });
      page.isOnline = isOnline;
      await tick(11_999);
      expect(controller.state.status).toBe('starting');
      await tick(1);
      expect(controller.state).toMatchObject({ status: 'blocked', code });
      element.inquiries[0]!.resolve(inquiry);
      await tick();
      expect(controller.state.status).toBe('blocked');
    });

    it('says why the inquiry could not be made', async () => {
      const { element, controller, prompt } = setUp();
      await prompt();
      controller.send({ type: 'begin' });
      element.inquiries[0]!.reject(new LcError('not_configured'));
      await tick();
      expect(controller.state).toMatchObject({ status: 'blocked', code: 'not_configured' });
      controller.send({ type: 'begin' });
      element.inquiries[1]!.reject(new Error('broken'));
      await tick();
      expect(controller.state).toMatchObject({ status: 'blocked', code: 'unreachable' });
    });

    it('asks for another session when Persona has refused the one it had', async () => {
      const { element, verify } = setUp();
      await verify();
      element.flows[0]!.hint({ type: 'stopped', code: 'session_lost' });
      expect(element.inquiries.map(({ renew }) => renew)).toEqual([false, true]);
      expect(element.flows[0]!.signal.aborted).toBe(true);
    });

    it('does not read the status, and reads it on the screens that wait for it', async () => {
      const { host, controller, prompt, element } = setUp();
      await prompt();
      const count = host.reads.length;
      controller.send({ type: 'begin' });
      expect(host.reads).toHaveLength(count);
      element.inquiries[0]!.resolve(inquiry);
      await tick();
      expect(host.reads).toHaveLength(count + 1);
    });
  });

  describe('the flow', () => {
    it('reads the status again and again, since the vendor’s "done" may never come', async () => {
      const { host, verify, status } = setUp();
      const outcome = await verify();
      host.answer(answerOf('pending', { inquiryId: 'inq_1' }));
      await tick(1000);
      host.answer({ ...verified, inquiryId: 'inq_1' });
      await tick();
      expect([status(), outcome.is]).toEqual(['verified', 'passed']);
    });

    it('asks the server when Persona says that it is done, and soon again', async () => {
      const { element, host, verify, status } = setUp();
      await verify();
      host.answer(answerOf('pending', { inquiryId: 'inq_1' }));
      await tick();
      const count = host.reads.length;
      element.flows[0]!.hint({ type: 'done' });
      expect(status()).toBe('confirming');
      expect(host.reads).toHaveLength(count + 1);
      host.answer(answerOf('completed'));
      await tick(1000);
      expect(host.reads).toHaveLength(count + 2);
    });

    it('admits after 20 s that confirming takes long', async () => {
      const { element, host, verify, controller } = setUp();
      await verify();
      element.flows[0]!.hint({ type: 'done' });
      host.answer(answerOf('completed'));
      await tick(19_999);
      expect(controller.state).toMatchObject({ status: 'confirming', slow: false });
      await tick(1);
      expect(controller.state).toMatchObject({ status: 'confirming', slow: true });
    });

    it('drops what the frame of a flow that was left still says', async () => {
      const { element, verify, controller, status } = setUp();
      await verify();
      controller.send({ type: 'close' });
      element.flows[0]!.hint({ type: 'done' });
      expect(status()).toBe('required');
    });

    it('is shown anew when the element was moved, and only the flow is', async () => {
      const { element, verify, controller, prompt } = setUp();
      await prompt();
      controller.moved();
      expect(element.flows).toHaveLength(0);
      await verify();
      controller.moved();
      expect(element.flows).toHaveLength(2);
      expect(element.flows[0]!.signal.aborted).toBe(true);
    });
  });

  it.each([
    ['needs_review', 'review'],
    ['completed', 'confirming'],
  ])('goes on reading while the status is %s', async (word, status) => {
    const { controller, host } = setUp();
    void controller.pass();
    host.answer(answerOf(word));
    await tick();
    expect(controller.state.status).toBe(status);
    host.answer(answerOf(word));
    const count = host.reads.length;
    await tick(1000);
    expect(host.reads).toHaveLength(count + 1);
  });

  it.each(['prompting', 'retryable', 'declined'] as const)('asks once more on %s, and not again', async (status) => {
    const { controller, host } = setUp();
    void controller.pass();
    const word = { prompting: 'none', retryable: 'failed', declined: 'declined' }[status];
    host.answer(answerOf(word));
    await tick();
    expect(controller.state.status).toBe(status);
    expect(host.reads).toHaveLength(2);
    host.answer(answerOf(word));
    await tick(60_000);
    expect(host.reads).toHaveLength(2);
  });

  it('follows an outcome that is on its way although nobody looks, and lets it be otherwise', async () => {
    const { controller, host } = setUp();
    controller.check();
    host.answer(answerOf('needs_review'));
    await tick(1000);
    expect(host.reads).toHaveLength(2);
    host.answer(answerOf('none'));
    await tick(60_000);
    expect(host.reads).toHaveLength(2);
  });

  it('asks for a link only when somebody wants to go on elsewhere', async () => {
    const { controller, element, verify } = setUp();
    await verify();
    element.flows[0]!.hint({ type: 'stopped', code: 'session_lost' });
    element.inquiries[1]!.resolve(inquiry);
    await tick();
    controller.send({ type: 'begin', handoff: true });
    expect(element.inquiries.map(({ renew, link }) => [renew, link])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  it('follows the status while the phone goes on with it', async () => {
    const { controller, host, element, prompt, status } = setUp();
    await prompt();
    controller.send({ type: 'begin', handoff: true });
    element.inquiries[0]!.resolve({ ...inquiry, oneTimeLink: 'https://persona.example/verify?code=1' });
    await tick();
    expect(status()).toBe('handoff');
    host.answer(answerOf('pending'));
    const count = host.reads.length;
    await tick(1000);
    expect(host.reads).toHaveLength(count + 1);
  });

  describe('when the server contradicts it', () => {
    it('forgets what it knew and asks again', async () => {
      const { controller, host, status } = setUp();
      controller.check();
      host.answer(verified);
      await tick();
      controller.refused();
      expect(status()).toBe('checking');
      expect(host.reads).toHaveLength(2);
      host.answer(answerOf());
      await tick();
      expect(status()).toBe('required');
    });
  });

  describe('connect', () => {
    it('changes nothing for the same account and action', async () => {
      const { controller, host, prompt, status } = setUp();
      const outcome = await prompt();
      controller.connect(new StatusHost(host.account, host.key));
      await tick();
      expect([status(), outcome.is]).toEqual(['prompting', 'waiting']);
    });

    it('asks in another way about the same from the next request on, whoever waits', async () => {
      const { controller, host, prompt, status } = setUp();
      const outcome = await prompt();
      const reads = host.reads.length;
      const other = new StatusHost(host.account, host.key);
      controller.connect(other);
      await tick();
      expect([other.reads.length, status(), outcome.is]).toEqual([0, 'prompting', 'waiting']);
      controller.check();
      expect([host.reads.length, other.reads.length]).toEqual([reads, 1]);
    });

    it('starts from nothing for another account, and lets nobody wait any longer', async () => {
      const { controller, prompt, status } = setUp();
      const outcome = await prompt();
      const other = new StatusHost('loc_other');
      controller.connect(other);
      await tick();
      expect([status(), outcome.is]).toEqual(['idle', 'dismissed']);
      controller.check();
      expect(other.reads).toHaveLength(1);
    });

    it('lets nobody wait either who waited for the status of the old account', async () => {
      const { controller, outcomeOf } = setUp();
      const outcome = outcomeOf(controller.pass());
      controller.connect(new StatusHost('loc_next'));
      await tick();
      expect(outcome.is).toBe('aborted');
    });

    it('asks anew for another action, unless the account is verified', async () => {
      const { controller, host, status } = setUp();
      controller.check();
      host.answer(answerOf());
      await tick();
      controller.connect(new StatusHost(host.account, `${host.account} cnam`));
      expect(status()).toBe('idle');
      const cnam = new StatusHost(host.account, `${host.account} shaken-stir`);
      controller.connect(cnam);
      controller.check();
      cnam.answer(verified);
      await tick();
      controller.connect(new StatusHost(host.account, `${host.account} number-purchase`));
      expect(status()).toBe('verified');
      controller.connect(new StatusHost('loc_stranger'));
      expect(status()).toBe('idle');
    });

    it('hears nothing of the account it was pointed at before', async () => {
      const { controller, host, status } = setUp();
      controller.check();
      controller.connect(new StatusHost('loc_elsewhere'));
      host.answer(verified);
      await tick();
      expect(status()).toBe('idle');
    });
  });

  describe('disconnect', () => {
    it('rejects those who wait, closes, and stops reading', async () => {
      const { controller, page, tabs, verify, element, status } = setUp();
      const outcome = await verify();
      controller.disconnect();
      await tick();
      expect([outcome.is, status()]).toEqual(['aborted', 'required']);
      expect(element.flows[0]!.signal.aborted).toBe(true);
      expect([page.listeners, tabs.listeners, vi.getTimerCount()]).toEqual([0, 0, 0]);
    });

    it('goes on where it was when the element is back on the page', async () => {
      const { controller, host } = setUp();
      controller.check();
      host.answer(answerOf('needs_review'));
      await tick();
      controller.disconnect();
      await tick(60_000);
      expect(host.reads).toHaveLength(1);
      controller.connect(host);
      await tick(1000);
      expect(host.reads).toHaveLength(2);
      host.answer(verified);
      await tick();
      expect(controller.state.status).toBe('verified');
    });

    it('leaves an effect that is under way without effect', async () => {
      const { controller, host, element, prompt } = setUp();
      await prompt();
      controller.send({ type: 'begin' });
      controller.disconnect();
      controller.connect(host);
      element.inquiries[0]!.resolve(inquiry);
      await tick();
      expect(element.flows).toHaveLength(0);
    });
  });
});
