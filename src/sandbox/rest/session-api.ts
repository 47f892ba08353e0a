import { Hono } from 'hono';
import type { Desks } from '../desks/desks.js';
import type { Session } from '../records/session.js';
import { sessionResource } from '../resources/session-resource.js';
import { filters, filtersIn } from './known-query.js';
import { bodyOf, fits, linkMeta, reply, replyPage } from './rest-exchange.js';
import { emptyRequest, expireAllRequest, linkRequest, millisecondsOf, sessionRequest } from './rest-requests.js';

/** The part of the REST API that serves inquiry sessions. */
export function sessionApi({ clock, inquiries, sessions }: Desks): Hono {
  const api = new Hono();
  const resource = (session: Session) => sessionResource(session, clock.now());
  const isOver = (session: Session) => resource(session).attributes.status === 'expired';

  api.get('/', (context) => {
    const { 'inquiry-id': inquiryId } = filters['inquiry-sessions'].parse(filtersIn(context.req.query()));
    return replyPage(
      context,
      sessions.all().filter((session) => fits(inquiryId, session.inquiryId)),
      resource,
    );
  });

  api.post('/', async (context) => {
    const { data } = sessionRequest.parse(await bodyOf(context));
    const session = sessions.begin(inquiries.get(data.attributes['inquiry-id']));
    return reply(context, { data: resource(session) }, 201);
  });

  api.post('/expire-all', async (context) => {
    const { meta } = expireAllRequest.parse(await bodyOf(context));
    const named = sessions.all().filter(({ inquiryId }) => meta['inquiry-ids'].includes(inquiryId));
    const running = named.filter((session) => !isOver(session));
    return reply(context, { data: running.map(({ id }) => resource(sessions.expire(id))) });
  });

  api.get('/:id', (context) => reply(context, { data: resource(sessions.get(context.req.param('id'))) }));

  api.post('/:id/expire', async (context) => {
    emptyRequest.parse(await bodyOf(context));
    return reply(context, { data: resource(sessions.expire(context.req.param('id'))) });
  });

  api.post('/:id/generate-one-time-link', async (context) => {
    const { meta } = linkRequest.parse(await bodyOf(context));
    const session = sessions.get(context.req.param('id'));
    const link = sessions.linkInto(session, millisecondsOf(meta['expires-in-seconds']));
    return reply(context, { data: resource(session), meta: linkMeta(link) });
  });

  return api;
}
