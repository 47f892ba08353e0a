import { describe, expect, inject, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { hintOf, readMessage } from '../../../src/persona/channel.js';
import { gateFixture, leave, primaryOf, reaches, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

const containerOf = (iframe: HTMLIFrameElement) => new URL(iframe.src).searchParams.get('container-id')!;

async function verifying() {
  const host = new TestHost();
  const fixture = await gateFixture(host);
  fixture.trigger.click();
  await shows(fixture.gate, 'Verify your identity');
  primaryOf(fixture.gate).click();
  await vi.waitFor(() => expect(fixture.events).toContain('step id'), { timeout: 15_000 });
  return { ...fixture, host, iframe: fixture.gate.shadowRoot!.querySelector('iframe')! };
}

describe('forged messages', () => {
  it('have no effect, whichever check they fail', async () => {
    const { gate, clicks, events, iframe, host } = await verifying();
    const { origin } = inject('persona');
    const { inquiryId } = await host.inquiry();
    const source = iframe.contentWindow;
    const data = {
      containerId: containerOf(iframe),
      name: 'complete',
      metadata: { inquiryId, status: 'completed', fields: {} },
    };
    const before = [...events];
    const forged: MessageEventInit[] = [
      { origin: 'https://evil.example', source, data },
      { origin: 'https://inquiry.withpersona.com', source, data },
      { origin: origin.replace('http:', 'https:'), source, data },
      { origin: origin.replace('localhost', 'sub.localhost'), source, data },
      { origin: '', source, data },
      { origin: 'null', source, data },
      { origin, source: window, data },
      { origin, source: null, data },
      { origin, source, data: { ...data, containerId: undefined } },
      { origin, source, data: { ...data, containerId: 'another' } },
      { origin, source, data: { ...data, metadata: { ...data.metadata, inquiryId: 'inq_other' } } },
      { origin, source, data: { ...data, metadata: { inquiryId: 7 } } },
      { origin, source, data: { ...data, metadata: 'complete' } },
      { origin, source, data: { ...data, name: { toString: () => 'complete' } } },
      { origin, source, data: [data] },
      { origin, source, data: JSON.stringify(data) },
      { origin, source, data: null },
      { origin, source, data: undefined },
    ];
    for (const message of forged) window.dispatchEvent(new MessageEvent('message', message));
    expect(gate.status).toBe('verifying');
    expect(events).toEqual(before);
    expect(clicks).toHaveLength(0);
  });

  it('never verify, even when they come from the frame itself', async () => {
    const { gate, clicks, iframe, host } = await verifying();
    const { inquiryId } = await host.inquiry();
    const message = {
      containerId: containerOf(iframe),
      name: 'complete',
      metadata: { inquiryId, status: 'approved' },
    };
    await commands.inFrame(`parent.postMessage(${JSON.stringify(message)}, '*')`);
    await reaches(gate, 'confirming');
    const asked = host.count('status');
    await vi.waitFor(() => expect(host.count('status')).toBeGreaterThan(asked + 1), { timeout: 10_000 });
    expect(gate.status).toBe('confirming');
    expect(clicks).toHaveLength(0);
  });

  it('of an inquiry that was left have no effect on the next', async () => {
    const { gate, trigger, iframe } = await verifying();
    const { contentWindow: source } = iframe;
    const data = { containerId: containerOf(iframe), name: 'complete', metadata: {} };
    await leave(gate);
    trigger.click();
    await shows(gate, 'Verify your identity');
    primaryOf(gate).click();
    await reaches(gate, 'verifying');
    window.dispatchEvent(new MessageEvent('message', { origin: inject('persona').origin, source, data }));
    expect(gate.status).toBe('verifying');
  });
});

describe('readMessage', () => {
  const source = window;
  const expected = { source, origin: 'https://inquiry.withpersona.com', containerId: 'c1', inquiryId: undefined };

  it('believes a message that passes every check', () => {
    const data = { containerId: 'c1', name: 'page-change', metadata: { name: 'verification_selfie', pageHeight: 600 } };
    expect(readMessage({ source, origin: expected.origin, data }, expected)).toMatchObject({
      name: 'page-change',
      metadata: { pageHeight: 600 },
    });
  });
});

describe('hintOf', () => {
  const message = (name: string, metadata: Record<string, unknown> = {}, error?: { status: number; code: string }) => ({
    name,
    metadata,
    error,
    inquiryId: undefined,
  });

  it.each([
    [message('ready'), { type: 'stepped', step: 'ready' }],
    [message('page-change', { name: 'verification_phone_number' }), { type: 'stepped', step: 'phone' }],
    [message('document-upload'), { type: 'stepped', step: 'id' }],
    [message('selfie-camera-capture'), { type: 'stepped', step: 'selfie' }],
    [message('page-change', { name: 'verification_selfie' }), { type: 'stepped', step: 'selfie' }],
    [message('page-change', { pathname: '/verify/government-id' }), { type: 'stepped', step: 'id' }],
    [message('page-change', { path: '/welcome' }), undefined],
    [message('complete', { status: 'approved' }), { type: 'done' }],
    [message('fail'), { type: 'done' }],
    [message('error', {}, { status: 409, code: 'unauthenticated' }), { type: 'stopped', code: 'session_lost' }],
    [message('error', {}, { status: 0, code: 'application_error' }), { type: 'stopped', code: 'vendor_error' }],
    [message('click'), undefined],
  ])('reads %j', (given, hint) => {
    expect(hintOf(given)).toEqual(hint);
  });
});
