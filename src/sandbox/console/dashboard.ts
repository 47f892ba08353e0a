import { createHmac } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { Desks } from '../desks/desks.js';
import { faultText, reportFault } from '../desks/fault.js';
import { allowedActions, type InquiryAction, isOpen, LifecycleError, NotFoundError } from '../records/inquiry.js';
import { templateOf } from '../records/templates.js';
import {
  casesPage,
  type EventRow,
  eventsPage,
  inquiriesPage,
  inquiryPage,
  keyPage,
  refusalPage,
} from './dashboard-pages.js';
import { dashboardStyle } from './dashboard-style.js';
import { pictureAnswer } from './picture-answer.js';

const decisions: InquiryAction[] = ['approve', 'decline', 'mark-for-review'];
const cookie = 'stand-in-reviewer';
const headers = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** The reviewer console under `/dashboard`: what came in, what was found, and the decisions a person makes. It opens with the API key. */
export function dashboard(desks: Desks): Hono {
  const { store, inquiries, sessions, cases, webhooks } = desks;
  const app = new Hono();
  const { state } = store;
  // The key itself stays out of the browser's cookies, which other programs on this computer may read.
  const pass = () => createHmac('sha256', state.apiKey).update(cookie).digest('hex');
  const eventRows = (about?: string): EventRow[] => {
    const deliveries = Object.values(state.deliveries);
    return Object.values(state.events)
      .reverse()
      .filter((event) => !about || event.about === about)
      .slice(0, 200)
      .map((event) => ({ event, deliveries: deliveries.filter(({ eventId }) => eventId === event.id) }));
  };
  const enter = (context: Context) => {
    setCookie(context, cookie, pass(), { httpOnly: true, sameSite: 'Strict', path: '/dashboard' });
    return context.redirect('/dashboard/inquiries');
  };
  const name = (templateId: string) => templateOf(state.templates, templateId).name;

  app.get(
    '/dashboard.css',
    () => new Response(dashboardStyle, { headers: { 'Content-Type': 'text/css; charset=utf-8' } }),
  );
  app.use('/dashboard/*', async (context, next) => {
    await next();
    for (const [key, value] of Object.entries(headers)) context.res.headers.set(key, value);
  });
  app.use('/dashboard/*', csrf());
  app.onError(async (error, context) => {
    if (error instanceof NotFoundError) return context.html(await refusalPage('Not found', error.message), 404);
    if (error instanceof LifecycleError)
      return context.html(await refusalPage('This is not possible now', error.message), 409);
    if (error instanceof HTTPException) return error.getResponse();
    reportFault(desks, error, context.req);
    return context.html(await refusalPage('Something went wrong', faultText), 500);
  });
  app.post('/dashboard/key', async (context) =>
    (await context.req.parseBody()).key === state.apiKey ? enter(context) : context.html(keyPage(true), 403),
  );
  app.use('/dashboard/*', async (context, next) => {
    if (getCookie(context, cookie) !== pass()) return context.html(keyPage(false), 401);
    return next();
  });

  app.get('/dashboard', (context) => context.redirect('/dashboard/inquiries'));
  app.get('/dashboard/inquiries', (context) => context.html(inquiriesPage(inquiries.all(), name)));
  app.get('/dashboard/cases', (context) => context.html(casesPage(cases.all())));
  app.get('/dashboard/events', (context) => context.html(eventsPage(eventRows())));
  app.get('/dashboard/files/:id', (context) => pictureAnswer(store, context.req.param('id')));

  const show = (context: Context, id: string, link: string | null = null) => {
    const inquiry = inquiries.get(id);
    const actions =
      inquiry.redactedAt === null ? allowedActions(inquiry).filter((action) => decisions.includes(action)) : [];
    return context.html(
      inquiryPage(inquiry, {
        actions,
        account: state.accounts[inquiry.accountId ?? ''],
        template: name(inquiry.templateId),
        events: eventRows(id),
        link,
      }),
    );
  };
  app.get('/dashboard/inquiries/:id', (context) => show(context, context.req.param('id')));

  // An inquiry that is over is asked again by a new one of the same account.
  app.post('/dashboard/inquiries/:id/ask-again', async (context) => {
    const before = inquiries.get(context.req.param('id'));
    const expired = before.status === 'expired' && before.redactedAt === null;
    if (expired) await sessions.resume(before.id);
    const { templateId, templateVersionId, accountId, referenceId } = before;
    const inquiry =
      expired || isOpen(before)
        ? inquiries.get(before.id)
        : inquiries.create({ templateId, templateVersionId, accountId, referenceId });
    return show(context, inquiry.id, sessions.linkTo(inquiry));
  });

  app.post('/dashboard/inquiries/:id/:action{(?:approve|decline|mark-for-review)}', (context) => {
    inquiries.act(context.req.param('id'), context.req.param('action') as InquiryAction);
    return context.redirect(`/dashboard/inquiries/${context.req.param('id')}`);
  });

  app.post('/dashboard/events/:id/resend', (context) => {
    const event = state.events[context.req.param('id')];
    if (!event) throw new NotFoundError(`There is no event "${context.req.param('id')}".`);
    if (!webhooks.url)
      throw new LifecycleError(
        'The stand-in was started without an address for webhooks. Start it again with --webhook.',
      );
    webhooks.resend(event.id);
    return context.redirect(
      event.about.startsWith('inq_') ? `/dashboard/inquiries/${event.about}` : '/dashboard/events',
    );
  });

  return app;
}
