import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Desks } from '../desks/desks.js';
import { faultText, reportFault } from '../desks/fault.js';
import { UploadError } from '../examiner/uploads.js';
import { FlowError, type Side } from '../records/flow.js';
import { type FlowView, flowViewOf } from '../records/flow-view.js';
import type { IdClass } from '../records/id-types.js';
import { type Inquiry, isOpen, LifecycleError } from '../records/inquiry.js';
import { PhoneError } from '../records/phone.js';
import { type ClientSideBlock, templateOf } from '../records/templates.js';
import { pageThemeOf } from '../records/theme.js';
import { uploadLimits } from '../records/upload-limits.js';
import { pause } from '../state/clock.js';
import { choicesAt } from './choices.js';
import { OpenError, openInquiry, openRequest, sessionEnded } from './open-inquiry.js';
import { type OriginRule, originOf } from './origins.js';
import { themeFor } from './theme-of-page.js';

const channel = z.enum(['sms', 'call']);
const flowEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begin') }),
  z.object({ type: z.literal('phone'), number: z.string(), country: z.string().optional(), channel }),
  z.object({ type: z.literal('resend'), channel }),
  z.object({ type: z.literal('phone-code'), code: z.string() }),
  z.object({ type: z.literal('country'), country: z.string() }),
  z.object({ type: z.literal('id-type'), idClass: z.string().transform((name) => name as IdClass) }),
  z.object({ type: z.literal('confirm'), pass: z.boolean() }),
  z.object({ type: z.literal('retry') }),
  z.object({ type: z.literal('back') }),
]);

/** What the pages' calls go by. */
export interface FlowSettings {
  /** Who may frame the pages and be returned to. */
  allows: OriginRule;
  /** Which templates leave the making of inquiries to the API. */
  block: ClientSideBlock;
  /** The one other origin that a scenario lets the pages frame. */
  forgerOrigin: string;
}

/** What a page's address says in place of what the inquiry was made with. */
type Asked = Partial<Pick<Inquiry, 'redirectUri' | 'themeSetId'>>;

/** What the inquiry pages themselves call, under `/flow`; a session token is the only way in after `open`. */
export function flowApi(desks: Desks, { allows, block, forgerOrigin }: FlowSettings): Hono {
  const { flow, sessions, scenarios, clock } = desks;
  const api = new Hono();

  const viewOf = async (
    inquiry: Inquiry,
    token: string | null | undefined,
    { redirectUri = inquiry.redirectUri, themeSetId = inquiry.themeSetId }: Asked = {},
  ): Promise<FlowView> => {
    const { frame, end, forges } = scenarios.for({ inquiryId: inquiry.id });
    const part = await sessions.handOffOf(token);
    // An inquiry that is over is in nobody's hands; the second device still knows that it is one, and leads nowhere.
    const isOutdated = part === 'handed-over' && !isOpen(inquiry);
    const template = templateOf(desks.store.state.templates, inquiry.templateId);
    return flowViewOf(inquiry, template, {
      choices: choicesAt(inquiry, template),
      theme: pageThemeOf(themeFor(desks.store, { ...inquiry, themeSetId })),
      handOff: part && !isOutdated ? part : null,
      redirectUri: part !== 'second-device' && allows(originOf(redirectUri) ?? '') ? redirectUri : null,
      acts: { neverReady: frame === 'never-ready', end: end ?? null, forgerOrigin: forges ? forgerOrigin : null },
    });
  };

  const authorized = async (context: Context): Promise<Inquiry> => {
    const inquiry = await sessions.inquiryOf(tokenOf(context));
    if (!inquiry) throw await sessionEnded(sessions, tokenOf(context));
    await slow(inquiry);
    return inquiry;
  };

  const slow = async (inquiry: Inquiry) => {
    const { slowBy } = scenarios.for({ inquiryId: inquiry.id });
    if (slowBy) await pause(clock, slowBy);
  };

  api.onError((error, context) => {
    if (error instanceof OpenError)
      return context.json({ status: error.status, code: error.code, message: error.message }, error.status);
    if (error instanceof FlowError || error instanceof LifecycleError)
      return context.json({ status: 409, code: 'wrong_step', message: error.message }, 409);
    if (error instanceof UploadError || error instanceof PhoneError)
      return context.json({ status: 422, code: error.code, message: error.message }, 422);
    if (error instanceof z.ZodError)
      return context.json({ status: 400, code: 'invalid_config', message: z.prettifyError(error) }, 400);
    if (error instanceof HTTPException) return error.getResponse();
    reportFault(desks, error, context.req);
    return context.json({ status: 500, code: 'application_error', message: faultText }, 500);
  });

  api.post('/open', async (context) => {
    const request = openRequest.parse(await jsonOf(context));
    const { inquiry, sessionToken } = await openInquiry(request, { ...desks, allows, block });
    await slow(inquiry);
    return context.json({
      view: await viewOf(inquiry, sessionToken ?? request.sessionToken, {
        redirectUri: request.redirectUri ?? undefined,
        themeSetId: request.options['theme-set-id'],
      }),
      sessionToken,
    });
  });

  api.get('/', async (context) => context.json({ view: await viewOf(await authorized(context), tokenOf(context)) }));

  api.post('/events', async (context) => {
    const { id } = await authorized(context);
    await flow.take(id, flowEvent.parse(await jsonOf(context)));
    // Asked again, because a scenario may have ended the session with this very step.
    const inquiry = await sessions.inquiryOf(tokenOf(context));
    if (!inquiry) throw await sessionEnded(sessions, tokenOf(context));
    return context.json({ view: await viewOf(inquiry, tokenOf(context)) });
  });

  api.post('/link', async (context) =>
    context.json({ link: await sessions.handOver(await authorized(context), tokenOf(context)) }),
  );

  api.post('/take-back', async (context) => {
    const inquiry = await authorized(context);
    await sessions.takeBack(tokenOf(context));
    return context.json({ view: await viewOf(inquiry, tokenOf(context)) });
  });

  const limit = bodyLimit({
    maxSize: uploadLimits.maximumBytes,
    onError: () => {
      throw new UploadError('file_too_large', 'The file is larger than 15 MB. Choose a smaller one.');
    },
  });
  api.post('/pictures/:side{(?:front|back|center|left|right)}', limit, async (context) => {
    const { id } = await authorized(context);
    flow.addPicture(
      id,
      context.req.param('side') as Side,
      new Uint8Array(await context.req.arrayBuffer()),
      context.req.query('live') !== undefined,
    );
    return context.json({});
  });

  return api;
}

/** The JSON of a request; rejects with an {@link OpenError} when it is none. */
async function jsonOf(context: Context): Promise<unknown> {
  try {
    return JSON.parse(await context.req.text());
  } catch {
    throw new OpenError(400, 'invalid_config', 'The body is not JSON.');
  }
}

const tokenOf = (context: Context): string | undefined => context.req.header('authorization')?.replace(/^Bearer /, '');
