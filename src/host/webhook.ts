import { parseJson, readBody } from './bodies.js';
import type { HostContext } from './host-context.js';
import { statusByEvent } from './lifecycle.js';
import { camelKeys, eventEnvelope, inquiryPayload, templateOf } from './persona/persona-answers.js';
import { signedAt } from './persona/webhook-signature.js';
import { Refusal } from './problem.js';
import { takeSign } from './whereabouts.js';

const taken = () => new Response(null, { headers: { 'cache-control': 'no-store' } });
const secretAdvice =
  'An event at the webhook does not fit its signature. ' +
  'Either persona.webhookSecret is not the secret of this webhook ' +
  "in Persona's dashboard, or something has changed the body on its way: mount the webhook before express.json().";
const bodyAdvice =
  'The body of an event had been read before the webhook could read it, so its signature cannot be checked. ' +
  'Mount this before express.json() and other body parsers.';

/** An event that Persona may have sent and that could not be believed. The message says what to set right. */
export class WebhookError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WebhookError';
  }
}

const malformed = () => new Refusal(400, 'invalid_request', 'The body is not a Persona event.');

/**
 * Takes in one event. Safe to call twice, late and in any order: an event id counts once and older news never replaces
 * newer.
 *
 * A signature older than the tolerance is no reason to refuse: Persona retries for two days and does not say whether it
 * signs anew, so refusing could lose an approval for good. It is no reason to believe the body either, which may be a
 * replay. So such an event only makes us ask Persona, and is answered when Persona has told us.
 */
export async function receiveEvent(context: HostContext, request: Request): Promise<Response> {
  const { settings, policy, store } = context;
  const signature = request.headers.get('persona-signature');
  const rawBody = await readBody(request, policy.webhookBytes);
  const time = await signedAt(signature, rawBody, settings.webhookSecret);
  if (!time) {
    // No event is empty. What comes without a signature is a stranger's, and nobody can mend it.
    if (signature) context.complain(new WebhookError(rawBody.length === 0 ? bodyAdvice : secretAdvice));
    throw new Refusal(401, 'invalid_signature', 'The signature does not match. Check the webhook secret.');
  }

  const envelope = eventEnvelope.safeParse(camelKeys(parseJson(new TextDecoder().decode(rawBody))));
  if (!envelope.success) throw malformed();
  const { id: eventId, attributes: event } = envelope.data.data;
  if (await takeSign(context, event)) return taken();
  const status = statusByEvent.get(event.name);
  if (!status || (await store.seen(eventId))) return taken();

  const payload = inquiryPayload.safeParse(event.payload);
  if (!payload.success) throw malformed();
  const inquiry = payload.data.data;
  const known = await store.inquiry(inquiry.id);
  const account = known?.account ?? inquiry.attributes?.referenceId;
  // Another product of the same organisation may use a lighter template: its approvals say nothing about ours.
  if (!account || (!known && templateOf(inquiry) !== settings.templateId)) return taken();

  if (Math.abs(context.now() - time.getTime()) > policy.tolerance * 1000) {
    await context.standings.sync(account);
  } else {
    const at = event.createdAt;
    const createdAt = inquiry.attributes?.createdAt ?? at;
    const news = { inquiryId: inquiry.id, account, status, createdAt, at, asOf: at };
    if (await context.provenance.admits(news, eventId)) await store.record(news, eventId);
  }
  return taken();
}
