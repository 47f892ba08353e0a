/** @jsxImportSource hono/jsx */
import { createHmac } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { CarrierDesks } from '../carriers/carrier-desks.js';
import type { Desks } from '../desks/desks.js';
import { faultText, reportFault } from '../desks/fault.js';
import { CaseError } from '../records/case-template.js';
import { allowedActions, type InquiryAction, LifecycleError, NotFoundError } from '../records/inquiry.js';
import { templateOf } from '../records/templates.js';
import { askAgain } from './ask-again.js';
import { carriersConsole } from './carriers-console.js';
import { caseStyle } from './case-style.js';
import { casesConsole } from './cases-console.js';
import { dashboardStyle } from './dashboard-style.js';
import { KeyPage, RefusalPage } from './entry-pages.js';
import { eventRows } from './event-rows.js';
import { InquiryPage } from './inquiry-page.js';
import { EventsPage, InquiriesPage } from './list-pages.js';
import { pictureAnswer } from './picture-answer.js';
import { runsConsole } from './runs-console.js';

const decisions: InquiryAction[] = ['approve', 'decline', 'mark-for-review'];
const cookie = 'stand-in-reviewer';
const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

/**
 * The reviewer console under `/dashboard`: what came in, what was found, the decisions a person makes, and what the
 * local carriers have sold. It opens with the API key.
 */
export function dashboard(desks: Desks, carriers: CarrierDesks): Hono {
  const { store, inquiries, cases, runs, webhooks } = desks;
  const app = new Hono();
  const { state } = store;
  const templateName = (templateId: string) => templateOf(state.templates, templateId).name;

  const style = { 'content-type': 'text/css; charset=utf-8' };
  app.get('/dashboard.css', () => new Response(dashboardStyle + caseStyle, { headers: style }));
  app.use('/dashboard/*', async (context, next) => {
    await next();
    for (const [key, value] of Object.entries(headers)) context.res.headers.set(key, value);
  });
  app.use('/dashboard/*', csrf());
  app.onError((error, context) => {
    const refuse = (status: 404 | 409 | 500, title: string, message: string) =>
      context.html(<RefusalPage title={title} message={message} />, status);
    if (error instanceof NotFoundError) return refuse(404, 'Not found', error.message);
    if (error instanceof LifecycleError || error instanceof CaseError)
      return refuse(409, 'This is not possible now', error.message);
    if (error instanceof HTTPException) return error.getResponse();
    reportFault(desks, error, context.req);
    return refuse(500, 'Something went wrong', faultText);
  });

  // The key itself stays out of the browser's cookies, which other programs on this computer may read.
  const pass = () => createHmac('sha256', state.apiKey).update(cookie).digest('hex');
  app.post('/dashboard/key', async (context) => {
    const { key } = await context.req.parseBody();
    if (key !== state.apiKey) return context.html(<KeyPage wrong />, 403);
    setCookie(context, cookie, pass(), { httpOnly: true, sameSite: 'Strict', path: '/dashboard' });
    return context.redirect('/dashboard/inquiries');
  });
  app.use('/dashboard/*', async (context, next) => {
    if (getCookie(context, cookie) !== pass()) return context.html(<KeyPage />, 401);
    return next();
  });

  app.get('/dashboard', (context) => context.redirect('/dashboard/inquiries'));
  app.get('/dashboard/inquiries', (context) =>
    context.html(<InquiriesPage inquiries={inquiries.all()} templateName={templateName} />),
  );
  app.route('/dashboard/cases', casesConsole(desks));
  app.route('/dashboard/workflow-runs', runsConsole(desks));
  app.get('/dashboard/events', (context) => context.html(<EventsPage rows={eventRows(store)} />));
  app.route('/dashboard/carriers', carriersConsole(carriers));
  app.get('/dashboard/files/:id', (context) => pictureAnswer(store, context.req.param('id')));

  const show = (context: Context, id: string, link?: string) => {
    const inquiry = inquiries.get(id);
    const page = (
      <InquiryPage
        inquiry={inquiry}
        actions={inquiry.redactedAt === null ? decisions.filter((one) => allowedActions(inquiry).includes(one)) : []}
        account={store.accounts.get(inquiry.accountId ?? '')}
        template={templateName(inquiry.templateId)}
        events={eventRows(store, id)}
        cases={cases.about(id)}
        runs={runs.about(id)}
        link={link}
      />
    );
    return context.html(page);
  };
  app.get('/dashboard/inquiries/:id', (context) => show(context, context.req.param('id')));

  app.post('/dashboard/inquiries/:id/ask-again', (context) => {
    const { inquiry, link } = askAgain(desks, context.req.param('id'));
    return show(context, inquiry.id, link);
  });

  app.post('/dashboard/inquiries/:id/:action{(?:approve|decline|mark-for-review)}', (context) => {
    inquiries.act(context.req.param('id'), context.req.param('action') as InquiryAction);
    return context.redirect(`/dashboard/inquiries/${context.req.param('id')}`);
  });

  app.post('/dashboard/events/:id/resend', (context) => {
    const event = store.events.get(context.req.param('id'));
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
