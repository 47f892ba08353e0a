import type { BrowserCommand } from 'vitest/node';
import { completeInquiry, type InquiryWalk, showId } from './complete-inquiry.js';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Makes an inquiry at the stand-in, as a host's server would. */
    makeInquiry(persona: {
      origin: string;
      apiKey: string;
      templateId: string;
    }): Promise<{ inquiryId: string; sessionToken: string }>;
    /** Asks the stand-in for the status of an inquiry. */
    inquiryStatus(persona: { origin: string; apiKey: string }, inquiryId: string): Promise<string>;
    /** Goes through Persona's pages in the frame of the page under test; to the selfie only with `until`. */
    walkFlow(walk?: InquiryWalk & { until?: 'selfie' }): Promise<void>;
    /** Runs code in the page inside the frame, at Persona's origin. */
    inFrame(code: string): Promise<void>;
  }
}

async function call(
  persona: { origin: string; apiKey: string },
  path: string,
  body?: object,
): Promise<{ data: { id: string; attributes: { status: string } }; meta?: Record<string, string> }> {
  const response = await fetch(`${persona.origin}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${persona.apiKey}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as never;
}

const makeInquiry: BrowserCommand<[{ origin: string; apiKey: string; templateId: string }]> = async (_, persona) => {
  const { data, meta } = await call(persona, '/inquiries', {
    data: { attributes: { 'inquiry-template-id': persona.templateId, 'reference-id': crypto.randomUUID() } },
    meta: { 'auto-create-inquiry-session': true },
  });
  return { inquiryId: data.id, sessionToken: meta?.['session-token'] ?? '' };
};

const inquiryStatus: BrowserCommand<[{ origin: string; apiKey: string }, string]> = async (_, persona, inquiryId) =>
  (await call(persona, `/inquiries/${inquiryId}`)).data.attributes.status;

const walkFlow: BrowserCommand<[(InquiryWalk & { until?: 'selfie' })?]> = async ({ iframe }, walk = {}) => {
  const frame = iframe.frameLocator('iframe');
  await (walk.until ? showId(frame, walk) : completeInquiry(frame, walk));
};

const inFrame: BrowserCommand<[string]> = async ({ iframe }, code) => {
  const body = iframe.frameLocator('iframe').locator('body');
  // biome-ignore lint/security/noGlobalEval: the code is a test's own, and no function crosses to the runner.
  await body.evaluate((_, source) => globalThis.eval(source), code);
};

export const personaCommands = { makeInquiry, inquiryStatus, walkFlow, inFrame };
