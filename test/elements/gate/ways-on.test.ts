import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { commands, userEvent } from 'vitest/browser';
import type { LcIdentityGate } from '../../../src/index.js';
import { closeOf, dialogOf, gateFixture, headingOf, leave, primaryOf, reaches, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.lang = 'en';
});

const button = (gate: LcIdentityGate, label: string) =>
  [...gate.shadowRoot!.querySelectorAll('button')].find((candidate) => candidate.textContent!.trim() === label)!;
const bar = (gate: LcIdentityGate) => gate.shadowRoot!.querySelector('.bar');

async function opened(host: TestHost, attributes: Partial<LcIdentityGate> = {}) {
  const fixture = await gateFixture(host, attributes);
  fixture.trigger.click();
  await shows(fixture.gate, 'Verify your identity');
  return fixture;
}

async function inFlow(host: TestHost) {
  const fixture = await opened(host);
  primaryOf(fixture.gate).click();
  await vi.waitFor(() => expect(fixture.events).toContain('step id'), { timeout: 15_000 });
  return fixture;
}

const withLink = (host: TestHost) => {
  // A name that a phone can reach, as the stand-in's own is not.
  const link = 'https://inquiry.withpersona.com/verify?code=once';
  host.answers.inquiry = async () => ({
    ...(await host.inquiry()),
    personaHost: inject('persona').host,
    oneTimeLink: link,
  });
  return link;
};

describe('continuing on the phone', () => {
  it('shows a code and the link, and goes on by itself when the phone is done', async () => {
    const host = new TestHost();
    const link = withLink(host);
    const { gate, clicks } = await opened(host);
    button(gate, 'Continue on your phone').click();
    await reaches(gate, 'handoff');
    await vi.waitFor(() => expect(gate.shadowRoot!.querySelector('canvas')!.width).toBeGreaterThan(20));
    const shown = gate.shadowRoot!.querySelector('.link')!;
    expect(shown.textContent).toBe(link);
    // The link itself has a name that can be said.
    const opens = gate.shadowRoot!.querySelector<HTMLAnchorElement>('a.button')!;
    expect([opens.textContent, opens.href]).toEqual(['Open in a new tab', link]);
    // What copies the link stands beside it.
    const [text, copy] = [shown, button(gate, 'Copy link')].map((one) => one.getBoundingClientRect());
    expect(Math.abs(text!.top + text!.bottom - copy!.top - copy!.bottom)).toBeLessThan(4);
    await expect(gate).to.be.accessible();
    host.answers.status = { verified: true };
    await vi.waitFor(() => expect(clicks).toHaveLength(1), { timeout: 10_000 });
  });

  it('asks the host for the link only now', async () => {
    const host = new TestHost();
    withLink(host);
    const { gate } = await opened(host);
    button(gate, 'Continue on your phone').click();
    await reaches(gate, 'handoff');
    expect(host.bodies('inquiry')).toEqual([expect.objectContaining({ link: true })]);
  });

  it('shows the link alone when it is too long for a code', async () => {
    const host = new TestHost();
    const link = `${withLink(host)}&${'x'.repeat(4000)}`;
    host.answers.inquiry = async () => ({
      ...(await host.inquiry()),
      personaHost: inject('persona').host,
      oneTimeLink: link,
    });
    const { gate } = await opened(host);
    button(gate, 'Continue on your phone').click();
    await reaches(gate, 'handoff');
    await vi.waitFor(() => expect(gate.shadowRoot!.querySelector('canvas')!.checkVisibility()).toBe(false));
    expect(gate.shadowRoot!.querySelector<HTMLAnchorElement>('a.button')!.href).toBe(link);
  });

  it('comes back to this device', async () => {
    const host = new TestHost();
    withLink(host);
    const { gate } = await opened(host);
    button(gate, 'Continue on your phone').click();
    await reaches(gate, 'handoff');
    button(gate, 'Continue here instead').click();
    await reaches(gate, 'verifying');
  });

  it('goes on here when the host has no link', async () => {
    const { gate } = await opened(new TestHost());
    button(gate, 'Continue on your phone').click();
    await reaches(gate, 'verifying');
  });

  it('never opens a link that is not a web page', async () => {
    const host = new TestHost();
    host.answers.inquiry = async () => ({
      ...(await host.inquiry()),
      personaHost: inject('persona').host,
      oneTimeLink: 'javascript:alert(1)',
    });
    const { gate } = await opened(host);
    button(gate, 'Continue on your phone').click();
    await reaches(gate, 'verifying');
  });
});

describe('before the flow', () => {
  it.each([
    [true, /A camera for a short selfie/],
    [false, /No camera was found on this device/],
  ])('says whether a camera is there: %s', async (there, text) => {
    vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue(
      there ? [{ kind: 'videoinput' } as MediaDeviceInfo] : [],
    );
    const { gate } = await opened(new TestHost());
    await vi.waitFor(() => expect(gate.shadowRoot!.textContent).toMatch(text));
  });

  it('shows the words and links of the page', async () => {
    const host = new TestHost();
    const { gate } = await opened(host);
    const privacy = document.createElement('a');
    privacy.slot = 'privacy';
    privacy.textContent = 'How we use your data';
    gate.append(privacy);
    expect(gate.shadowRoot!.querySelector<HTMLSlotElement>('slot[name="privacy"]')!.assignedElements()).toEqual([
      privacy,
    ]);
    const clicked = vi.fn((event: Event) => event.preventDefault());
    privacy.addEventListener('click', clicked);
    privacy.click();
    expect(clicked).toHaveBeenCalledOnce();
  });
});

describe('leaving the flow', () => {
  it('is asked back, by Escape and by the button, and the flow stays as it was', async () => {
    const { gate } = await inFlow(new TestHost());
    const frame = gate.shadowRoot!.querySelector('iframe');
    for (const ask of [() => userEvent.keyboard('{Escape}'), () => userEvent.click(closeOf(gate))]) {
      gate.shadowRoot!.querySelector<HTMLElement>('h2')!.focus();
      await ask();
      await vi.waitFor(() => expect(bar(gate)?.textContent).toContain('What you have done so far is kept.'));
      await gate.updateComplete;
      expect(gate.shadowRoot!.activeElement?.textContent).toBe('Stay');
      await expect(gate).to.be.accessible();
      button(gate, 'Stay').click();
      await vi.waitFor(() => expect(bar(gate)).toBeNull());
    }
    expect(gate.shadowRoot!.querySelector('iframe')).toBe(frame);
    await userEvent.click(closeOf(gate));
    await vi.waitFor(() => expect(bar(gate)).not.toBeNull());
    button(gate, 'Leave').click();
    await reaches(gate, 'required');
  });

  it('is not asked back where nothing has begun', async () => {
    const { gate } = await opened(new TestHost());
    await leave(gate);
    expect(dialogOf(gate)!.open).toBe(false);
  });
});

describe('trouble with the camera', () => {
  it('offers the phone without throwing the person out of the flow', async () => {
    const host = new TestHost();
    withLink(host);
    const { gate, events } = await inFlow(host);
    const containerId = new URL(gate.shadowRoot!.querySelector('iframe')!.src).searchParams.get('container-id');
    await commands.inFrame(
      `parent.postMessage(${JSON.stringify({ containerId, name: 'load-camera-failed', metadata: {} })}, '*')`,
    );
    await vi.waitFor(() => expect(events).toContain('failed no_camera'));
    expect(gate.status).toBe('verifying');
    button(gate, 'Continue on your phone').click();
    await reaches(gate, 'handoff');
  });
});

describe('diagnose', () => {
  it('tells what the gate sees, without a token', async () => {
    const host = new TestHost();
    const { gate } = await inFlow(host);
    const report = await gate.diagnose();
    expect(report).toContain('<lc-identity-gate> verifying');
    expect(report).toContain(`persona: ${inject('persona').origin}`);
    expect(report).toContain(`page: ${location.origin}`);
    expect(report).not.toContain((await host.inquiry()).sessionToken);
    expect(report).not.toContain(gate.account);
  });
});

describe('the page around the gate', () => {
  it('is heard when its language changes while the dialog is open', async () => {
    const { gate } = await opened(new TestHost());
    document.documentElement.lang = 'es';
    await shows(gate, 'Verifica tu identidad');
    document.documentElement.lang = 'en';
    await shows(gate, 'Verify your identity');
  });

  it('may move the gate while its dialog is open', async () => {
    const { gate, events } = await inFlow(new TestHost());
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    events.length = 0;
    elsewhere.append(gate);
    await gate.updateComplete;
    expect(dialogOf(gate)!.matches(':modal')).toBe(true);
    await vi.waitFor(
      () => expect(gate.shadowRoot!.querySelector('.stage')!.classList.contains('loading')).toBe(false),
      { timeout: 15_000 },
    );
    expect(gate.status).toBe('verifying');
    expect(events).not.toContain('dismissed');
    elsewhere.remove();
  });

  it('may remove the gate and put it back', async () => {
    const host = new TestHost();
    const { gate, trigger, clicks } = await opened(host);
    const parent = gate.parentElement!;
    gate.remove();
    await Promise.resolve();
    expect(document.documentElement.style.overflow).toBe('');
    host.answers.status = { verified: true };
    parent.append(gate);
    await reaches(gate, 'verified');
    trigger.click();
    expect(clicks).toHaveLength(1);
  });

  it('may set properties before the element is known', async () => {
    const early = document.createElement('div');
    early.innerHTML = '<lc-late-gate><button>Buy</button></lc-late-gate>';
    document.body.append(early);
    const gate = early.firstElementChild as LcIdentityGate;
    const host = new TestHost();
    host.answers.status = { verified: true };
    Object.assign(gate, { api: '/api', account: 'loc_late', fetch: host.fetch });
    const { LcIdentityGate: Gate } = await import('../../../src/index.js');
    customElements.define('lc-late-gate', class extends Gate {});
    await reaches(gate, 'verified');
    early.remove();
  });

  it('may have a modal dialog of its own around the gate', async () => {
    const host = new TestHost();
    const outer = document.createElement('dialog');
    document.body.append(outer);
    const { gate, trigger } = await gateFixture(host);
    outer.append(gate);
    outer.style.transform = 'translateX(10px)';
    outer.showModal();
    trigger.click();
    await shows(gate, 'Verify your identity');
    await gate.updateComplete;
    const { left, width } = dialogOf(gate)!.getBoundingClientRect();
    expect(Math.round(left + width / 2)).toBe(Math.round(document.documentElement.clientWidth / 2));
    await leave(gate);
    expect(outer.open).toBe(true);
    outer.remove();
  });

  it('shows the flow in its place when it asks for that', async () => {
    const { gate } = await opened(new TestHost(), { flow: 'inline' });
    expect(dialogOf(gate)).toBeNull();
    expect(gate.shadowRoot!.querySelector('section')!.hidden).toBe(false);
    primaryOf(gate).click();
    await vi.waitFor(
      () => expect(gate.shadowRoot!.querySelector('iframe')?.style.blockSize).toMatch(/^\d+(\.\d+)?px$/),
      { timeout: 15_000 },
    );
    expect(headingOf(gate)).toBe('Identity verification by Persona');
  });
});

describe('a host that pushes', () => {
  const link = { link: '</api/status>; rel="alternate"; type="text/event-stream"' };

  /** A host that offers a stream of its status; each that is opened, with what it says and whether it is still read. */
  function pushing(open: () => Response | undefined = () => undefined) {
    const host = new TestHost();
    const streams: { headers: Headers; url: URL; say(text: string): void; end(): void; isClosed: boolean }[] = [];
    host.answers.status = ({ url, headers }: { url: URL; headers: Headers }) => {
      if (headers.get('accept') !== 'text/event-stream') {
        return Response.json({ verified: false, status: 'needs_review' }, { headers: link });
      }
      const stream = { url, headers, say: (_: string) => {}, end: () => {}, isClosed: false };
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          stream.say = (text) => controller.enqueue(new TextEncoder().encode(text));
          stream.end = () => controller.close();
        },
      });
      streams.push(stream);
      return open() ?? new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
    };
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const response = await host.fetch(url, init);
      const mine = streams.at(-1);
      init?.signal?.addEventListener('abort', () => mine && Object.assign(mine, { isClosed: true }));
      return response;
    };
    return { host, streams, fetch };
  }
  const reads = (host: TestHost) =>
    host.requests.filter(({ headers }) => headers.get('accept') !== 'text/event-stream').length;

  it('is heard at once, with the page’s token, and asked no more often than a slow poll', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { host, streams, fetch } = pushing();
    const { gate, trigger, clicks } = await gateFixture(host, { fetch, getToken: () => 'token' });
    trigger.click();
    await shows(gate, 'Your ID is being reviewed');
    await vi.waitFor(() => expect(streams).toHaveLength(1));
    const [stream] = streams as [(typeof streams)[0]];
    expect(stream.url.searchParams.get('account')).toBe(gate.account);
    expect(stream.headers.get('authorization')).toBe('Bearer token');
    stream.say(':\n\ndata: {"verified":"yes"}\n\ndata: {"verified":fal');
    stream.say('se,"status":"needs_review"}\n\n');
    await vi.waitFor(() => expect(console.error).toHaveBeenCalled());
    expect(gate.status).toBe('review');
    const before = reads(host);
    stream.say('data: {"verified":true}\n\n');
    await vi.waitFor(() => expect(clicks).toHaveLength(1));
    expect([reads(host), streams.length]).toEqual([before, 1]);
    await vi.waitFor(() => expect(stream.isClosed).toBe(true));
  });

  it('is opened again when its stream has ended, as they all do after a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { host, streams, fetch } = pushing();
      const { gate } = await gateFixture(host, { fetch });
      void gate.open();
      await vi.waitFor(() => expect(streams).toHaveLength(1));
      streams[0]!.end();
      await vi.waitFor(async () => {
        await vi.advanceTimersByTimeAsync(500);
        expect(streams).toHaveLength(2);
      });
      streams[1]!.say('data: {"verified":true}\n\n');
      await reaches(gate, 'verified');
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ['refuses it', () => new Response(null, { status: 503 })],
    ['answers something else', () => Response.json({ verified: false })],
  ])('is asked by reading when it %s', async (_, open) => {
    const { host, streams, fetch } = pushing(open);
    const { gate } = await gateFixture(host, { fetch });
    void gate.open();
    await shows(gate, 'Your ID is being reviewed');
    await vi.waitFor(() => expect(streams).toHaveLength(1));
    const before = reads(host);
    await vi.waitFor(() => expect(reads(host)).toBeGreaterThan(before), { timeout: 8000 });
    expect(streams).toHaveLength(1);
  });
});
