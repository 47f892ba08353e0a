/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import type { Desks } from '../desks/desks.js';
import { LifecycleError } from '../records/inquiry.js';
import { askAgain } from './ask-again.js';
import { type CaseDone, CasePage } from './case-page.js';
import { CasesPage } from './cases-page.js';
import { eventRows } from './event-rows.js';

/** The pages of cases, and their forms. */
export function casesConsole(desks: Desks): Hono {
  const { store, cases, runs, inquiries, reviews } = desks;
  const app = new Hono();
  const own = (id: string) => `/dashboard/cases/${id}`;

  app.get('/', (context) =>
    context.html(
      <CasesPage cases={cases.all()} name={cases.template.name} referenceOf={(id) => inquiries.get(id).referenceId} />,
    ),
  );

  const show = (context: Context, id: string, done: CaseDone = {}) => {
    const one = cases.get(id);
    const about = one.objects.inquiries.map((inquiryId) => inquiries.get(inquiryId));
    const page = (
      <CasePage
        one={one}
        template={cases.template}
        inquiries={about}
        runs={about.flatMap((inquiry) => runs.about(inquiry.id))}
        events={[id, ...one.objects.inquiries]
          .flatMap((about) => eventRows(store, about))
          .sort((a, b) => b.event.at - a.event.at)}
        runName={(runId) => store.workflowRuns.get(runId)?.name}
        done={done}
      />
    );
    return context.html(page);
  };
  app.get('/:id', (context) => show(context, context.req.param('id'), { did: context.req.query('did') }));

  const formOf = async (context: Context) => {
    const form = await context.req.parseBody();
    return (name: string) => String(form[name] ?? '').trim();
  };

  app.post('/:id/status', async (context) => {
    const text = await formOf(context);
    const { id } = reviews.setStatus(context.req.param('id'), text('status'), {
      comment: text('comment') || undefined,
    });
    return context.redirect(`${own(id)}?did=status`);
  });

  app.post('/:id/assign', async (context) => {
    const email = (await formOf(context))('email');
    if (!email.includes('@'))
      throw new LifecycleError('A case is assigned to an e-mail address, such as rita@example.com.');
    const { id } = cases.assign(context.req.param('id'), email);
    store.save();
    return context.redirect(`${own(id)}?did=assigned`);
  });

  app.post('/:id/comment', async (context) => {
    const message = (await formOf(context))('comment');
    const { id } = cases.get(context.req.param('id'));
    if (message) cases.comment(id, message);
    store.save();
    return context.redirect(`${own(id)}?did=comment`);
  });

  // The person's next inquiry belongs to the case as well: whoever resolves it sees both.
  app.post('/:id/ask-again/:inquiry', (context) => {
    const { id, resolution } = cases.get(context.req.param('id'));
    const { inquiry, link } = askAgain(desks, context.req.param('inquiry'));
    cases.setObjects(id, { add: { inquiries: [inquiry.id], accounts: [], verifications: [] } });
    cases.comment(id, `Asked the person for more, by the inquiry ${inquiry.id}.`);
    const [, waiting] = cases.template.statuses;
    if (waiting !== undefined && resolution === null) cases.setStatus(id, waiting);
    store.save();
    return show(context, id, { link });
  });

  return app;
}
